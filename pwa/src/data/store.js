/** The sync core's storage: the diary's tables, many of them changed in one strict transaction. */
import { randomId } from './chance.js';
import { announceChange } from './changes.js';
import { deviceId, forgetDeviceId } from './device.js';

/** @typedef {import('./database.js').Diary} Diary */

const SENT_DAYS = 90;
const SENT_MOST = 5000;
// Short, since a page that was killed cannot give it back.
const LEASE_MS = 10_000;

/** @param {Diary} db @returns {import('../sync/types.js').Store} */
export function syncStore(db) {
  return {
    // The function itself must be async: Dexie then follows the awaits inside it.
    atomically: (work) => db.transaction('rw', db.tables, async () => work()),
    device: () => deviceId(db),
    newDevice: () => forgetDeviceId(db),
    turn: async () => (await db.meta.get('turn'))?.v ?? 0,
    setTurn: async (v) => { await db.meta.put({ k: 'turn', v }); },
    ops: async () => /** @type {any} */ (await db.ops.orderBy('n').toArray()),
    putOp: async (op) => { await db.ops.put(op); },
    dropOps: async (ns) => { await db.ops.bulkDelete(ns); },
    keepSent: (op, at) => keepSent(db, op, at),
    sentOf: async (space) => (await db.sent.where('[space+n]').between([space, -Infinity], [space, Infinity]).toArray())
      .map(({ acked_at: _acked, ...op }) => op),
    ...markTables(db),
    ...rowTables(db),
    changed: (space, ids) => announceChange({ space, ids }),
  };
}

/** @param {Diary} db */
function markTables(db) {
  return {
    marks: () => db.marks.toArray(),
    putMark: async (/** @type {{space: string, mark: string, confirmed: boolean}} */ mark) => { await db.marks.put(mark); },
    dropMarks: async (/** @type {string} */ space, /** @type {string[]} */ marks) => {
      await db.marks.bulkDelete(marks.map((mark) => /** @type {[string, string]} */ ([space, mark])));
    },
    spaces: () => db.spaces.toArray(),
    putSpace: async (/** @type {any} */ state) => { await db.spaces.put(state); },
  };
}

/** @param {Diary} db */
function rowTables(db) {
  const all = (/** @type {string} */ space) => /** @type {const} */ ([[space, ''], [space, '\uffff']]);
  return {
    wipeSpace: async (/** @type {string} */ space) => {
      await Promise.all([db.rec, db.parked, db.losers].map((table) => table.where('[space+id]').between(...all(space)).delete()));
      await db.marks.where('space').equals(space).delete();
      await db.spaces.delete(space);
    },
    putRows: (/** @type {string} */ space, /** @type {number} */ gen, /** @type {any[]} */ rows) => putRows(db, space, gen, rows),
    park: async (/** @type {string} */ space, /** @type {number} */ gen, /** @type {any[]} */ rows) => {
      await db.parked.bulkPut(rows.map((row) => ({ space, id: row.id, kind: row.kind, gen, row })));
    },
    dropRows: async (/** @type {string} */ space, /** @type {string[]} */ ids) => {
      const keys = ids.map((id) => /** @type {[string, string]} */ ([space, id]));
      await Promise.all([db.rec.bulkDelete(keys), db.parked.bulkDelete(keys)]);
      await db.losers.where('[space+id]').anyOf(keys).delete();
    },
    sweep: async (/** @type {string} */ space, /** @type {number} */ gen) => {
      await db.rec.where('[space+gen]').between([space, -Infinity], [space, gen], true, false).delete();
      await db.parked.where('[space+id]').between(...all(space)).filter((one) => one.gen < gen).delete();
    },
  };
}

/** @param {Diary} db @param {string} space @param {number} gen @param {any[]} rows */
async function putRows(db, space, gen, rows) {
  const keys = rows.map(({ id }) => /** @type {[string, string]} */ ([space, id]));
  await db.rec.bulkPut(rows.map((row) => (
    { space, id: row.id, kind: row.kind, local: row.body.on ?? row.body.at ?? '', gen, row })));
  await db.parked.bulkDelete(keys);
  await db.losers.where('[space+id]').anyOf(keys).delete();
  await db.losers.bulkPut(rows.flatMap((row) => (row.lost ?? []).map((/** @type {any} */ lost) => ({ ...lost, space, id: row.id }))));
}

/** @param {Diary} db @param {import('../sync/types.js').OutboxOp} op @param {number} at */
async function keepSent(db, op, at) {
  await db.sent.put({ ...op, acked_at: at });
}

/** Lets go of sent ops that are both old and many. @param {Diary} db @param {number} now */
export async function tidySent(db, now) {
  const count = await db.sent.count();
  if (count <= SENT_MOST) return;
  const old = now - SENT_DAYS * 86_400_000;
  const oldest = await db.sent.orderBy('[space+n]').limit(count - SENT_MOST).filter((op) => op.acked_at < old).primaryKeys();
  await db.sent.bulkDelete(oldest);
}

const holder = pageId();

/** One id for a page and its reloads: a lease left by the page before a reload is its own. */
function pageId() {
  try {
    const known = sessionStorage.getItem('limber-page') ?? randomId();
    sessionStorage.setItem('limber-page', known);
    return known;
  } catch {
    return randomId();
  }
}

/**
 * One page syncs at a time. It only saves work: two at once do no harm.
 * @param {Diary} db
 * @param {number} now
 * @returns {Promise<boolean>} false while another page is at it
 */
export function takeLease(db, now) {
  return db.transaction('rw', db.meta, async () => {
    const lease = (await db.meta.get('lease'))?.v;
    if (lease && lease.holder !== holder && lease.until > now && lease.until <= now + LEASE_MS) return false;
    await db.meta.put({ k: 'lease', v: { holder, until: now + LEASE_MS } });
    return true;
  });
}

/** @param {Diary} db */
export async function giveLease(db) {
  const lease = (await db.meta.get('lease'))?.v;
  if (lease?.holder === holder) await db.meta.delete('lease');
}
