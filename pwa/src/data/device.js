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

/**
 * @typedef {object} Kept - a diary that lies on this phone, unseen, with entries that no server has
 * @property {string} space
 * @property {string} name - of its owner; empty where it has none
 * @property {number} entries
 * @property {boolean} [local] - it belongs to no account, and can be opened again on this phone
 */

/** @param {unknown} held @returns {Kept[]} */
const keptOf = (held) => (/** @type {(Kept | string)[]} */ (held ?? [])).filter((one) => typeof one === 'object');

/**
 * @typedef {object} Move - a diary without an account on its way into one
 * @property {string} from
 * @property {string} to
 * @property {Current['account']} account
 * @property {boolean} copied - all of it is there, and only the old one is still to go
 *
 * @typedef {object} Device - what this phone knows of itself
 * @property {Current | null} current
 * @property {Kept[]} kept
 * @property {boolean} pending_logout - the server is still to be told of a sign-out
 * @property {boolean} pending_wiped - the server is still to be told that this phone, removed from an account, is empty
 * @property {string | null} removed - whose account it was removed from, until somebody reads it
 * @property {boolean} asking - somebody has signed in, and what becomes of the diary here is not yet decided
 * @property {{space: string, erase: boolean} | null} leaving - a diary that is being taken off this phone
 * @property {Move | null} moving
 * @property {{from: string, to: string} | null} moved - the last one that did
 */

/** @returns {Promise<Device>} */
export async function known() {
  const held = new Map((await device.meta.toArray()).map(({ k, v }) => [k, v]));
  return {
    current: held.get('current') ?? null, kept: keptOf(held.get('kept')),
    pending_logout: held.get('pending_logout') === true, pending_wiped: held.get('pending_wiped') === true,
    removed: held.get('removed') ?? null, asking: held.get('asking') === true,
    leaving: held.get('leaving') ?? null, moving: held.get('moving') ?? null,
    moved: held.get('moved') ?? null,
  };
}

/** Stores all of it or nothing. @param {Partial<Device>} changes */
export async function remember(changes) {
  const rows = Object.entries(changes).map(([k, v]) => ({ k, v }));
  await device.transaction('rw', device.meta, () => device.meta.bulkPut(rows));
}

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
