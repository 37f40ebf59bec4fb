/** Ops the server has, kept for a while: a server that was restored from a copy needs them again. */

import { inParts } from './parts.js';

/** @typedef {import('./database.js').Diary} Diary */
/** @typedef {import('../sync/types.js').OutboxOp} OutboxOp */

const DAY_MS = 86_400_000;
const SENT_DAYS = 90;
const SENT_MOST = 5000;
/** So long a server still takes what was written for a diary that is no longer shared. */
const UNSHARED_DAYS = 30;
const PAGE = 500;

/** @param {string} space @returns {[[string, number], [string, number]]} */
const all = (space) => [[space, -Infinity], [space, Infinity]];

/** @param {Diary} db @param {readonly OutboxOp[]} ops @param {number} at */
export async function keepSent(db, ops, at) {
  await inParts(ops, (part) => db.sent.bulkPut(part.map(({ ack: _ack, ...op }) => ({ ...op, acked_at: at }))));
}

/**
 * Inside a transaction: every op of a space the server had taken waits again, in its old place.
 * @param {Diary} db @param {string} space
 * @returns {Promise<string[]>} the records they belong to
 */
export async function resend(db, space) {
  const acked = (await db.ops.where('state').equals('acked').toArray()).filter((op) => op.space === space);
  await db.ops.bulkPut(acked.map((op) => again(op)));
  const touched = new Set(acked.map(({ id }) => id));
  for (let from = -Infinity; ;) {
    const page = await db.sent.where('[space+n]').between([space, from], all(space)[1], false, true).limit(PAGE).toArray();
    for (const { acked_at: _at, ...op } of await missing(db, page)) {
      const taken = await db.ops.get(op.n);
      const { n: _n, ...placeless } = op;
      await db.ops.add(again(taken ? placeless : op));
      touched.add(op.id);
    }
    if (page.length < PAGE) return [...touched];
    from = page[page.length - 1].n;
  }
}

/** @param {any} op */
function again({ ack: _ack, ...op }) {
  return { ...op, state: 'queued', resent: true };
}

/** Those that are not in the outbox. @param {Diary} db @param {any[]} sent */
async function missing(db, sent) {
  const there = await db.ops.where('op').anyOf(sent.map(({ op }) => op)).toArray();
  const known = new Set(there.map(({ op }) => op));
  return sent.filter(({ op }) => !known.has(op));
}

/**
 * Inside a transaction: forgets what was sent of records that were erased. The erasing itself is kept.
 * @param {Diary} db @param {string} space @param {ReadonlySet<string>} ids
 */
export function forgetSent(db, space, ids) {
  return db.sent.where('[space+n]').between(...all(space)).filter((op) => ids.has(op.id) && op.t !== 'erase').delete();
}

/**
 * Lets go of sent ops that are both old and many, and of old ones of diaries that are no longer shared. What was
 * erased must stay erased, also on a server put back from an old copy.
 * @param {Diary} db @param {number} now
 */
export async function tidySent(db, now) {
  const shared = new Set((await db.spaces.toArray()).map(({ space }) => space));
  const old = (/** @type {any} */ op, /** @type {number} */ days) => op.t !== 'erase' && op.acked_at < now - days * DAY_MS;
  const spaces = /** @type {any[]} */ (await db.sent.orderBy('[space+n]').uniqueKeys()).map(([space]) => space);
  for (const space of new Set(spaces)) {
    if (shared.has(space)) continue;
    await db.sent.where('[space+n]').between(...all(space)).filter((op) => old(op, UNSHARED_DAYS)).delete();
    if (await db.sent.where('[space+n]').between(...all(space)).count() === 0) await db.marks.where('space').equals(space).delete();
  }
  const count = await db.sent.count();
  if (count <= SENT_MOST) return;
  const oldest = await db.sent.orderBy('[space+n]').limit(count - SENT_MOST).filter((op) => old(op, SENT_DAYS)).primaryKeys();
  await db.sent.bulkDelete(oldest);
}
