/** Saving what a person did, and reading it back. */
import { SHARED_KINDS } from '../domain/ids.js';
import { ALWAYS, DELETED, placeInDays } from '../domain/outline.js';
import { differing, seen, shown } from '../domain/overlay.js';
import { overfull, storable } from '../domain/storable.js';
import { nowParts } from '../domain/time.js';
import { randomId } from './chance.js';
import { announceChange } from './changes.js';
import { causeName, PhoneFull, steadily } from './database.js';
import { packedBetween, packedRows, unpack } from './packs.js';
import { changedBy, project } from './projection.js';

/** @typedef {import('../domain/overlay.js').Op} Op */

/**
 * @typedef {object} Edit
 * @property {string} space
 * @property {string} id
 * @property {string | null} kind - null: of a record that is there; without one nothing is stored
 * @property {'put' | 'del' | 'restore' | 'resolve' | 'erase'} t
 * @property {Record<string, any>} [set]
 * @property {readonly string[]} [ops] - of a resolve: the ops in `conf` that were looked at
 * @property {true} [fresh] - the id was drawn for this edit, so that nothing of the record can be here
 */

/** As many as one op may name. */
const REVIEWED_MOST = 50;

/**
 * Stores one edit as an op, in one strict transaction, and answers when that has completed.
 * An edit that changes nothing stores nothing.
 * @param {import('./database.js').Diary} db
 * @param {Edit} edit
 * @returns {Promise<Op | null>}
 * @throws {PhoneFull} when there is no room; nothing is stored then
 * @throws `erased`, for an edit of what was erased for good
 */
export async function save(db, edit) {
  const { at, tz } = nowParts();
  const stamp = { op: randomId(), made_at: at, made_tz: tz };
  let tries = 0;
  try {
    const saved = await steadily(db, () => db.transaction('rw', edit.t === 'erase' ? db.tables : changedBy(db),
      async () => { tries += 1; return store(db, edit, stamp, tries > 1); }));
    // Only of a record that is new: another page may just have changed one that was there.
    if (saved) announceChange({ space: edit.space, ids: [edit.id], ...(edit.fresh && saved.after && { rec: saved.after }) });
    return saved && saved.op;
  } catch (error) {
    if (causeName(error) === 'QuotaExceededError') throw new PhoneFull();
    throw error;
  }
}

/**
 * @param {import('./database.js').Diary} db
 * @param {Edit} edit
 * @param {{op: string, made_at: string, made_tz: string}} stamp
 * @param {boolean} again - after a lost connection the first try may have been kept after all
 * @returns {Promise<{op: Op, after?: import('../domain/overlay.js').Rec | null} | null>} after: what is shown now, where that is known
 */
async function store(db, edit, stamp, again) {
  const already = again ? await db.ops.where('op').equals(stamp.op).first() : null;
  if (already) return { op: already };
  const key = /** @type {[string, string]} */ ([edit.space, edit.id]);
  if (!edit.fresh) await unpack(db, [key]);
  const { row, ops } = edit.fresh ? { row: undefined, ops: [] } : await madeOf(db, key);
  const before = shown(row, ops);
  const op = formed(before, edit, stamp);
  if (!op) return null;
  const under = op.t === 'erase' ? await forgotten(db, key, ops) : ops;
  // What is shown is known before the op has its place, and each question to a slow phone's storage takes its time.
  const after = shown(row, [...under, op]);
  await Promise.all([
    db.ops.add(op).then((n) => { op.n = n; return db.meta.put({ k: 'shown_n', v: n }); }),
    project(db, [{ key, before, after }])]);
  return { op, after };
}

/**
 * What was erased goes from everywhere on the phone at once. Ops the server has and that were not read back stay
 * below the erase until they are, as ever: should it be refused, what is shown then is what the server has.
 * @param {import('./database.js').Diary} db @param {[string, string]} key @param {Op[]} ops
 * @returns {Promise<Op[]>} those that stay
 */
