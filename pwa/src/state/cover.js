/**
 * The app lock. It hides the open diary behind a PIN on this phone; it encrypts nothing.
 * What it keeps is in localStorage, since the cover must be there before the database has answered.
 */
import { computed, effect, signal } from '@preact/signals';

import { setCurrent } from '../data/device.js';
import { isPin, quietLong, waitLeft } from '../domain/cover.js';
import { close, mustBeOpen } from './opened.js';
import { confirmPassword, session, signIn } from './session.js';
import { formerly } from './who.js';

const KEY = 'limber-cover';
/** As many as this phone manages in the time, between what is safe and what is customary. */
const ROUNDS = { least: 210_000, most: 600_000 };
const AIM_MS = 250;
const LOOK_MS = 5000;

/**
 * @typedef {object} Kept
 * @property {string} space - whose diary it covers
 * @property {string} salt - hex
 * @property {string} hash - of the PIN, hex
 * @property {number} rounds - of PBKDF2 with SHA-256
 * @property {import('../domain/cover.js').Idle} idle
 * @property {number} wrong - tries in a row
 * @property {number} at - when the last one was, in milliseconds
 */

/** What is kept of the app lock, null while it is off. @type {import('@preact/signals').Signal<Kept | null>} */
export const cover = signal(readKept());

/** Whether the PIN was given in this page since it was last covered. */
const proven = signal(false);

/** Whether the cover hides the diary now. True from the first moment of a page, until the PIN is given. */
export const covered = computed(() => {
  const { mode, space } = session.value;
  if (!cover.value || proven.value || mode === 'none') return false;
  return mode === 'loading' || space === cover.value.space;
});

/** Whether this browser can keep a PIN: it needs a safe connection, and storage. */
export const canCover = () => Boolean(globalThis.crypto?.subtle && globalThis.localStorage);

const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('limber-cover') : null;
/** @type {any} */ (channel)?.unref?.();

let lastAct = Date.now();
let lastTold = 0;

// Whoever signs out takes the PIN along; somebody else's diary is not behind it either.
let mine = false;
effect(() => {
  const { mode, space } = session.value;
  const kept = cover.peek();
  if (mode === 'loading' || !kept) return;
  if (space === kept.space) mine = true;
  else if (formerly(space) === kept.space) keep({ ...kept, space: /** @type {string} */ (space) });
  else if (space !== null || mine) forget();
});

/**
 * Switches the app lock on, or changes its PIN.
 * @param {string} pin - 4 to 8 digits
 */
export async function setPin(pin) {
  if (!isPin(pin)) throw Object.assign(new Error('not a PIN'), { code: 'no_pin' });
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
  const begun = performance.now();
  await derived(pin, salt, ROUNDS.least);
  const fits = Math.round(ROUNDS.least * (AIM_MS / Math.max(1, performance.now() - begun)));
  const rounds = Math.min(ROUNDS.most, Math.max(ROUNDS.least, fits));
  const hash = await derived(pin, salt, rounds);
  proven.value = true;
  mine = true;
  keep({ space: mustBeOpen().space, salt, hash, rounds, idle: cover.peek()?.idle ?? 5, wrong: 0, at: 0 });
  tell('changed');
}

/**
 * Takes the cover away when the PIN is right. A try during the wait counts for nothing.
 * @param {string} pin
 * @returns {Promise<boolean>}
 */
export async function tryPin(pin) {
  const kept = readKept() ?? cover.peek();
  if (!kept || waitLeft(kept, Date.now()) > 0) return false;
  // Counted before it is looked at, so that closing the app in between saves no try.
  keep({ ...kept, wrong: kept.wrong + 1, at: Date.now() });
  if (await derived(pin, kept.salt, kept.rounds) !== kept.hash) return false;
  keep({ ...kept, wrong: 0, at: 0 });
  uncover();
  return true;
}

/** Milliseconds until the next try. */
export const untilNextTry = () => waitLeft(readKept() ?? cover.peek() ?? { wrong: 0, at: 0 }, Date.now());

/** Covers every page of this app. */
export function coverNow() {
  proven.value = false;
  tell('cover');
}

/** @param {import('../domain/cover.js').Idle} idle */
export function setIdle(idle) {
  const kept = cover.peek();
  if (kept) keep({ ...kept, idle });
  tell('changed');
}

/** Switches the app lock off. Its caller has asked for the PIN or the password. */
export function switchOff() {
  forget();
  tell('changed');
}

/** The way out for a forgotten PIN: whoever knows the account's password. @param {string} password */
export async function openByPassword(password) {
  const { mode, account } = session.peek();
  if (mode === 'account') await confirmPassword(password);
  else await signIn({ email: account?.email ?? '', password });
  switchOff();
}

/** Deletes the open diary from this phone for good. Its caller has had the word typed. */
export async function eraseDiary() {
  const { db } = mustBeOpen();
  await setCurrent(null);
  await db.delete();
  close();
  forget();
  tell('erased');
  location.replace('/');
}

/** Somebody is here: they touched something, or are being guided and touch nothing. */
export function stillHere() {
  lastAct = Date.now();
  if (lastAct - lastTold < LOOK_MS) return;
  lastTold = lastAct;
  channel?.postMessage({ t: 'act' });
}

/** Watches for quiet minutes and for leaving, in this page and the others. */
export function followQuiet() {
  for (const kind of ['pointerdown', 'keydown', 'input']) addEventListener(kind, stillHere, { capture: true, passive: true });
  document.addEventListener('visibilitychange', () => { look(document.visibilityState === 'hidden'); });
  addEventListener('pagehide', () => look(true));
  setInterval(look, LOOK_MS);
  if (channel) channel.onmessage = ({ data }) => hear(data.t);
  // What another page said may come before what it stored.
  addEventListener('storage', ({ key }) => { if (key === KEY || key === null) cover.value = readKept(); });
}

/** @param {unknown} [leaving] */
function look(leaving) {
  const kept = cover.peek();
  if (!kept || !proven.peek()) return;
  if (leaving === true && kept.idle === 'leave') {
    proven.value = false;
    tell('left');
  } else if (quietLong(lastAct, Date.now(), kept.idle)) coverNow();
}

/** @param {string} what - said by another page of this app */
function hear(what) {
  if (what === 'act') lastAct = Date.now();
  else if (what === 'erased') location.replace('/');
  else {
    cover.value = readKept();
    if (what === 'open') proven.value = true;
    // Going from one page of this app to another is no leaving: the one in front stays open.
    else if (what === 'cover' || (what === 'left' && document.visibilityState === 'hidden')) proven.value = false;
  }
}

function uncover() {
  lastAct = Date.now();
  proven.value = true;
  tell('open');
}

/** @param {'cover' | 'left' | 'open' | 'changed' | 'erased'} t */
function tell(t) {
  channel?.postMessage({ t });
}

/** @param {Kept} kept */
function keep(kept) {
  localStorage.setItem(KEY, JSON.stringify(kept));
  cover.value = kept;
}

function forget() {
  globalThis.localStorage?.removeItem(KEY);
  cover.value = null;
  proven.value = false;
  mine = false;
}

/** @returns {Kept | null} */
function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return kept?.hash && kept.salt && kept.space ? kept : null;
  } catch {
    return null;
  }
}

/** @param {string} pin @param {string} salt - hex @param {number} rounds @returns {Promise<string>} hex */
async function derived(pin, salt, rounds) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bytes = Uint8Array.from(salt.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes, iterations: rounds }, key, 256);
  return hex(new Uint8Array(bits));
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
