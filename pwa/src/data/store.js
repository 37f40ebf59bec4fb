/** The sync core's storage: the diary's tables. */
import { announceChange } from './changes.js';
import { deviceId, forgetDeviceId } from './device.js';
import { dropPacks, pack, unpack } from './packs.js';
import { inParts } from './parts.js';
import { shownAmong } from './reproject.js';
import { forgetSent, keepSent, resend } from './sent.js';
import { projecting } from './touched.js';

/**
 * @typedef {import('./database.js').Diary} Diary
 * @typedef {import('../sync/types.js').OutboxOp} OutboxOp
 * @typedef {import('../sync/types.js').Row} Row
 */

/** Dated records of so many days are shown from the start; a page of far older ones is packed. */
const NEAR_DAYS = 93;

/** @type {import('./packs.js').Packing} */
const PACKING = {
  least: 50, before: () => new Date(Date.now() - NEAR_DAYS * 86_400_000).toISOString().slice(0, 10),
};

/** @param {Diary} db @param {import('./packs.js').Packing} [packing] @returns {import('../sync/types.js').Store} */
export function syncStore(db, packing = PACKING) {
  return {
    atomically: (work) => projecting(db, work),
    device: () => deviceId(db),
    newDevice: () => forgetDeviceId(db),
    turn: async () => (await db.meta.get('turn'))?.v ?? 0,
    setTurn: async (v) => { await db.meta.bulkPut([{ k: 'turn', v }, { k: 'shown_turn', v }]); },
    recall: async (k) => (await db.meta.get(k))?.v,
    remember: async (k, v) => { await db.meta.put({ k, v }); },
    ...outbox(db),
    ...markTables(db),
    ...rowTables(db, packing),
    // Which records changed was announced with the transaction that changed them.
    changed: (space) => announceChange({ space, ids: [] }),
  };
}

/** @param {Diary} db */
function outbox(db) {
  const inState = async (/** @type {string} */ state) => /** @type {OutboxOp[]} */ (await db.ops.where('state').equals(state).toArray());
  return {
    firstQueued: async () => (await db.ops.where('state').equals('queued').first())?.n ?? null,
    opsFrom: async (/** @type {number} */ n, /** @type {number} */ most) => (
      /** @type {OutboxOp[]} */ (await db.ops.where('n').aboveOrEqual(n).limit(most).toArray())),
    blocked: () => inState('blocked'),
    acked: () => inState('acked'),
    still: async (/** @type {readonly OutboxOp[]} */ ops) => {
      /** @type {OutboxOp[]} */
      const there = [];
      await inParts(ops, async (part) => {
        const found = await db.ops.bulkGet(part.map(({ n }) => n));
        there.push(.../** @type {OutboxOp[]} */ (found.filter((op, i) => op && op.op === part[i].op)));
      });
      return there;
    },
    free: (/** @type {readonly OutboxOp[]} */ ops) => free(db, ops.filter(({ state }) => state === 'acked')),
    putOps: (/** @type {OutboxOp[]} */ ops) => (ops.length === 0 ? nothing() : projecting(db, async (touched) => {
      for (const { space, id } of ops) if (isText(space) && isText(id)) touched.add(space, [id]);
      await inParts(ops, (part) => db.ops.bulkPut(part));
    })),
    dropOps: (/** @type {readonly OutboxOp[]} */ ops) => (ops.length === 0 ? nothing() : projecting(db, async (touched) => {
      for (const { space, id } of ops) touched.add(space, [id]);
      await db.ops.bulkDelete(ops.map(({ n }) => n));
    })),
    keepSent: (/** @type {OutboxOp[]} */ ops, /** @type {number} */ at) => keepSent(db, ops, at),
    resend: (/** @type {string} */ space) => projecting(db, async (touched) => { touched.add(space, await resend(db, space)); }),
  };
}

/**
 * Without those on a record that has no row while more of it is to be read back, be it waiting or taken since. A first
 * reading names nothing that is deleted; what was brought back meanwhile would stand there empty.
 * @param {Diary} db @param {OutboxOp[]} ops
 */
async function free(db, ops) {
  const these = new Set(ops.map(({ op }) => op));
  const others = ops.length > 0 ? (await db.ops.toArray()).filter(({ op }) => !these.has(op)) : [];
  const waited = new Set(others.map(({ space, id }) => `${space} ${id}`));
  const some = ops.filter(({ space, id }) => waited.has(`${space} ${id}`));
  const keys = some.map(({ space, id }) => /** @type {[string, string]} */ ([space, id]));
  await unpack(db, keys);
  const [rows, parked] = await Promise.all([db.rec.bulkGet(keys), db.parked.bulkGet(keys)]);
  const alone = new Set(some.filter((_, at) => !rows[at] && !parked[at]).map(({ op }) => op));
  return ops.filter(({ op }) => !alone.has(op));
}

const nothing = () => Promise.resolve();

/** @param {unknown} value */
const isText = (value) => typeof value === 'string';

