/** Saving what a person did, and reading it back. */
import { differing, seen, shown } from '../domain/overlay.js';
import { nowParts } from '../domain/time.js';
import { randomId } from './chance.js';
import { announceChange } from './changes.js';
import { causeName, PhoneFull, steadily } from './database.js';

/** @typedef {import('../domain/overlay.js').Op} Op */

/**
 * @typedef {object} Edit
 * @property {string} space
 * @property {string} id
 * @property {string} kind
 * @property {'put' | 'del' | 'restore'} t
 * @property {Record<string, any>} [set]
 */

/**
 * Stores one edit as an op, in one strict transaction, and answers when that has completed.
 * An edit that changes nothing stores nothing.
 * @param {import('./database.js').Diary} db
 * @param {Edit} edit
 * @returns {Promise<Op | null>}
 * @throws {PhoneFull} when there is no room; nothing is stored then
 */
export async function save(db, edit) {
  const { at, tz } = nowParts();
  const stamp = { op: randomId(), made_at: at, made_tz: tz };
  try {
    const saved = await steadily(db, () => db.transaction('rw', db.rec, db.ops, async () => store(db, edit, stamp)));
    if (saved) announceChange({ space: edit.space, ids: [edit.id] });
    return saved;
  } catch (error) {
    if (causeName(error) === 'QuotaExceededError') throw new PhoneFull();
    throw error;
  }
}

/**
 * @param {import('./database.js').Diary} db
 * @param {Edit} edit
 * @param {{op: string, made_at: string, made_tz: string}} stamp
 */
async function store(db, edit, stamp) {
  // After a lost connection the first try may have been kept after all.
  const already = await db.ops.where('op').equals(stamp.op).first();
  if (already) return already;
  const op = formed(await shownRecord(db, edit.space, edit.id), edit, stamp);
  if (op) op.n = await db.ops.add(op);
  return op;
}

/**
 * @param {import('../domain/overlay.js').Rec | null} rec - what is on the screen
 * @param {Edit} edit
 * @param {{op: string, made_at: string, made_tz: string}} stamp
 * @returns {Op | null}
 */
function formed(rec, { space, id, kind, t, set = {} }, stamp) {
  const base = { ...stamp, space, id, kind: rec?.kind ?? kind, sv: 1, t, state: /** @type {const} */ ('queued') };
  if (t !== 'put') {
    const needless = !rec || rec.deleted === (t === 'del');
    return needless ? null : { ...base, base: rec.cur_op };
  }
  const news = rec?.deleted ? set : differing(rec, set);
  return Object.keys(news).length === 0 ? null : { ...base, was: seen(rec, news), set: news };
}

/** @param {import('./database.js').Diary} db @param {string} space @param {string} id */
export async function shownRecord(db, space, id) {
  const stored = await db.rec.get([space, id]);
  const ops = await db.ops.where('[space+id]').equals([space, id]).sortBy('n');
  return shown(stored?.row, ops);
}

/** @param {import('./database.js').Diary} db @param {string} space */
export function rowsOf(db, space) {
  return steadily(db, () => db.rec.where('[space+id]').between([space, ''], [space, '\uffff']).toArray());
}

/** @param {import('./database.js').Diary} db @param {string} space @param {string[]} ids */
export function rowsById(db, space, ids) {
  return steadily(db, () => db.rec.bulkGet(ids.map((id) => /** @type {[string, string]} */ ([space, id]))));
}

/** Every op still in the outbox or waiting to come back, in order. @param {import('./database.js').Diary} db */
export function outbox(db) {
  return steadily(db, () => db.ops.orderBy('n').toArray());
}
