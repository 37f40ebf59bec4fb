/** Each day's worst and middle pain, the band of what is usual, and runs of days. See backend/domain/insights/pain_days.py, spells.py. */
import { holds, written } from './diary.js';
import { counted } from './table.js';

/**
 * @typedef {import('./diary.js').Diary} Diary
 * @typedef {import('./diary.js').Span} Span
 * @typedef {{on: string, entries: number, worst_nrs: number | null, median_nrs: number | null, hard_day: boolean}} PainDay
 * @typedef {{low_nrs: number, median_nrs: number, high_nrs: number}} Band
 */

/** Fewer days than this say nothing of what is usual. */
const BAND_DAYS = 8;
const LONG_DAYS = 91;
const LONG_SHARE = 0.5;

/** A row for each day with an entry, and none for the others. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<PainDay>} */
export function painDays(diary, span) {
  const rows = [...diary.entries].filter(([number]) => holds(span, number)).map(([number, its]) => {
    const row = diary.strengths.get(number) ?? [];
    return {
      on: written(number), entries: its.length, worst_nrs: row[row.length - 1] ?? null, median_nrs: row[(row.length - 1) >> 1] ?? null,
      hard_day: its.some(({ body }) => body.hard_day === true),
    };
  });
  return { rules: ['pain-days'], sentence: painSentence(diary, span), rows, of: rows.length };
}

/** @param {Diary} diary @param {Span} span */
const noted = (diary, span) => [...diary.strengths].filter(([number]) => holds(span, number));

/** Between which two numbers half of the days lie, by their middle; null of few days. @param {Diary} diary @param {Span} span @returns {Band | null} */
export function band(diary, span) {
  // The numbers of a day are in order.
  const row = noted(diary, span).map(([, its]) => its[(its.length - 1) >> 1]).sort((a, b) => a - b);
  if (row.length < BAND_DAYS) return null;
  const quarter = row.length >> 2;
  return { low_nrs: row[quarter], median_nrs: row[(row.length - 1) >> 1], high_nrs: row[row.length - 1 - quarter] };
}

/** @param {Diary} diary @param {Span} span */
function painSentence(diary, span) {
  const days = noted(diary, span).length;
  const all = span.last - span.first + 1;
  if (days === 0) return 'No pain noted in this time.';
  const usual = band(diary, span);
  if (!usual) return `Pain noted on ${counted(days, 'day')} of ${all}.`;
  const { low_nrs: low, high_nrs: high } = usual;
  return `Half of the days had pain ${low === high ? `at ${low}` : `between ${low} and ${high}`}. ${counted(days, 'day')} of ${all} noted.`;
}

/** Runs of days with pain above 0. A day without an entry ends a run: nobody knows what it was like. @param {Diary} diary @param {Span} span */
export function spells(diary, span) {
  const told = noted(diary, span);
  const days = told.filter(([, row]) => row[row.length - 1] > 0).map(([number]) => number);
  /** @type {number[][]} */
  const runs = [];
  for (const number of days) {
    const run = runs[runs.length - 1];
    if (run?.[run.length - 1] === number - 1) run.push(number);
    else runs.push([number]);
  }
  if (told.length === 0) return { rules: ['AN-10'], sentence: 'No pain noted in this time.', rows: [], of: 0 };
  const rows = runs.map((run) => ({ from: written(run[0]), to: written(run[run.length - 1]), days: run.length }));
  const longest = rows.length > 0 ? ` The longest run noted was ${counted(Math.max(...rows.map((row) => row.days)), 'day')}.` : '';
  const long = overThreeMonths(days, told.length) ? ' It has been there for more than three months.' : '';
  return { rules: ['AN-10'], sentence: `Pain on ${days.length} of ${counted(told.length, 'noted day')}.${longest}${long}`, rows, of: told.length };
}

/** Pain on half of the noted days and more, the first and the last of them over three months apart. @param {number[]} days @param {number} all */
const overThreeMonths = (days, all) => days.length > 0 && days[days.length - 1] - days[0] >= LONG_DAYS && days.length >= LONG_SHARE * all;
