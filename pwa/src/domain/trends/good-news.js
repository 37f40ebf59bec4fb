/** AN-24: quiet good news, one line at most, and only when it is true. See backend/domain/insights/good_news.py. */
import { holds, written } from './diary.js';
import { counted, middle } from './table.js';

/**
 * @typedef {import('./diary.js').Diary} Diary
 * @typedef {import('./diary.js').Span} Span
 * @typedef {{what: 'best_week' | 'spell', from: string, to: string, days: number}} News
 */

const STRONG = 7;
const SPELL = 7;
const DAYS_OF_WEEK = 4;
const WEEKS = 4;
const WEEK = 7;
/** Day 0 was a Thursday. */
const TO_MONDAY = 3;

/** The easiest week with 4 noted days, and the longest run of noted days under 7. Empty is fine. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<News>} */
export function goodNews(diary, span) {
  const [week, spell] = [easiestWeek(diary, span), longestSpell(diary, span)];
  const rows = [week, spell].flatMap((one) => one ?? []);
  const sentence = week ? `The week of ${week.from} was the easiest of this time.`
    : spell ? `${counted(spell.days, 'noted day')} in a row without pain of 7 or more.` : '';
  return { rules: ['AN-24'], sentence, rows, of: rows.length };
}

/** The last whole weeks, Monday to Sunday: what is told of them stays as it is until the next week is over. @param {Span} span @returns {Span} */
export function wholeWeeks({ first, last }) {
  const past = (last + 1 + TO_MONDAY) % WEEK;
  return { first, last: last - past };
}

/** @param {Diary} diary @param {Span} span @returns {News | null} */
function easiestWeek(diary, span) {
  /** @type {Map<number, number[]>} */
  const weeks = new Map();
  for (const [number, row] of diary.strengths) {
    if (!holds(span, number)) continue;
    const week = Math.floor((number + TO_MONDAY) / WEEK);
    weeks.set(week, [...weeks.get(week) ?? [], middle(row)]);
  }
  const full = [...weeks].flatMap(([week, row]) => (row.length >= DAYS_OF_WEEK ? [{ week, middle: middle(row) }] : []));
  const least = Math.min(...full.map((one) => one.middle));
  const lowest = full.filter((one) => one.middle === least);
  // One of several alike is no news.
  if (full.length < WEEKS || lowest.length !== 1) return null;
  const first = lowest[0].week * WEEK - TO_MONDAY;
  return { what: 'best_week', from: written(first), to: written(first + WEEK - 1), days: WEEK };
}

/** @param {Diary} diary @param {Span} span @returns {News | null} */
function longestSpell(diary, span) {
  const days = [...diary.strengths].filter(([number]) => holds(span, number));
  const strong = (/** @type {number[]} */ row) => row[row.length - 1] >= STRONG;
  if (!days.some(([, row]) => strong(row))) return null;
  /** @type {number[]} */
  let longest = [];
  /** @type {number[]} */
  let run = [];
  for (const [number, row] of days) {
    run = strong(row) ? [] : [...run, number];
    if (run.length > 0 && run.length >= longest.length) longest = run;
  }
  if (longest.length < SPELL) return null;
  return { what: 'spell', from: written(longest[0]), to: written(longest[longest.length - 1]), days: longest.length };
}
