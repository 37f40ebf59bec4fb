/** What the server did not take, and what it asks about: listed, tried again, let go. */
import { randomId } from './chance.js';
import { announceChange } from './changes.js';
import { steadily } from './database.js';
import { changedBy } from './projection.js';
import { reproject } from './reproject.js';

/**
 * @typedef {import('./database.js').Diary} Diary
 * @typedef {import('../domain/overlay.js').Op} Op
 * @typedef {import('../domain/overlay.js').Rec} Rec
 *
 * @typedef {object} Loser - a value that lost, or a delete that did
 * @property {string} op
 * @property {{account: string, name: string} | null} by
 * @property {string} made_at
 * @property {Record<string, any>} set
 * @property {'del'} [t]
 */

/**
 * Everything unsent of each record of which the server refused something.
 * @param {Diary} db
 * @returns {Promise<Op[]>} in order
 */
export async function blockedOps(db) {
  const found = await steadily(db, async () => {
    const blocked = await db.ops.where('state').equals('blocked').toArray();
    const keys = [...new Map(blocked.map(({ space, id }) => [`${space} ${id}`, /** @type {[string, string]} */ ([space, id])])).values()];
    return db.ops.where('[space+id]').anyOf(keys).toArray();
  });
  return found.filter(({ state }) => state !== 'acked').sort(inOrder);
}

/**
 * Sends what is unsent of a record once more, under new ids: edits that follow each other become one.
 * @param {Diary} db @param {string} space @param {string} id
 * @returns {Promise<void>} when it is stored
 */
export async function retryOps(db, space, id) {
  await changing(db, space, id, async () => {
    const unsent = await unsentOf(db, space, id);
    await db.ops.bulkDelete(unsent.map(({ n }) => /** @type {number} */ (n)));
    for (const op of anew(unsent)) await db.ops.add(op);
    const last = await db.ops.orderBy('n').last();
    await db.meta.put({ k: 'shown_n', v: last?.n ?? 0 });
  });
}

/**
 * Lets go of what is unsent of a record; it is shown as the server has it.
 * @param {Diary} db @param {string} space @param {string} id
 * @returns {Promise<Op[]>} what went, for `putBackOps`
 */
export function discardOps(db, space, id) {
  return changing(db, space, id, async () => {
    const unsent = await unsentOf(db, space, id);
    await db.ops.bulkDelete(unsent.map(({ n }) => /** @type {number} */ (n)));
    return unsent;
  });
}

/**
 * Takes a discarding back: the ops are what and where they were.
 * @param {Diary} db @param {readonly Op[]} ops - of one record
 */
export async function putBackOps(db, ops) {
  if (ops.length === 0) return;
  await changing(db, ops[0].space, ops[0].id, () => db.ops.bulkPut([...ops]));
}

/**
 * The records of which two versions wait to be looked at.
 * @param {Diary} db @param {string} space
 * @returns {Promise<Rec[]>} in no order
 */
export async function askedAbout(db, space) {
  const found = await steadily(db, () => db.shown.where('ask').equals(1).toArray());
  return found.filter((one) => one.space === space).map(({ rec }) => rec);
}

/**
 * What lost against what is shown, as far as nobody on this phone has looked at it.
 * @param {Diary} db @param {string} space @param {string} id
 * @returns {Promise<Loser[]>} in the order they lost
 */
export async function losersOf(db, space, id) {
  const key = /** @type {[string, string]} */ ([space, id]);
  const [kept, its] = await steadily(db, () => Promise.all([db.losers.where('[space+id]').equals(key).toArray(), db.shown.get(key)]));
  const conf = its?.rec.conf ?? [];
  const open = kept.filter(({ op }) => conf.includes(op)).sort((a, b) => conf.indexOf(a.op) - conf.indexOf(b.op));
  return open.map(({ space: _space, id: _id, ...loser }) => loser);
}

/**
 * Runs `work` in one strict transaction, and shows anew what it changed.
 * @template T
 * @param {Diary} db @param {string} space @param {string} id @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function changing(db, space, id, work) {
  const done = await db.transaction('rw', changedBy(db), async () => {
    const made = await work();
    await reproject(db, [[space, id]]);
    return made;
  });
  announceChange({ space, ids: [id] });
  return done;
}

/** @param {Diary} db @param {string} space @param {string} id */
async function unsentOf(db, space, id) {
  const its = await db.ops.where('[space+id]').equals([space, id]).sortBy('n');
  return its.filter(({ state }) => state !== 'acked');
}

/**
 * The same changes under new ids. Edits in a row become one, and what named an old id names the new one.
 * @param {readonly Op[]} unsent - in order
 * @returns {Op[]} without their place
 */
export function anew(unsent) {
  /** @type {Map<string, string>} */
  const named = new Map();
  /** @type {Op[]} */
  const made = [];
  for (const { n: _n, code: _code, details: _details, ...op } of unsent) {
    const last = made[made.length - 1];
    const { tries: _tries, not_before: _before, resent: _resent, ...clean } = /** @type {Partial<import('../sync/types.js').Places> & typeof op} */ (op);
    const joins = last?.t === 'put' && op.t === 'put';
    const id = joins ? last.op : randomId();
    named.set(op.op, id);
    // A field that an edit before set is seen through that one, so its first word on what was there stands.
    const was = Object.fromEntries(Object.entries(op.was ?? {}).map(([field, seen]) => [field, renamed(seen, named)]));
    if (joins) Object.assign(last, { made_at: op.made_at, made_tz: op.made_tz, sv: op.sv, was: { ...was, ...last.was }, set: { ...last.set, ...op.set } });
    else made.push({ ...clean, op: id, state: 'queued', ...(op.was ? { was } : {}), ...('base' in op ? { base: renamed(op.base, named) } : {}) });
  }
  return made;
}

/** @param {string | null | undefined} seen @param {Map<string, string>} named */
const renamed = (seen, named) => (seen ? named.get(seen) ?? seen : null);

/** @param {Op} a @param {Op} b */
function inOrder(a, b) {
  return (a.n ?? 0) - (b.n ?? 0);
}
