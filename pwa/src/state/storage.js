/** The phone's storage as the person needs to know it: what the browser promised, how full it is, how room is made. */
import { signal } from '@preact/signals';

import { causeName } from '../data/database.js';
import { setStoragePromise, storagePromise } from '../data/kept-promise.js';

/** What the browser answered when it was asked to keep everything; null: not asked yet, or it knows no such thing. */
export const promised = signal(/** @type {boolean | null} */ (null));

/** @typedef {'missing' | 'full' | 'newer' | 'closed'} StorageTrouble */

/**
 * Why the diary did not open; what is stored is untouched. missing: this browser has no storage, as some private
 * windows; full: no room; newer: a newer build has written it; closed: it may open the next time.
 */
export const storageTrouble = signal(/** @type {StorageTrouble | null} */ (null));

/** @type {Record<string, StorageTrouble>} */
const TROUBLES = { MissingAPIError: 'missing', SecurityError: 'missing', QuotaExceededError: 'full', PhoneFull: 'full', PhoneNewer: 'newer' };

/** @param {unknown} error @returns {StorageTrouble} */
export const troubleOf = (error) => (globalThis.indexedDB ? TROUBLES[causeName(error)] ?? 'closed' : 'missing');

/** Kept so that a full phone still takes what is being written: it goes first. */
const SPARE = 'spare-room';
const SPARE_BYTES = 512 * 1024;
/** Below this no spare is laid by. */
const AMPLE_BYTES = 50 * 1024 * 1024;
/** There was no room in this page's time; what the browser says of its room is no more than a guess. */
let tight = false;
const SHELL = 'limber-';
const WORKER_ANSWERS_MS = 1000;

/** True for an app on the home screen; it may have a storage of its own. */
export function onHomeScreen() {
  const iphone = 'standalone' in navigator && navigator.standalone === true;
  return iphone || Boolean(globalThis.matchMedia?.('(display-mode: standalone)').matches);
}

/** Where it was asked in this page: an answer in the tab says nothing about the home screen. */
let asked = /** @type {'tab' | 'home' | null} */ (null);

/** After a first entry, and again on the home screen: ask the browser to keep what is stored. Nothing rests on the answer. */
export function keepStorage() {
  if (!globalThis.navigator?.storage?.persist) return;
  const place = onHomeScreen() ? 'home' : 'tab';
  if (asked === place || asked === 'home') return;
  asked = place;
  ask(place).then(layBy).catch(() => { asked = null; });
}

/** @param {'tab' | 'home'} place */
async function ask(place) {
  const before = storagePromise();
  if (before && (before.kept || before.place === place || before.place === 'home')) {
    promised.value = before.kept;
    return;
  }
  const kept = await navigator.storage.persist();
  promised.value = kept;
  setStoragePromise({ kept, place });
}

/** What the browser answered before, for a screen that says so. */
export function readPromise() {
  promised.value = storagePromise()?.kept ?? null;
}

/** @returns {Promise<{used: number, free: number} | null>} bytes; null: this browser does not say */
export async function room() {
  const { usage, quota } = await globalThis.navigator?.storage?.estimate?.() ?? {};
  return usage === undefined || quota === undefined ? null : { used: usage, free: Math.max(0, quota - usage) };
}

async function layBy() {
  const now = await room();
  if (tight || !globalThis.caches || !now || now.free < AMPLE_BYTES || await caches.has(SPARE)) return;
  const spare = await caches.open(SPARE);
  await spare.put('/spare', new Response(new Uint8Array(SPARE_BYTES)));
}

/**
 * Makes room on a full phone: the spare, and what is left of versions of the app that are out of use. The version in
 * use stays, and so does everything a person wrote.
 * @returns {Promise<boolean>} whether anything went
 */
export async function makeRoom() {
  tight = true;
  if (!globalThis.caches) return false;
  try {
    const inUse = await namesInUse();
    const idle = (await caches.keys()).filter((name) => name === SPARE || (inUse && name.startsWith(SHELL) && !inUse.has(name)));
    const gone = await Promise.all(idle.map((name) => caches.delete(name)));
    return gone.includes(true);
  } catch {
    return false;
  }
}

/**
 * Runs `work`; where this phone has no room for it, makes some and runs it once more.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withRoom(work) {
  try {
    return await work();
  } catch (error) {
    if (troubleOf(error) !== 'full' || !await makeRoom()) throw error;
    return work();
  }
}

/** The shells that some worker answers from, now or next. @returns {Promise<Set<string> | null>} null: nobody can say */
async function namesInUse() {
  const found = await navigator.serviceWorker?.getRegistration();
  if (!found || found.installing) return null;
  const workers = [found.active, found.waiting].flatMap((worker) => worker ?? []);
  const names = await Promise.all(workers.map(nameOf));
  return names.includes(null) ? null : new Set(/** @type {string[]} */ (names));
}

/** @param {ServiceWorker} worker @returns {Promise<string | null>} null: one of an older build, which does not say */
function nameOf(worker) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data);
    setTimeout(() => answer(null), WORKER_ANSWERS_MS);
    worker.postMessage({ type: 'WHICH_SHELL' }, [port2]);
  });
}
