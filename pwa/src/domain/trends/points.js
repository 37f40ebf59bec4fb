/** The days of a chart that is no wider than a phone: one by one, by week, or by month. */
import { dayNumber, written } from './diary.js';
import { middleLow } from './table.js';

/**
 * @typedef {import('./pain.js').PainDay} PainDay
 * @typedef {{on: string, at: number, days: number, worst: number, middle: number}} Point - at: from 0 to 1 across the chart
 * @typedef {{by: 'day' | 'week' | 'month', step: number, points: Point[]}} Points
 */

const DAYS_MOST = 100;
const WEEKS_MOST = 800;
/** @type {Record<Points['by'], number>} */
const LENGTH = { day: 1, week: 7, month: 30 };

/**
 * The middle of the days' worst and of their middles, for each part of the time with a number. Other parts have no point.
 * @param {readonly PainDay[]} rows
 * @param {import('./diary.js').Span} span
 * @returns {Points}
 */
export function pointsOf(rows, { first, last }) {
  const days = last - first + 1;
  const by = days <= DAYS_MOST ? 'day' : days <= WEEKS_MOST ? 'week' : 'month';
  /** @type {Map<number, PainDay[]>} */
  const parts = new Map();
  for (const row of rows) {
    if (row.worst_nrs === null) continue;
    const part = Math.floor((/** @type {number} */ (dayNumber(row.on)) - first) / LENGTH[by]);
    const its = parts.get(part);
    if (its) its.push(row);
    else parts.set(part, [row]);
  }
  const count = Math.ceil(days / LENGTH[by]);
  const step = 1 / count;
  const points = [...parts].map(([part, its]) => ({
    on: written(first + part * LENGTH[by]), at: (part + 0.5) * step, days: its.length,
    worst: middleOf(its.map((row) => row.worst_nrs)), middle: middleOf(its.map((row) => row.median_nrs)),
  }));
  return { by, step, points };
}

/** @param {(number | null)[]} numbers - none of them null */
const middleOf = (numbers) => /** @type {number} */ (middleLow(/** @type {number[]} */ (numbers)));

/**
 * Runs of points that follow each other; a part of the time without a number ends one.
 * @param {Points} all
 * @returns {Point[][]}
 */
export function runsOf({ points, step }) {
  /** @type {Point[][]} */
  const runs = [];
  for (const point of points) {
    const run = runs[runs.length - 1];
    if (run && point.at - run[run.length - 1].at < step * 1.5) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/**
 * Where labels stand beside what they name: as near as they can without lying over each other.
 * @template {{at: number, size: number}} L - at: where it belongs, size: how high it is; of a chart that is 1 high
 * @param {readonly L[]} labels - of two that belong to one place the first is above
 * @returns {(L & {middle: number})[]} from the top
 */
export function apart(labels) {
  const all = labels.map((one) => ({ ...one, middle: one.at })).sort((a, b) => a.at - b.at);
  let top = 0;
  for (const one of all) {
    one.middle = Math.max(one.middle, top + one.size / 2);
    top = one.middle + one.size / 2;
  }
  let bottom = 1;
  for (const one of all.reverse()) {
    one.middle = Math.min(one.middle, bottom - one.size / 2);
    bottom = one.middle - one.size / 2;
  }
  return all.reverse();
}
