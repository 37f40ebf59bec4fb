/**
 * The outline of a diary: one line of text for every dated record, in parts of some days each. It is read whole
 * in a moment, so that a diary of ten years can be counted by day and searched on the phone. Pure.
 *
 * A line, with tabs between: moment, record id, kind, symptom, number, flags, author, ids led by a space each, own
 * words led by a bar each.
 */
import { folded } from './find.js';

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
  const ids = idsOf(body);
  const own = textsOf(body).flatMap((text) => folded(text).split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
  return [`${on}T${clock}`, id, kind, body.symptom ?? '', number, flags, (author?.account ?? '').slice(0, 8),
    ids.map((one) => ` ${one}`).join(''), own.map((one) => `|${one}`).join('')].join('\t');
}

/** Ids a person can find an entry by. @param {Record<string, any>} body @returns {string[]} */
function idsOf(body) {
  const places = (body.regions ?? []).map((/** @type {any} */ place) => place.region);
  const lists = [body.words, body.patterns, body.triggers, body.reactions].flatMap((ids) => ids ?? []);
  const parts = [...(body.relief ?? []).map((/** @type {any} */ one) => one.what),
    ...(body.stops_me ?? []).map((/** @type {any} */ one) => one.activity),
    ...(body.symptoms ?? []).map((/** @type {any} */ one) => one.symptom),
    ...(body.done ?? []).map((/** @type {any} */ one) => one.movement)];
  const ones = [body.symptom, body.body_site, body.medicine_id, body.message_id, body.energy, body.mood, body.ask, body.type,
    body.generalised ? 'all_over' : null, body.hard_day ? 'hard_day' : null, (body.falls?.count ?? 0) > 0 ? 'fall' : null];
  const sides = (body.regions ?? []).map((/** @type {any} */ place) => place.side && `side:${place.side}`);
  return [...new Set([...ones, ...places, ...sides, ...lists, ...parts].filter((id) => typeof id === 'string' && id !== '' && !/\s/.test(id)))];
}

/** What was written by hand. @param {Record<string, any>} body @returns {string[]} */
function textsOf(body) {
  return [body.note, body.own_words, body.detail, body.text].filter((text) => typeof text === 'string' && text !== '');
}

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
