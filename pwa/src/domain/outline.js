/**
 * The outline of a diary: one line of text for every dated record, in parts of some days each. It is read whole
 * in a moment, so that a diary of ten years can be counted by day and searched on the phone. Pure.
 *
 * A line, with tabs between: moment, record id, kind, symptom, number, flags, author, ids led by a space each, own
 * words led by a bar each.
 */
import { barred } from './find.js';

/** @typedef {import('./overlay.js').Rec} Rec */

/** Kinds of which there are ever more; the others are few and always at hand. */
export const DATED = Object.freeze(new Set([
  'symptom', 'daily', 'mood', 'dose', 'session', 'safety', 'observation', 'request', 'plan_item',
]));

/** What stands in place of a day for records that are always at hand; sorts behind every date. */
export const ALWAYS = '~';

/** Leads the day of a deleted record, so that no range of days meets it. */
export const DELETED = '-';

/** @param {Rec} rec @returns {string} the day a record was lived on, or ALWAYS */
export function dayOfRec({ kind, body }) {
  if (!DATED.has(kind)) return ALWAYS;
  const day = body.on ?? body.at?.slice(0, 10) ?? body.slot?.slice(0, 10);
  return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : ALWAYS;
}

/** @param {Rec} rec @returns {string} where it stands in the index of days */
export const placeInDays = (rec) => (rec.deleted ? DELETED : '') + dayOfRec(rec);

/** @param {string} on - a date @returns {string} the part of the outline it belongs to: ten days, or the last of a month */
export const partOf = (on) => on.slice(0, 9);

/** Whether a record has a line. @param {Rec | null | undefined} rec */
export const hasLine = (rec) => Boolean(rec && !rec.deleted && rec.kind !== 'plan_item' && dayOfRec(rec) !== ALWAYS);

/** @param {Rec} rec @param {string} [on] - its day @returns {string} */
export function lineOf(rec, on = dayOfRec(rec)) {
  const { id, kind, body, author } = rec;
  const clock = (body.at ?? body.slot ?? '').slice(11, 16) || '00:00';
  const number = typeof body.severity_nrs === 'number' ? String(body.severity_nrs) : '';
  const flags = (body.note ? 'n' : '') + (body.private ? 'p' : '') + (body.hard_day ? 'h' : '');
  return `${on}T${clock}\t${id}\t${kind}\t${body.symptom ?? ''}\t${number}\t${flags}\t${
    (author?.account ?? '').slice(0, 8)}\t${idsOf(body)}\t${TEXTS.map((name) => wordsIn(body[name])).join('')}`;
}

const LISTS = Object.freeze(['words', 'patterns', 'triggers', 'reactions']);
const PARTS = Object.freeze([['relief', 'what'], ['stops_me', 'activity'], ['symptoms', 'symptom'], ['done', 'movement']]);
const ONES = Object.freeze(['symptom', 'body_site', 'medicine_id', 'message_id', 'energy', 'mood', 'ask', 'type']);
/** What was written by hand. */
const TEXTS = Object.freeze(['note', 'own_words', 'detail', 'text']);

/** Ids a person can find an entry by, each led by a space and once. @param {Record<string, any>} body @returns {string} */
function idsOf(body) {
  /** @type {Set<string>} */
  const ids = new Set();
  const add = (/** @type {unknown} */ id) => { if (typeof id === 'string' && id !== '' && !/\s/.test(id)) ids.add(id); };
  for (const name of ONES) add(body[name]);
  if (body.generalised) add('all_over');
  if (body.hard_day) add('hard_day');
  if (body.done) add('moved');
  if ((body.falls?.count ?? 0) > 0) add('fall');
  for (const place of body.regions ?? []) add(place.region);
  for (const place of body.regions ?? []) if (place.side) add(`side:${place.side}`);
  for (const name of LISTS) for (const id of body[name] ?? []) add(id);
  for (const [name, of] of PARTS) for (const one of body[name] ?? []) add(one[of]);
  let said = '';
  for (const id of ids) said += ` ${id}`;
  return said;
}

/** @param {unknown} text */
const wordsIn = (text) => (typeof text === 'string' ? barred(text) : '');

/**
 * A part of the outline with some records' lines out and new ones in, newest first.
 * @param {string} text - '' for none
 * @param {ReadonlySet<string>} out - record ids
 * @param {readonly string[]} lines
 * @returns {{text: string, days: [string, number][]}} days: how many lines each has
 */
export function patched(text, out, lines) {
  const kept = text === '' ? [] : text.split('\n').filter((line) => !out.has(line.split('\t', 2)[1]));
  const all = [...kept, ...lines].sort((a, b) => (a < b ? 1 : -1));
  /** @type {Map<string, number>} */
  const days = new Map();
  for (const line of all) {
    const on = line.slice(0, 10);
    days.set(on, (days.get(on) ?? 0) + 1);
  }
  return { text: all.join('\n'), days: [...days] };
}
