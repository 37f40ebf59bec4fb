/** Whose diary is open on this phone, told to every page of it. */
import { signal } from '@preact/signals';

import * as device from '../data/device.js';
import { close, open, opened } from './opened.js';
import { syncRuns } from './sync.js';

/**
 * @typedef {object} Session
 * @property {'loading' | 'none' | 'local' | 'account' | 'signed_out'} mode
 * @property {string | null} space
 * @property {{id: string, email: string, display_name: string} | null} account
 */

/** @type {import('@preact/signals').Signal<Session>} */
export const session = signal({ mode: 'loading', space: null, account: null });

/** Diaries that lie here unseen, with entries no server has. @type {import('@preact/signals').Signal<device.Kept[]>} */
export const kept = signal([]);

/** Whose account this phone was removed from, until somebody reads it. @type {import('@preact/signals').Signal<string | null>} */
export const removedFrom = signal(null);

/** A diary that has just become another one whole: what belongs to the phone goes along. @type {{from: string, to: string} | null} */
let moved = null;

/** @param {string | null | undefined} space @returns {string | null} the space that this diary had before it moved, if it did */
export const formerly = (space) => (moved && moved.to === space ? moved.from : null);

/** @param {string} from @param {string} to */
export function noteMove(from, to) {
  moved = { from, to };
}

const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('limber-session') : null;
/** @type {any} */ (channel)?.unref?.();

/** @param {() => unknown} follow - another page has opened or left a diary */
export function onOtherPage(follow) {
  if (channel) channel.onmessage = () => { follow(); };
}

/** Somebody is to see at once that the diary here is another one, or none. */
export const tellPages = () => channel?.postMessage('changed');

/**
 * Shows a diary that is on this phone.
 * @param {device.Current} current
 */
export async function enter(current) {
  if (opened.value?.space !== current.space) await open(current.space);
  // A full phone still shows what it has: nothing is written that is there already.
  if (JSON.stringify(await device.current()) !== JSON.stringify(current)) await device.setCurrent(current);
  session.value = { mode: current.mode, space: current.space, account: current.account };
  syncRuns(current);
}

/** Shows none. */
export function stepOut() {
  close();
  session.value = { mode: 'none', space: null, account: null };
  syncRuns({ space: '', mode: 'none', account: null });
}

/** @param {Partial<device.Device>} changes - stored all or not at all */
export async function remember(changes) {
  await device.remember(changes);
  if (changes.kept) kept.value = changes.kept;
  if (changes.removed !== undefined) removedFrom.value = changes.removed;
}

/** @param {string} space @param {device.Kept[]} more @returns {Promise<device.Kept[]>} what is kept here besides that diary, and more */
export async function keptBeside(space, more = []) {
  return [...(await device.known()).kept.filter((one) => one.space !== space), ...more];
}
