/** Pain week by week: days written, median and worst; and what it gets in the way of (backend/reports/pains.py). Pure. */
import { row, table } from './blocks.js';
import { byDay } from './felt.js';
import { daysOfWeek, weeksOf } from './material.js';
import { numbers } from './places.js';
import { stoppedBlocks } from './stopped.js';
import { shortDay } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/** Rows of the table; a longer period shows its last ones. */
const WEEKS_MOST = 53;

/** @param {Material} material @returns {import('./shape.js').Section} */
export function strength(material) {
  const { pains, logged } = material;
  const felt = byDay(pains);
  const weeks = weeksOf(material).slice(-WEEKS_MOST).map((start) => {
    const days = daysOfWeek(start, material);
    const last = days[days.length - 1];
    return row(`strength.${start}`, `${shortDay(start)} to ${shortDay(last)} ${Number(last.slice(0, 4))}`,
      `${days.filter((on) => logged.has(on)).length} of ${days.length}`, ...numbers(days.flatMap((on) => felt.get(on) ?? [])));
  });
  return { id: 'strength', title: 'Strength and function', blocks: [
    table('strength.weeks', 'Pain by week, 0 to 10', ['Week', 'Days logged', 'Median of the daily worst', 'Worst'], weeks),
    ...stoppedBlocks(material),
  ] };
}
