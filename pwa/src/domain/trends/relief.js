/** AN-09: what was tried, and what pain did after it. A list in counts, never in advice. See backend/domain/insights/relief.py. */
import { dayNumber, holds } from './diary.js';
import { byLetters, middle } from './table.js';

/**
 * @typedef {import('./diary.js').Body} Body
 * @typedef {{what: string, uses: number, of: number, lower: number, same: number, higher: number, median_change: number | null, ranked: boolean}} Tried
 */

const USES = 5;

/**
 * Each thing tried. `ranked` from 5 uses with a number before and after; those come first, best first.
 * @param {import('./diary.js').Diary} diary
 * @param {import('./diary.js').Span} span
 * @returns {import('./table.js').Table<Tried>}
 */
export function relief(diary, span) {
  /** @type {Map<string, Body[]>} */
  const used = new Map();
  for (const body of diary.records.symptom ?? []) {
    if (body.relief?.length && holds(span, dayNumber(body.on))) {
      for (const one of body.relief) used.set(one.what, [...used.get(one.what) ?? [], one]);
    }
  }
  const rows = [...used].map(([what, uses]) => rowOf(what, uses)).sort(ranks);
  const of = rows.reduce((sum, { uses }) => sum + uses, 0);
  return { rules: ['AN-09'], sentence: sentenceOf(rows, diary.words), rows, of };
}

/** @param {Tried[]} rows @param {import('./diary.js').Words} words */
function sentenceOf(rows, words) {
  const [best] = rows;
  if (!best) return 'Nothing tried was noted in this time.';
  if (!best.ranked) return 'Not enough yet: it takes 5 uses with a number before and after.';
  return `${words.labels[best.what] ?? 'Something else'}: pain was lower after it ${best.lower} of ${best.of} times. Pain can also ease by itself.`;
}

/** @param {string} what @param {Body[]} uses @returns {Tried} */
function rowOf(what, uses) {
  const changes = uses.flatMap(({ before_nrs: before, after_nrs: after }) => (
    typeof before === 'number' && typeof after === 'number' ? after - before : []));
  const [lower, same, higher] = [-1, 0, 1].map((way) => changes.filter((change) => Math.sign(change) === way).length);
  return {
    what, uses: uses.length, of: changes.length, lower, same, higher,
    median_change: changes.length > 0 ? whole(middle(changes)) : null, ranked: changes.length >= USES,
  };
}

/** Whole points; a half is rounded to the smaller claim. @param {number} points */
function whole(points) {
  const size = Math.max(0, Math.ceil(Math.abs(points) - 0.5));
  return points > 0 || size === 0 ? size : -size;
}

/** @param {Tried} a @param {Tried} b */
const ranks = (a, b) => Number(b.ranked) - Number(a.ranked) || (a.median_change ?? 0) - (b.median_change ?? 0)
  || b.lower - a.lower || b.uses - a.uses || byLetters(a.what, b.what);