async function forgotten(db, key, ops) {
  const [space, id] = key;
  await Promise.all([
    db.ops.bulkDelete(ops.filter(({ state }) => state !== 'acked').map(({ n }) => /** @type {number} */ (n))),
    db.sent.where('[space+n]').between([space, -Infinity], [space, Infinity]).filter((op) => op.id === id).delete(),
    db.losers.where('[space+id]').equals(key).delete()]);
  return ops.filter(({ state }) => state === 'acked');
}

/** What the shown record is made of. @param {import('./database.js').Diary} db @param {[string, string]} key */
async function madeOf(db, key) {
  const [stored, ops] = await Promise.all([db.rec.get(key), db.ops.where('[space+id]').equals(key).sortBy('n')]);
  return { row: stored?.row, ops };
}

/**
 * @param {import('../domain/overlay.js').Rec | null} rec - what is on the screen
 * @param {Edit} edit
 * @param {{op: string, made_at: string, made_tz: string}} stamp
 * @returns {Op | null}
 * @throws `too_many`, where a list holds more than any server takes
 */
function formed(rec, { space, id, kind, t, set = {}, ops = [] }, stamp) {
  const its = rec?.kind ?? kind;
  // A form left open while the phone went to another person's diary: its words are not theirs.
  if (its === null) return null;
  const base = { ...stamp, space, id, kind: its, sv: 1, t, state: /** @type {const} */ ('queued') };
  if (rec?.erased) {
    if (t === 'del' || t === 'erase') return null;
    // A day and its like have one id for ever, so they begin anew; any other entry is written as a new one.
    const fresh = storable(set);
    if (t === 'put' && SHARED_KINDS.has(its)) return { ...base, was: seen(rec, fresh), set: fresh };
    throw Object.assign(new Error('erased for good'), { code: 'erased' });
  }
  if (t === 'erase') return rec ? base : null;
  if (t === 'del' || t === 'restore') {
    const needless = !rec || rec.deleted === (t === 'del');
    return needless ? null : { ...base, base: rec.cur_op };
  }
  const fit = storable(set);
  const over = overfull(fit, rec?.body);
  if (over) throw Object.assign(new Error(`more than ${over.most} in ${over.field}`), { code: 'too_many', most: over.most });
  const news = rec?.deleted ? fit : differing(rec, fit);
  const change = Object.keys(news).length === 0 ? null : { was: seen(rec, news), set: news };
  // Which state was seen, so that a delete made on top of this one passes only for what its maker knew.
  const on = rec?.cur_op ? { base: rec.cur_op } : {};
  if (t === 'put') return change && { ...base, ...on, ...change };
  const open = ops.filter((op) => rec?.conf.includes(op)).slice(0, REVIEWED_MOST);
  return open.length === 0 ? null : { ...base, ...on, ops: open, ...change };
}

/** @param {import('./database.js').Diary} db @param {string} space @param {string} id */
export async function shownRecord(db, space, id) {
  return db.transaction('r', [db.rec, db.ops, db.packed, db.packs], async () => {
    const { row, ops } = await madeOf(db, [space, id]);
    return shown(row ?? (await packedRows(db, space, [id])).get(id), ops);
  });
}

/**
 * What is at hand from the start: records of the dated kinds from a day on, and all of the others.
 * @param {import('./database.js').Diary} db
 * @param {string} space
 * @param {string} from - a date
 * @returns {Promise<import('../domain/overlay.js').Rec[]>} in no order; deleted ones too
 */
export async function windowOf(db, space, from) {
  const [here, deleted] = await Promise.all([
    between(db, space, from, ALWAYS), between(db, space, DELETED + from, DELETED + ALWAYS)]);
  return [...here, ...deleted];
}

/**
 * Records by their place in the index of days.
 * @param {import('./database.js').Diary} db @param {string} space @param {string} first @param {string} last - inclusive
 * @returns {Promise<import('../domain/overlay.js').Rec[]>} oldest day first
 */
