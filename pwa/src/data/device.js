/** What this phone knows of itself: which diary is open, as whom, and what is left to be done about leaving. */
import { deviceDatabase } from './database.js';
import { randomId } from './chance.js';

/**
 * @typedef {object} Current
 * @property {string} space
 * @property {'local' | 'account' | 'signed_out'} mode
 * @property {{id: string, email: string, display_name: string} | null} account
 */

const device = deviceDatabase();

/** @returns {Promise<Current | null>} */
export const current = () => read('current');

/** @param {Current | null} value */
export const setCurrent = (value) => write('current', value);

/** True while the server has not yet been told of a sign-out. @returns {Promise<boolean>} */
export const pendingLogout = async () => Boolean(await read('pending_logout'));

/** @param {boolean} value */
export const setPendingLogout = (value) => write('pending_logout', value);

/** @typedef {{space: string, name: string, entries: number}} Kept */

/** Diaries that still hold entries that were not sent when their owner signed out. @returns {Promise<Kept[]>} */
export const keptDiaries = async () => (/** @type {(Kept | string)[]} */ (await read('kept')) ?? []).filter((one) => typeof one === 'object');

/** @param {Kept[]} diaries */
export const setKeptDiaries = (diaries) => write('kept', diaries);

/**
 * The id this phone has in one diary; made at its first use.
 * @param {import('./database.js').Diary} db
 * @returns {Promise<string>}
 */
export function deviceId(db) {
  return db.transaction('rw', db.meta, async () => {
    const known = await db.meta.get('device');
    if (known) return known.v;
    const made = randomId();
    await db.meta.put({ k: 'device', v: made });
    return made;
  });
}

/** Takes a new id, for a phone whose id turned out to belong to another account. @param {import('./database.js').Diary} db */
export async function forgetDeviceId(db) {
  await db.meta.delete('device');
}

/** @param {string} k */
async function read(k) {
  return (await device.meta.get(k))?.v ?? null;
}

/** @param {string} k @param {unknown} v */
async function write(k, v) {
  await device.transaction('rw', device.meta, () => device.meta.put({ k, v }));
}
