/** AN-08, AN-15: 14 days before a new aid or a change of medicine, and 14 after. See backend/domain/insights/before_after.py. */
import { dayNumber, holds, written } from './diary.js';
import { byLetters, middleLow } from './table.js';

/**
 * @typedef {import('./diary.js').Diary} Diary
 * @typedef {import('./diary.js').Span} Span
 * @typedef {{days: number, median_nrs: number | null}} Side
 * @typedef {{on: string, before: Side, after: Side}} Change
 */

const DAYS = 14;
const LEAST = 5;
/** In the order the server has them. */
const CHANGES = /** @type {const} */ ([['started_on', 'Medicine begun'], ['stopped_on', 'Medicine ended']]);

/** A row for each new aid; the newest is told. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<Change & {aid: string}>} */
export function newAids(diary, span) {
  /** @type {Map<number | null, string>} */
  const dates = new Map();
  for (const { type, on } of diary.records.event ?? []) if (type === 'new_aid') dates.set(dayNumber(on), 'new_aid');
  for (const { aids } of diary.records.profile ?? []) for (const one of aids ?? []) dates.set(dayNumber(one.since_on), one.aid);
  const found = inOrder([...dates].map(([number, aid]) => ({ number, aid })), span);
  const rows = found.map(({ number, aid }) => ({ aid, ...around(diary, number) }));
  return { rules: ['AN-08'], sentence: rows.length > 0 ? told('New walking aid', rows[rows.length - 1]) : 'No new aid noted in this time.', rows, of: rows.length };
}

/**
 * A row for each beginning and end, by the medicine's class; the newest is told.
 * @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<Change & {change: string, class: string}>}
 */
export function medicineChanges(diary, span) {
  const all = Object.values(diary.medicines).flatMap((body) => CHANGES.map(([field, what]) => (
    { number: dayNumber(body[field]), field, what, class: /** @type {string} */ (body.class || 'other') })));
  const found = inOrder(all.sort((a, b) => byLetters(a.field, b.field) || byLetters(a.class, b.class)), span);
  const rows = found.map((one) => ({ change: one.field.slice(0, -3), class: one.class, ...around(diary, one.number) }));
  const last = found[found.length - 1];
  return { rules: ['AN-15'], sentence: last ? told(last.what, rows[rows.length - 1]) : 'No change of medicine noted in this time.', rows, of: rows.length };
}

/** @template {{number: number | null}} T @param {T[]} all @param {Span} span */
function inOrder(all, span) {
  const found = /** @type {(T & {number: number})[]} */ (all.filter(({ number }) => holds(span, number)));
  return found.sort((a, b) => a.number - b.number);
}

/** @param {Diary} diary @param {number} number @returns {Change} */
const around = (diary, number) => ({
  on: written(number), before: sideOf(diary, { first: number - DAYS, last: number - 1 }), after: sideOf(diary, { first: number + 1, last: number + DAYS }),
});

/** The middle of its days; null with few of them. @param {Diary} diary @param {Span} span @returns {Side} */
function sideOf(diary, { first, last }) {
  const days = [];
  for (let number = first; number <= last; number += 1) {
    const row = diary.strengths.get(number);
    if (row) days.push(/** @type {number} */ (middleLow(row)));
  }
  return { days: days.length, median_nrs: days.length >= LEAST ? middleLow(days) : null };
}

/** Two numbers side by side, and that they stand for no cause. @param {string} what @param {Change} one */
function told(what, { on, before, after }) {
  if (before.median_nrs === null || after.median_nrs === null) return `${what} on ${on}. Too few days noted around it to compare.`;
  return `${what} on ${on}: pain ${before.median_nrs} in the 14 days before, ${after.median_nrs} in the 14 after. Other things change too.`;
}
