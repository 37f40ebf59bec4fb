/** The numbers of a report's chart: a point for each day, or for each week of a long period. Pure. */
import { figure } from './blocks.js';
import { byDay, medianLow, onOf, spanOf } from './felt.js';
import { daysOfWeek, weeksOf } from './material.js';
import { count, daysFrom, plusDays } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/** More days than this have a column for each week. */
const DAYS_DRAWN = 100;
/** @type {Record<string, string>} */
const MARKS = { relapse_suspected: 'Relapse?', relapse_confirmed: 'Relapse', relapse_over: 'Relapse', steroid_course: 'Steroids', infusion: 'Infusion' };
/** As many have room beside each other. */
const MARKS_MOST = 8;

/** @param {Material} material @returns {import('./shape.js').Block} */
export function chartOf(material) {
  const unit = material.days <= DAYS_DRAWN ? 'day' : 'week';
  const { median, worst, scored } = spanOf(material.pains);
  const summary = median === null ? 'No pain was given a number in this period.'
    : `Worst pain of each ${unit}, 0 to 10, on ${count(scored, 'day')} with a number: median ${median}, highest ${worst}.`
      + ` Grey bar: the worst; black line: the median of that ${unit}. A gap is a ${unit} without a number.`;
  return figure('chart', 'summary.chart', 'Pain over the period', summary, { unit, points: pointsOf(material, unit), marks: marksOf(material) });
}

/** What happened on a day, to be named over the chart; one that would stand too near the one before it is left out. @param {Material} material */
function marksOf({ within, days }) {
  const found = within('event').filter(({ body }) => MARKS[body.type]).map(({ body }) => ({ on: String(onOf(body)), label: MARKS[body.type] }));
  /** @type {typeof found} */
  const apart = [];
  for (const one of found) {
    const before = apart.at(-1);
    if (!before || daysFrom(before.on, one.on) * MARKS_MOST > days) apart.push(one);
  }
  return apart;
}

/** @param {Material} material @param {'day' | 'week'} unit */
function pointsOf(material, unit) {
  const scored = byDay(material.pains.filter(({ score }) => score !== null));
  const numbersOf = (/** @type {string} */ on) => (scored.get(on) ?? []).map(({ score }) => Number(score));
  const worstOf = (/** @type {string} */ on) => (scored.has(on) ? [Math.max(...numbersOf(on))] : []);
  if (unit === 'day') {
    return Array.from({ length: material.days }, (_, number) => plusDays(material.first, number))
      .map((on) => point(on, worstOf(on), numbersOf(on)));
  }
  return weeksOf(material).map((start) => {
    const worst = daysOfWeek(start, material).flatMap(worstOf);
    return point(start, worst, worst);
  });
}

/** @param {string} on @param {number[]} worst @param {number[]} numbers */
const point = (on, worst, numbers) => ({ on, worst: worst.length > 0 ? Math.max(...worst) : null, median: medianLow(numbers) });
