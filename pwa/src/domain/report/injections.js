/** Pain after injections of interferon beta: first 24 hours, 24 to 48, later. Counted, not explained (backend/reports/injections.py). Pure. */
import { medianLow } from './felt.js';
import { count } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/**
 * @typedef {object} View
 * @property {number} injections
 * @property {number} everyDays - 0: not known
 * @property {number[][]} scores - of each window
 */

const CLASS = 'interferon_beta';
/** What a comparison needs (AN-01). */
const INJECTIONS_LEAST = 4;
const ENTRIES_LEAST = 8;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A pause shorter than this has no quiet part of its own. */
const QUIET_AFTER_MS = 60 * HOUR_MS;
const LONGEST_MS = 15 * DAY_MS;
const WINDOWS = ['in the first 24 hours', 'from 24 to 48 hours', 'later, until the next'];

/** The numbers, or null where no such medicine or no injection is noted. @param {Material} material @returns {View | null} */
export function injectionView(material) {
  const medicines = new Set(material.of('medicine').filter(({ body }) => body.class === CLASS).map(({ id }) => id));
  const given = material.within('dose').map(({ body }) => body)
    .filter(({ medicine_id: id, status, at }) => medicines.has(id) && (status === 'taken' || status === 'late') && at)
    .map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
  if (given.length === 0) return null;
  /** @type {number[][]} */
  const scores = [[], [], []];
  for (const { body, score } of material.pains) {
    if (score === null || !body.at || body.until_on) continue;
    const part = partOf(Date.parse(body.at), given);
    if (part !== null) scores[part].push(score);
  }
  return { injections: given.length, everyDays: given.length > 1 ? rounded(middle(given.slice(1).map((at, i) => (at - given[i]) / DAY_MS))) : 0, scores };
}

/** @param {number} at @param {number[]} given */
function partOf(at, given) {
  const place = given.findLastIndex((one) => one <= at);
  if (place < 0) return null;
  const since = at - given[place];
  if (since < 2 * DAY_MS) return since < DAY_MS ? 0 : 1;
  const until = place + 1 < given.length ? given[place + 1] - given[place] : LONGEST_MS;
  return since < LONGEST_MS && until >= QUIET_AFTER_MS ? 2 : null;
}

/** The numbers side by side, or that there are too few; then how many injections they rest on. @param {View} view @returns {string[]} */
export function injectionWords({ injections, everyDays, scores }) {
  const counted = `${count(injections, 'injection')} in this period${everyDays ? `, about every ${count(everyDays, 'day')}` : ''}.`;
  const enough = scores.map((one) => one.length >= ENTRIES_LEAST);
  if (injections < INJECTIONS_LEAST || !enough[0] || !enough[1]) return [`${counted} Too few entries to compare pain after them.`];
  const parts = scores.slice(0, enough[2] ? 3 : 2).map((one, i) => `${medianLow(one)} ${WINDOWS[i]} (${one.length} entries)`);
  const quiet = enough[2] ? '' : ' There is no quiet time between injections to compare with.';
  return [`Median pain: ${parts.join(', ')}.`, `${counted}${quiet} It may be chance.`];
}

/** @param {number[]} numbers */
function middle(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[Math.floor(half)];
}

/** To the whole number next to it, the even one of two, as the server rounds. @param {number} number */
function rounded(number) {
  const low = Math.floor(number);
  if (number - low !== 0.5) return Math.round(number);
  return low % 2 === 0 ? low : low + 1;
}
