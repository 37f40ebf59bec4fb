/** The app's own updates: offered, and taken only when the person says so. */
import { signal } from '@preact/signals';

import { onOutdated } from '../data/database.js';

/** True while a newer version waits to be taken. */
export const updateReady = signal(false);

/** @type {ServiceWorkerRegistration | null} */
let registration = null;
let accepted = false;

/** Registers the worker and watches for newer ones. Where workers are missing the app works without. */
export async function startUpdates() {
  onOutdated.tell = () => { updateReady.value = true; };
  if (registration || !globalThis.navigator?.serviceWorker) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => { if (accepted) location.reload(); });
  registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
  watch(registration);
  const check = () => {
    if (document.visibilityState !== 'hidden') registration?.update().catch(() => {});
  };
  addEventListener('pageshow', check);
  document.addEventListener('visibilitychange', check);
}

/** Takes the newer version and loads the page again. */
export function acceptUpdate() {
  accepted = true;
  const waiting = registration?.waiting;
  if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' });
  else location.reload();
}

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
