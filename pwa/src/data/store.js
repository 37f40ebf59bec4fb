/** The sync core's storage: the diary's tables, many of them changed in one strict transaction. */
import Dexie from 'dexie';

import { randomId } from './chance.js';
import { announceChange } from './changes.js';
import { deviceId, forgetDeviceId } from './device.js';
import { reproject } from './projection.js';

/** @typedef {import('./database.js').Diary} Diary */

const SENT_DAYS = 90;
const SENT_MOST = 5000;
// Short, since a page that was killed cannot give it back.
const LEASE_MS = 10_000;
// More changed records than this are read anew together.
const MANY = 1000;

/** @param {Diary} db @returns {import('../sync/types.js').Store} */
export function syncStore(db) {
  return {
    atomically: (work) => projecting(db, work),
    device: () => deviceId(db),
    newDevice: () => forgetDeviceId(db),
    turn: async () => (await db.meta.get('turn'))?.v ?? 0,
    setTurn: async (v) => { await db.meta.bulkPut([{ k: 'turn', v }, { k: 'shown_turn', v }]); },
    ops: async () => /** @type {any} */ (await db.ops.orderBy('n').toArray()),
    putOp: (op) => projecting(db, async (touched) => {
      touched.add(op.space, op.id);
      await db.ops.put(op);
    }),
    dropOps: (ns) => projecting(db, async (touched) => {
      for (const op of await db.ops.bulkGet(ns)) if (op) touched.add(op.space, op.id);
      await db.ops.bulkDelete(ns);
    }),
    keepSent: (op, at) => keepSent(db, op, at),
    sentOf: async (space) => (await db.sent.where('[space+n]').between([space, -Infinity], [space, Infinity]).toArray())
      .map(({ acked_at: _acked, ...op }) => op),
    ...markTables(db),
    ...rowTables(db),
    // Which records changed was announced with the transaction that changed them.
    changed: (space) => announceChange({ space, ids: [] }),
  };
}

/** The records one transaction changes. */
class Touched {
  /** @type {Map<string, Set<string>>} */
  spaces = new Map();

  /** @param {string} space @param {...string} ids */
  add(space, ...ids) {
    const its = this.spaces.get(space) ?? new Set();
    this.spaces.set(space, its);
    for (const id of ids) its.add(id);
  }

  /** @returns {[string, string][]} */
  keys() {
    return [...this.spaces].flatMap(([space, ids]) => [...ids].map((id) => /** @type {[string, string]} */ ([space, id])));
  }
}

/** @type {WeakMap<object, Touched>} */
const underway = new WeakMap();

/**
 * Runs `work` in one strict transaction, at whose end what is shown of every changed record is made anew. Inside
 * such a transaction it only runs `work`.
 * @template T
 * @param {Diary} db
 * @param {(touched: Touched) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function projecting(db, work) {
  const outer = Dexie.currentTransaction && underway.get(Dexie.currentTransaction);
  if (outer) return work(outer);
  const touched = new Touched();
  // The function itself must be async: Dexie then follows the awaits inside it.
  const result = await db.transaction('rw', db.tables, async (tx) => {
    underway.set(tx, touched);
    const done = await work(touched);
    await reproject(db, touched.keys());
    return done;
  });
  for (const [space, ids] of touched.spaces) announceChange({ space, ids: ids.size > MANY ? null : [...ids] });
  return result;
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
    wipeSpace: (/** @type {string} */ space) => projecting(db, async (touched) => {
      const keys = await db.rec.where('[space+id]').between(...all(space)).primaryKeys();
      touched.add(space, ...keys.map(([, id]) => id));
      await Promise.all([db.rec, db.parked, db.losers].map((table) => table.where('[space+id]').between(...all(space)).delete()));
      await db.marks.where('space').equals(space).delete();
      await db.spaces.delete(space);
    }),
    putRows: (/** @type {string} */ space, /** @type {number} */ gen, /** @type {any[]} */ rows) => projecting(db, (touched) => {
      touched.add(space, ...rows.map(({ id }) => id));
      return putRows(db, space, gen, rows);
    }),
    park: async (/** @type {string} */ space, /** @type {number} */ gen, /** @type {any[]} */ rows) => {
      await db.parked.bulkPut(rows.map((row) => ({ space, id: row.id, kind: row.kind, gen, row })));
    },
    dropRows: (/** @type {string} */ space, /** @type {string[]} */ ids) => projecting(db, async (touched) => {
      touched.add(space, ...ids);
      const keys = ids.map((id) => /** @type {[string, string]} */ ([space, id]));
      await Promise.all([db.rec.bulkDelete(keys), db.parked.bulkDelete(keys)]);
      await db.losers.where('[space+id]').anyOf(keys).delete();
    }),
    sweep: (/** @type {string} */ space, /** @type {number} */ gen) => projecting(db, async (touched) => {
      const old = await db.rec.where('[space+gen]').between([space, -Infinity], [space, gen], true, false).primaryKeys();
      touched.add(space, ...old.map(([, id]) => id));
      await db.rec.bulkDelete(old);
      await db.parked.where('[space+id]').between(...all(space)).filter((one) => one.gen < gen).delete();
    }),
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