export async function between(db, space, first, last) {
  return steadily(db, () => db.transaction('r', [db.shown, db.packed, db.packs], async () => {
    const [loose, packed] = await Promise.all([
      db.shown.where('[space+on]').between([space, first], [space, last], true, true).toArray(), packedBetween(db, space, first, last)]);
    const recs = loose.map(({ rec }) => rec);
    return packed.length === 0 ? recs : byDay([...recs, ...packed]);
  }));
}

/** @param {import('../domain/overlay.js').Rec[]} recs */
function byDay(recs) {
  const place = new Map(recs.map((rec) => [rec, `${placeInDays(rec)} ${rec.id}`]));
  const of = (/** @type {import('../domain/overlay.js').Rec} */ rec) => /** @type {string} */ (place.get(rec));
  return recs.sort((a, b) => (of(a) < of(b) ? -1 : 1));
}

/** @param {import('./database.js').Diary} db @param {string} space @param {readonly string[]} ids @returns {Promise<(import('../domain/overlay.js').Rec | null)[]>} */
export async function shownById(db, space, ids) {
  const keys = ids.map((id) => /** @type {[string, string]} */ ([space, id]));
  return steadily(db, () => db.transaction('r', [db.shown, db.packed, db.packs], async () => {
    const found = await db.shown.bulkGet(keys);
    const packed = await packedRows(db, space, ids.filter((_, i) => !found[i]));
    return found.map((one, i) => one?.rec ?? shown(packed.get(ids[i]), []));
  }));
}

/**
 * The outline of a diary, oldest part first.
 * @param {import('./database.js').Diary} db
 * @param {string} space
 * @param {readonly string[]} [parts] - only these; one that is not there comes without text
 * @returns {Promise<import('./projection.js').Part[]>}
 */
export async function outlineOf(db, space, parts) {
  if (!parts) return steadily(db, () => db.outline.where('[space+part]').between([space, ''], [space, '\uffff']).toArray());
  const found = await steadily(db, () => db.outline.bulkGet(parts.map((part) => /** @type {[string, string]} */ ([space, part]))));
  return parts.map((part, i) => found[i] ?? { space, part, text: '', days: [] });
}

/** @typedef {{waiting: number, blocked: number, more: boolean}} Unsent - more: there are more than were counted */

/**
 * How many records wait to be sent, and how many of them the server did not take.
 * @param {import('./database.js').Diary} db
 * @param {number} most - to count up to; a long count takes its time
 * @returns {Promise<Unsent>}
 */
export async function unsentCounts(db, most) {
  const keys = (/** @type {import('dexie').Collection} */ found) => found.limit(most).primaryKeys();
  const [waiting, blocked] = await steadily(db, () => Promise.all([keys(db.shown.where('wait').above(0)), keys(db.shown.where('wait').equals(2))]));
  return { waiting: waiting.length, blocked: blocked.length, more: waiting.length === most };
}

/** The same, every one counted. @param {import('./database.js').Diary} db @returns {Promise<Unsent>} */
export async function allUnsent(db) {
  const [waiting, blocked] = await Promise.all([db.shown.where('wait').above(0).count(), db.shown.where('wait').equals(2).count()]);
  return { waiting, blocked, more: false };
}

/**
 * What this phone itself changed of a record, as far back as it keeps that.
 * @param {import('./database.js').Diary} db @param {string} space @param {string} id
 * @returns {Promise<Op[]>} in order
 */
export async function changesOf(db, space, id) {
  const [sent, waiting] = await steadily(db, () => Promise.all([
    db.sent.where('[space+n]').between([space, -Infinity], [space, Infinity]).filter((op) => op.id === id).toArray(),
    db.ops.where('[space+id]').equals([space, id]).toArray()]));
  const all = new Map([...sent, ...waiting].map((op) => [op.op, op]));
  return [...all.values()].sort((a, b) => a.n - b.n);
}

/** Every op still in the outbox or waiting to come back, in order. @param {import('./database.js').Diary} db */
export function outbox(db) {
  return steadily(db, () => db.ops.orderBy('n').toArray());
}
