/** The numbers of a report's chart: a point for each day, or for each week of a long period. Pure. */
import { medianLow, spanOf } from './felt.js';
import { daysOfWeek, weeksOf } from './material.js';
import { count, plusDays } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/** More days than this have a column for each week. */
const DAYS_DRAWN = 100;

/** @param {Material} material @returns {import('./shape.js').Block} */
export function chartOf(material) {
  const unit = material.days <= DAYS_DRAWN ? 'day' : 'week';
  const { median, worst, scored } = spanOf(material.pains);
  const summary = median === null ? 'No pain was given a number in this period.'
    : `Worst pain of each ${unit}, 0 to 10, on ${count(scored, 'day')} with a number: median ${median}, highest ${worst}.`
      + ` Grey bar: the worst; black line: the median of that ${unit}. A gap is a ${unit} without a number.`;
  return { t: 'chart', id: 'summary.chart', title: 'Pain over the period', summary, data: { unit, points: pointsOf(material, unit), marks: [] } };
}

/** @param {Material} material @param {'day' | 'week'} unit */
function pointsOf(material, unit) {
  /** @type {Map<string, number[]>} */
  const byDay = new Map();
  for (const { on, score } of material.pains) if (score !== null) byDay.set(on, [...(byDay.get(on) ?? []), score]);
  const worstOf = (/** @type {string} */ on) => (byDay.has(on) ? [Math.max(...(byDay.get(on) ?? []))] : []);
  if (unit === 'day') {
    return Array.from({ length: material.days }, (_, number) => plusDays(material.first, number))
      .map((on) => point(on, worstOf(on), byDay.get(on) ?? []));
  }
  return weeksOf(material).map((start) => {
    const worst = daysOfWeek(start, material).flatMap(worstOf);
    return point(start, worst, worst);
  });
}

/** @param {string} on @param {number[]} worst @param {number[]} numbers */
const point = (on, worst, numbers) => ({ on, worst: worst.length > 0 ? Math.max(...worst) : null, median: medianLow(numbers) });
