/** The app's own updates: offered, and taken only when the person says so, in any of the open pages. */
import { signal } from '@preact/signals';

import { onOutdated } from '../data/database.js';
import { draftsKept } from './drafts.js';

/** True while a newer version waits to be taken. */
export const updateReady = signal(false);

/** True when a newer version was taken in another page while something is being typed in this one. */
export const outdated = signal(false);

/** A page that goes waits so long for what is being written, in milliseconds. */
const LAST_WRITES_MS = 2000;
/** So long a newer version may take to step in. */
const STEP_IN_MS = 8000;

/** @type {ServiceWorkerRegistration | null} */
let registration = null;
let accepted = false;
let leaving = false;

/** Registers the worker and watches for newer ones. Where workers are missing the app works without. */
export async function startUpdates() {
  onOutdated.tell = () => { if (!accepted) giveWay(acceptUpdate); };
  if (registration || !globalThis.navigator?.serviceWorker) return;
  let controlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The very first worker takes over the page it was made by; that is no update.
    if (controlled && accepted) again();
    else if (controlled) giveWay(again);
    controlled = true;
  });
  registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
  watch(registration);
  const check = () => {
    if (document.visibilityState !== 'hidden') registration?.update().catch(() => {});
  };
  addEventListener('pageshow', check);
  addEventListener('focus', check);
  document.addEventListener('visibilitychange', check);
}

/** Takes the newer version and loads every page of the app again. */
export async function acceptUpdate() {
  accepted = true;
  await lastWrites();
  // The database may be ahead of what this worker brings: then the newer one has to come first.
  if (registration && !registration.waiting) await newest(registration).catch(() => {});
  const waiting = registration?.waiting;
  if (!waiting) return again();
  waiting.postMessage({ type: 'SKIP_WAITING' });
  // It takes over and this page is told; should it not, the person is not left waiting.
  setTimeout(again, STEP_IN_MS);
  return undefined;
}

/** @param {ServiceWorkerRegistration} found */
async function newest(found) {
  const { installing } = await found.update();
  if (!installing) return;
  await Promise.race([wait(STEP_IN_MS), new Promise((done) => {
    installing.addEventListener('statechange', () => { if (installing.state !== 'installing') done(undefined); });
  })]);
}

/**
 * Another page has taken the newer version: this one follows, but never under somebody's typing.
 * @param {() => unknown} follow
 */
async function giveWay(follow) {
  await lastWrites();
  if (!typing()) return follow();
  outdated.value = true;
  const later = () => { if (!typing()) lastWrites().then(follow); };
  document.addEventListener('focusout', () => setTimeout(later));
  document.addEventListener('visibilitychange', later);
  return undefined;
}

function again() {
  if (leaving) return;
  leaving = true;
  location.reload();
}

/** Whether somebody is in the middle of a text. */
function typing() {
  if (document.visibilityState === 'hidden') return false;
  const at = document.activeElement;
  return (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.value !== '';
}

const lastWrites = () => Promise.race([draftsKept(), wait(LAST_WRITES_MS)]);

/** @param {number} ms */
const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** @param {ServiceWorkerRegistration} found */
function watch(found) {
  const offer = () => { updateReady.value ||= Boolean(found.waiting && navigator.serviceWorker.controller); };
  offer();
  found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', offer));
}

/** The worker's address in the form the page's policy asks for. @returns {string} */
function workerAddress() {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  return types ? types.createPolicy('sw', { createScriptURL: () => '/sw.js' }).createScriptURL('') : '/sw.js';
}
