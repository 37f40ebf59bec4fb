/**
 * Two versions of one record: what is in question, and what an answer writes. A version is never put together
 * from two others: a field is taken whole, and fields that are one thing are taken together. Pure.
 */

/**
 * @typedef {import('./overlay.js').Rec} Rec
 *
 * @typedef {object} Loser - a change of which something is kept and not shown
 * @property {string} op
 * @property {{account: string | null, name: string} | null} by
 * @property {string} made_at - instant
 * @property {Record<string, any>} set - the values that are not shown
 * @property {string} [t] - del: a delete that did not see what was changed
 *
 * @typedef {object} Version
 * @property {string} key - names it among the versions of its question; SHOWN for the one on the screen
 * @property {Record<string, any>} values - of every field of the question; null where nothing was said
 * @property {string[]} ops - those that wrote it, the newest last; empty where that is not known
 *
 * @typedef {object} Question
 * @property {string} name - a field, or MOMENT for the fields that say when
 * @property {string[]} fields
 * @property {Version[]} versions - the shown one first, then the others as they came
 *
 * @typedef {object} Questions
 * @property {Loser[]} deletes - deletes that did not see an edit, or were not seen by one
 * @property {Question[]} fields
 * @property {string[]} unknown - changes whose words are not on this phone
 */

export const SHOWN = 'shown';
export const MOMENT = 'moment';

const WHEN = ['at', 'on', 'tz'];

/**
 * What a person has to look at.
 * @param {Rec} rec
 * @param {readonly Loser[]} losers - of this record, in any order
 * @returns {Questions}
 */
export function questions(rec, losers) {
  const open = losers.filter(({ op }) => rec.conf.includes(op)).sort((a, b) => rec.conf.indexOf(a.op) - rec.conf.indexOf(b.op));
  const known = new Set(open.map(({ op }) => op));
  const edits = open.filter(({ t }) => t !== 'del');
  const names = [...new Set(edits.flatMap(({ set }) => Object.keys(set)).map(nameOf))];
  return {
    deletes: open.filter(({ t }) => t === 'del'),
    fields: names.map((name) => question(rec, edits, name)).filter(({ versions }) => versions.length > 1),
    unknown: rec.conf.filter((op) => !known.has(op)),
  };
}

/** Whether there is anything to ask. @param {Questions} asked */
export const isAsked = ({ deletes, fields, unknown }) => deletes.length + fields.length + unknown.length > 0;

/** @param {string} field */
const nameOf = (field) => (WHEN.includes(field) ? MOMENT : field);

/** @param {Rec} rec @param {readonly Loser[]} edits @param {string} name @returns {Question} */
function question(rec, edits, name) {
  const fields = name === MOMENT ? WHEN : [name];
  const now = Object.fromEntries(fields.map((field) => [field, rec.body[field] ?? null]));
  const wrote = [...new Set(fields.map((field) => rec.fop[field]).filter(Boolean))];
  /** @type {Version[]} */
  const versions = [{ key: SHOWN, values: now, ops: wrote }];
  for (const { op, set } of edits) {
    if (!fields.some((field) => field in set)) continue;
    const values = Object.fromEntries(fields.map((field) => [field, (field in set ? set[field] : now[field]) ?? null]));
    const same = versions.find((one) => alike(one.values, values));
    if (same) same.ops.push(op);
    else versions.push({ key: op, values, ops: [op] });
  }
  return { name, fields, versions };
}

/** @param {Record<string, any>} one @param {Record<string, any>} other */
const alike = (one, other) => Object.keys(one).every((field) => same(one[field], other[field]));

/** Nothing and an empty list say the same; so do lists of the same names of a regimen in another order. @param {any} a @param {any} b @returns {boolean} */
function same(a, b) {
  const bare = (/** @type {any} */ value) => (value === undefined || (Array.isArray(value) && value.length === 0) ? null : value);
  const [one, other] = [bare(a), bare(b)];
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Array.isArray(one) === Array.isArray(other) && [...names].every((name) => same(one[name], other[name]));
}

/**
 * What the answers to all questions of fields write: the changes that were looked at, and the values that are taken
 * instead of the shown ones.
 * @param {Rec} rec
 * @param {Questions} asked
 * @param {Record<string, string>} chosen - question -> key of a version
 * @returns {{ops: string[], set: Record<string, any>} | null} null while a question is open
 */
export function answered(rec, asked, chosen) {
  /** @type {Record<string, any>} */
  const set = {};
  for (const { name, versions } of asked.fields) {
    const version = versions.find(({ key }) => key === chosen[name]);
    if (!version) return null;
    if (version.key !== SHOWN) Object.assign(set, version.values);
  }
  const deletes = new Set(asked.deletes.map(({ op }) => op));
  return { ops: rec.conf.filter((op) => !deletes.has(op) && !asked.unknown.includes(op)), set };
}

/**
 * What puts back the values an answer took away.
 * @param {Rec} rec - as it was before
 * @param {Record<string, any>} set - what the answer wrote
 */
export const putBack = (rec, set) => Object.fromEntries(Object.keys(set).map((field) => [field, rec.body[field] ?? null]));

/**
 * The moment an op's own id tells, as it was made on some phone.
 * @param {string | undefined} op
 * @returns {string | null} instant; null where the id tells none
 */
export function momentOfOp(op) {
  if (!op || !/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(op)) return null;
  return new Date(parseInt(op.replaceAll('-', '').slice(0, 12), 16)).toISOString();
}

/** A clock that starts again after an empty battery shows a year long before this app. */
const FIRST_YEAR = '2020';

/** Kinds whose entries are of a moment that was noted by the phone's clock. */
const NOTED = new Set(['symptom', 'dose', 'session', 'safety', 'observation', 'request']);

/**
 * Whether an entry has to ask when it was: the clock of its phone was not set.
 * @param {{kind: string, deleted: boolean, body: Record<string, any>}} rec
 */
export const asksWhen = ({ kind, deleted, body }) => !deleted && NOTED.has(kind) && typeof (body.at ?? body.on) === 'string' && (body.at ?? body.on) < FIRST_YEAR;
