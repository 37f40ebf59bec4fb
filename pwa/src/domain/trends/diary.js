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
 * @param {Record<string, readonly Body[]>} records
 * @param {Record<string, Body>} medicines
 * @param {string} today
 * @param {Words} words
 * @returns {Diary}
 */
export function diaryOf(records, medicines, today, words) {
  const last = /** @type {number} */ (dayNumber(today));
  /** @type {[number, Body][]} */
  const pains = [];
  for (const body of records.symptom ?? []) {
    const on = isPain(body) ? dayNumber(body.on) : null;
    if (on !== null) pains.push([on, body]);
  }
  const entries = byDay(pains, last);
  return { records, medicines, today: last, words, pains, entries, strengths: strengthsOf(entries) };
}

/** @param {[number, Body][]} pains @param {number} last @returns {Map<number, Entry[]>} */
function byDay(pains, last) {
  /** @type {Map<number, Entry[]>} */
  const found = new Map();
  for (const [on, body] of pains) {
    const until = body.until_on ? Math.min(Math.max(on, dayNumber(body.until_on) ?? on), on + SPAN_DAYS, last) : Math.min(on, last);
    for (let number = on; number <= until; number += 1) {
      const its = found.get(number);
      if (its) its.push({ number, body });
      else found.set(number, [{ number, body }]);
    }
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** @param {Map<number, Entry[]>} entries @returns {Map<number, number[]>} */
function strengthsOf(entries) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const [number, its] of entries) {
    const row = [];
    for (const { body } of its) if (typeof body.severity_nrs === 'number') row.push(body.severity_nrs);
    if (row.length > 0) found.set(number, row.sort((a, b) => a - b));
  }
  return found;
}

/** Entries of pain of a time, each once; a 0 is no pain and is left out. @param {Diary} diary @param {Span} span */
export const painsIn = ({ pains }, span) => pains.filter(([on, body]) => holds(span, on) && body.severity_nrs !== 0).map(([, body]) => body);
