/**
 * A diary as charts read it: by day, with nothing filled in where nobody wrote.
 * The series of this folder are the same as those of backend/domain/insights; both pass tests/vectors/series.json.
 */
import { isPain } from '../history.js';

/** @typedef {Record<string, any>} Body */

/**
 * @typedef {object} Words
 * @property {Record<string, string>} labels - what ids are called
 * @property {Record<string, string>} families - of the words for pain
 *
 * @typedef {object} Entry - one entry of pain on one day
 * @property {number} number - the day's
 * @property {Body} body
 *
 * @typedef {object} Diary
 * @property {Record<string, readonly Body[]>} records - bodies by kind
 * @property {Record<string, Body>} medicines - by id
 * @property {number} today
 * @property {Words} words
 * @property {[number, Body][]} pains - each entry of pain once, with the day it was written for
 * @property {Map<number, Entry[]>} entries - of each day up to today, the earliest day first
 * @property {Map<number, number[]>} strengths - of each day that has a number, the smallest first
 *
 * @typedef {object} Span - days from first to last
 * @property {number} first
 * @property {number} last
 */

/** One entry for "bad since" stands on each of its days, but not for longer than this. */
export const SPAN_DAYS = 92;
const DAY_MS = 86_400_000;

/** Ten years have some thousand days and many times as many entries: each day is read and written once. */
const READ_MOST = 20_000;
/** @type {Map<unknown, number | null>} */
const numbers = new Map();
/** @type {Map<number, string>} */
const names = new Map();

/** A written date as the count of its day. @param {unknown} on @returns {number | null} */
export function dayNumber(on) {
  const known = numbers.get(on);
  if (known !== undefined) return known;
  const number = typeof on === 'string' ? Date.parse(`${on}T00:00:00Z`) / DAY_MS : NaN;
  return kept(numbers, on, Number.isInteger(number) ? number : null);
}

/** @param {number} number @returns {string} the day as it is written */
export const written = (number) => names.get(number) ?? kept(names, number, new Date(number * DAY_MS).toISOString().slice(0, 10));

/** @template K, V @param {Map<K, V>} all @param {K} key @param {V} value */
function kept(all, key, value) {
  if (all.size >= READ_MOST) all.clear();
  all.set(key, value);
  return value;
}

/** @param {string} today @param {number} days @returns {Span} */
export function lastDays(today, days) {
  const last = /** @type {number} */ (dayNumber(today));
  return { first: last - days + 1, last };
}

/** @param {Span} span @param {number | null} number */
export const holds = ({ first, last }, number) => number !== null && number >= first && number <= last;

/**
 * @typedef {object} Gathered - entries sorted into days
 * @property {Body[]} symptoms - as they came
 * @property {Diary['pains']} pains
 * @property {Diary['entries']} entries
 * @property {Diary['strengths']} strengths
 */

/** @returns {Gathered} */
export const nothing = () => ({ symptoms: [], pains: [], entries: new Map(), strengths: new Map() });

/**
 * @param {Record<string, readonly Body[]>} records
 * @param {Record<string, Body>} medicines
 * @param {string} today
 * @param {Words} words
 * @param {Gathered} [before] - symptoms that were sorted already, beside those of the records; they stay as they are
 * @returns {Diary}
 */
export function diaryOf(records, medicines, today, words, before = nothing()) {
  const last = /** @type {number} */ (dayNumber(today));
  const all = {
    symptoms: [...before.symptoms], pains: [...before.pains], entries: new Map(before.entries), strengths: new Map(before.strengths) };
  gather(all, records.symptom ?? [], last);
  const { symptoms, pains } = all;
  return { records: { ...records, symptom: symptoms }, medicines, today: last, words, pains, entries: inOrder(all.entries), strengths: inOrder(all.strengths) };
}

/** @template V @param {Map<number, V>} days */
const inOrder = (days) => new Map([...days].sort(([a], [b]) => a - b));

/** Takes symptoms in. @param {Gathered} into @param {readonly Body[]} symptoms @param {number} last - today */
export function gather(into, symptoms, last) {
  /** Days whose entries are no longer shared with whom they came from. @type {Map<number, Entry[]>} */
  const touched = new Map();
  for (const body of symptoms) {
    into.symptoms.push(body);
    const on = isPain(body) ? dayNumber(body.on) : null;
    if (on === null) continue;
    into.pains.push([on, body]);
    const until = body.until_on ? Math.min(Math.max(on, dayNumber(body.until_on) ?? on), on + SPAN_DAYS, last) : Math.min(on, last);
    for (let number = on; number <= until; number += 1) {
      const its = touched.get(number) ?? [...into.entries.get(number) ?? []];
      its.push({ number, body });
      touched.set(number, its);
    }
  }
  for (const [number, its] of touched) {
    into.entries.set(number, its);
    const row = [];
    for (const { body } of its) if (typeof body.severity_nrs === 'number') row.push(body.severity_nrs);
    if (row.length > 0) into.strengths.set(number, row.sort((a, b) => a - b));
  }
}

/** Entries of pain of a time, each once; a 0 is no pain and is left out. @param {Diary} diary @param {Span} span */
export const painsIn = ({ pains }, span) => pains.filter(([on, body]) => holds(span, on) && body.severity_nrs !== 0).map(([, body]) => body);