/** @param {Diary} db */
function markTables(db) {
  return {
    marks: () => db.marks.toArray(),
    putMark: async (/** @type {import('../sync/types.js').Mark} */ mark) => { await db.marks.put(mark); },
    dropMarks: async (/** @type {string} */ space, /** @type {string[]} */ marks) => {
      await db.marks.bulkDelete(marks.map((mark) => /** @type {[string, string]} */ ([space, mark])));
    },
    spaces: () => db.spaces.toArray(),
    putSpace: async (/** @type {any} */ state) => { await db.spaces.put(state); },
  };
}

/** @param {Diary} db @param {import('./packs.js').Packing} packing */
function rowTables(db, packing) {
  const all = (/** @type {string} */ space) => /** @type {const} */ ([[space, ''], [space, '\uffff']]);
  return {
    wipeSpace: (/** @type {string} */ space) => projecting(db, async (touched) => {
      const keys = await db.rec.where('[space+id]').between(...all(space)).primaryKeys();
      touched.removed(space, keys.map(([, id]) => id));
      await dropPacks(db, space);
      await Promise.all([db.rec, db.parked, db.losers].map((table) => table.where('[space+id]').between(...all(space)).delete()));
      await db.spaces.delete(space);
    }),
    putRows: (/** @type {string} */ space, /** @type {number} */ gen, /** @type {Row[]} */ rows) => projecting(db, async (touched) => {
      await unpack(db, rows.map(({ id }) => [space, id]));
      const loose = await pack(db, space, gen, rows, packing, (ids) => hereAmong(db, space, ids));
      if (loose.length < rows.length) touched.packed.add(space);
      touched.stored(space, loose);
      if (loose.length > 0) await putRows(db, space, gen, loose);
    }),
    park: async (/** @type {string} */ space, /** @type {number} */ gen, /** @type {Row[]} */ rows) => {
      await db.parked.bulkPut(rows.map((row) => ({ space, id: row.id, kind: row.kind, gen, row })));
    },
    unpark: async (/** @type {(row: Row) => boolean} */ knows) => {
      if (await db.parked.filter(({ row }) => knows(row)).count() === 0) return;
      await projecting(db, async (touched) => {
        const found = await db.parked.filter(({ row }) => knows(row)).toArray();
        await unpack(db, found.map(({ space, id }) => [space, id]));
        const newer = await db.rec.bulkGet(found.map(({ space, id }) => /** @type {[string, string]} */ ([space, id])));
        for (const [i, { space, id, gen, row }] of found.entries()) {
          const known = newer[i];
          touched.stored(space, [known && known.gen > gen ? known.row : row]);
          if (known && known.gen > gen) await db.parked.delete([space, id]);
          else await putRows(db, space, gen, [row]);
        }
      });
    },
    dropRows: (/** @type {string} */ space, /** @type {string[]} */ ids) => projecting(db, async (touched) => {
      touched.removed(space, ids);
      const keys = ids.map((id) => /** @type {[string, string]} */ ([space, id]));
      await unpack(db, keys);
      await Promise.all([db.rec.bulkDelete(keys), db.parked.bulkDelete(keys)]);
      await db.losers.where('[space+id]').anyOf(keys).delete();
    }),
    sweep: (/** @type {string} */ space, /** @type {number} */ gen) => projecting(db, async (touched) => {
      const old = await db.rec.where('[space+gen]').between([space, -Infinity], [space, gen], true, false).primaryKeys();
      touched.removed(space, old.map(([, id]) => id));
      await db.rec.bulkDelete(old);
      await db.losers.where('[space+id]').anyOf(old).delete();
      await dropPacks(db, space, gen);
      await db.parked.where('[space+id]').between(...all(space)).filter((one) => one.gen < gen).delete();
    }),
  };
}

/** Which of some records this phone has or was told of. @param {Diary} db @param {string} space @param {string[]} ids */
async function hereAmong(db, space, ids) {
  const keys = ids.map((id) => /** @type {[string, string]} */ ([space, id]));
  const [isShown, some] = await Promise.all([shownAmong(db.shown, keys, 1), db.parked.count()]);
  const parked = some > 0 ? await db.parked.bulkGet(keys) : [];
  return new Set(ids.filter((id, i) => isShown([space, id]) || parked[i]));
}

/** @param {Diary} db @param {string} space @param {number} gen @param {Row[]} rows */
async function putRows(db, space, gen, rows) {
  const keys = rows.map(({ id }) => /** @type {[string, string]} */ ([space, id]));
  const lost = rows.flatMap((row) => (row.lost ?? []).map((one) => ({ ...one, space, id: row.id })));
  const erased = new Set(rows.filter((row) => row.erased).map(({ id }) => id));
  // Tables that are empty, as on a new phone, are not asked about a thousand records one by one.
  const [parked, losers] = await Promise.all([db.parked.count(), db.losers.count()]);
  await Promise.all([
    inParts(rows, (part) => db.rec.bulkPut(part.map((row) => (
      { space, id: row.id, kind: row.kind, gen, row })))),
    parked > 0 && db.parked.bulkDelete(keys),
    losers > 0 && db.losers.where('[space+id]').anyOf(keys).delete(),
    erased.size > 0 && forgetSent(db, space, erased)]);
  if (lost.length > 0) await db.losers.bulkPut(lost);
}
