/**
 * The phone's own storage: one database per diary, and a small one that names the current diary.
 *
 * Saved means that a transaction with strict durability has completed; nothing is called saved before.
 * Tables are only ever added, and no upgrade touches `ops`.
 */
import Dexie from 'dexie';

import { asks, rebuild } from './projection.js';

/** Named once, so that the small database is never taken for a diary. */
export const DEVICE_DATABASE = 'limber-device';

/**
 * @typedef {Dexie & {
 *   rec: import('dexie').Table<StoredRow, [string, string]>,
 *   ops: import('dexie').Table<import('../domain/overlay.js').Op, number>,
 *   shown: import('dexie').Table<import('./projection.js').Shown, [string, string]>,
 *   outline: import('dexie').Table<import('./projection.js').Part, [string, string]>,
 *   packed: import('dexie').Table<import('./packs.js').PackList, string>,
 *   packs: import('dexie').Table<import('./packs.js').Pack, string>,
 *   sent: import('dexie').Table<any, string>,
 *   marks: import('dexie').Table<{space: string, mark: string, confirmed: boolean}, [string, string]>,
 *   spaces: import('dexie').Table<any, string>,
 *   parked: import('dexie').Table<any, [string, string]>,
 *   losers: import('dexie').Table<any, string>,
 *   meta: import('dexie').Table<{k: string, v: any}, string>,
 *   drafts: import('dexie').Table<{name: string, value: any}, string>,
 * }} Diary
 *
 * @typedef {object} StoredRow - the server's last row of a record
 * @property {string} space
 * @property {string} id
 * @property {string} kind
 * @property {number} gen - counts resets of the feed it came with
 * @property {import('../domain/overlay.js').Row} row
 */

/** The newest form of a diary that this build knows. */
const VERSION = 4;

/** Told when a newer build wants the database; set by the page. */
export const onOutdated = { tell: () => {} };

/**
 * @param {string} space - whose diary
 * @returns {Diary} opened by its first use
 */
export function diaryDatabase(space) {
  const db = /** @type {Diary} */ (new Dexie(`limber-${space}`, { chromeTransactionDurability: 'strict' }));
  db.version(1).stores({
    rec: '[space+id], [space+kind+local], [space+gen]',
    ops: '++n, &op, [space+id], state',
    sent: 'op, [space+n]',
    marks: '[space+mark], space',
    spaces: 'space',
    parked: '[space+id], kind',
    losers: 'op, [space+id]',
    meta: 'k',
    drafts: 'name',
  });
  db.version(2).stores({
    shown: '[space+id], [space+on], wait',
    outline: '[space+part]',
  }).upgrade((tx) => rebuild({
    rec: tx.table('rec'), ops: tx.table('ops'), shown: tx.table('shown'), outline: tx.table('outline'), meta: tx.table('meta'),
  }));
  db.version(3).stores({
    shown: '[space+id], [space+on], wait, ask',
  }).upgrade((tx) => tx.table('shown').filter(({ rec }) => rec.conf.length > 0).modify((one) => { Object.assign(one, asks(one.rec)); }));
  db.version(VERSION).stores({
    // An index that nothing asks costs every row its time.
    rec: '[space+id], [space+gen]',
    packed: 'pack, [space+to], [space+most]',
    packs: 'pack',
  });
  // Dexie would open it all the same; what this build does not know of, it could not keep whole.
  db.on('ready', () => {
    if (db.backendDB().version > VERSION * 10) throw new PhoneNewer();
  }, true);
  return makeRoom(db);
}

/** @returns {Dexie & {meta: import('dexie').Table<{k: string, v: any}, string>}} */
export function deviceDatabase() {
  const db = /** @type {any} */ (new Dexie(DEVICE_DATABASE, { chromeTransactionDurability: 'strict' }));
  db.version(1).stores({ meta: 'k' });
  return makeRoom(db);
}

/**
 * An old page must not block a newer build's upgrade: it closes, and asks to be loaded again.
 * @template {Dexie} T
 * @param {T} db
 * @returns {T}
 */
function makeRoom(db) {
  db.on('versionchange', (event) => {
    db.close();
    // Without a new version the database is being deleted, which is no update.
    if (event.newVersion) onOutdated.tell();
    // Else Dexie's own handler comes next, and prints.
    return false;
  });
  // A read that still ends delays a delete for a moment; that is nothing to print.
  db.on('blocked', () => false);
  return db;
}

const LOST_SERVER = ['UnknownError', 'InvalidStateError', 'DatabaseClosedError'];

/**
 * Runs `work`; when the browser lost its storage process meanwhile, opens the database again and runs it
 * once more. `work` must be repeatable.
 * @template T
 * @param {Dexie} db
 * @param {() => PromiseLike<T>} work
 * @returns {Promise<T>}
 */
export async function steadily(db, work) {
  try {
    return await work();
  } catch (error) {
    if (!LOST_SERVER.includes(causeName(error))) throw error;
    db.close({ disableAutoOpen: false });
    await db.open();
    return work();
  }
}

/** The phone has no room left for this. */
export class PhoneFull extends Error {
  name = 'PhoneFull';
  code = 'phone_full';
}

/** A newer build has written here; this one leaves it as it is. */
export class PhoneNewer extends Error {
  name = 'PhoneNewer';
  code = 'phone_newer';
}

/** @param {unknown} error @returns {string} the name of what really went wrong, under Dexie's wrapping */
export function causeName(error) {
  const { name = '', inner } = /** @type {{name?: string, inner?: unknown}} */ (error ?? {});
  return name === 'AbortError' && inner ? causeName(inner) : name;
}
