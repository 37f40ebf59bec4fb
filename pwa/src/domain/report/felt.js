/** Pain by day and place for a report: medians, worst and days. What was not written is missing, never 0. Pure. */
import { daysFrom, plusDays } from './words.js';

/**
 * One entry on one day.
 * @typedef {object} Felt
 * @property {string} on
 * @property {Record<string, any>} body
 * @property {boolean} first - not a further day of a span
 * @property {boolean} pain
 * @property {number | null} score - null: no number was given
 * @property {string[]} sites - region and side with a space between
 *
 * @typedef {{days: number, scored: number, median: number | null, worst: number | null}} Span
 */

/** Nothing is made of a longer span but its first day: nobody felt all of it alike. */
export const LONGEST_SPAN = 31;

/** The day a record tells of. @param {Record<string, any>} body @returns {string | null} */
export const onOf = (body) => String(body.on || body.slot || body.at || '').slice(0, 10) || null;

/** An entry, a span once for each of its days. @param {Record<string, any>} body @returns {Felt[]} */
export function feltOf(body) {
  const begun = onOf(body);
  if (!begun) return [];
  const long = body.until_on ? daysFrom(begun, body.until_on) : 0;
  const days = long >= 0 && long <= LONGEST_SPAN ? long : 0;
  const sites = body.generalised ? ['generalised '] : (body.regions ?? []).map((/** @type {any} */ one) => `${one.region} ${one.side}`);
  const one = { on: begun, body, first: true, sites, pain: !body.symptom || body.symptom === 'pain', score: body.severity_nrs ?? null };
  return [one, ...Array.from({ length: days }, (_, number) => ({ ...one, on: plusDays(begun, number + 1), first: false }))];
}

/** The middle value; of two middle values the lower. @param {Iterable<number>} numbers @returns {number | null} */
export function medianLow(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length > 0 ? sorted[Math.floor((sorted.length - 1) / 2)] : null;
}

/** Ten years are 36,500 entries, so what was counted of a list is kept with it. @type {WeakMap<readonly Felt[], Span>} */
const counted = new WeakMap();

/** Some entries in numbers; a day counts with its worst. @param {readonly Felt[]} felt - a list that stays as it is @returns {Span} */
export function spanOf(felt) {
  const known = counted.get(felt);
  if (known) return known;
  /** @type {Map<string, number>} */
  const worst = new Map();
  const days = new Set();
  for (const { on, score } of felt) {
    days.add(on);
    if (score !== null) worst.set(on, Math.max(score, worst.get(on) ?? 0));
  }
  const span = {
    days: days.size, scored: worst.size, median: medianLow(worst.values()), worst: worst.size > 0 ? Math.max(...worst.values()) : null,
  };
  counted.set(felt, span);
  return span;
}

/** Entries by their day. @param {readonly Felt[]} felt @returns {Map<string, Felt[]>} */
export function byDay(felt) {
  /** @type {Map<string, Felt[]>} */
  const found = new Map();
  for (const one of felt) {
    const there = found.get(one.on);
    if (there) there.push(one);
    else found.set(one.on, [one]);
  }
  return found;
}

/** Entries by place, the places with the most days first. @param {readonly Felt[]} felt @returns {[site: string, felt: Felt[]][]} */
export function bySite(felt) {
  /** @type {Map<string, Felt[]>} */
  const found = new Map();
  for (const one of felt) {
    for (const site of one.sites) {
      const there = found.get(site);
      if (there) there.push(one);
      else found.set(site, [one]);
    }
  }
  const days = new Map([...found].map(([site, its]) => [site, spanOf(its).days]));
  return [...found].sort(([a], [b]) => (days.get(b) ?? 0) - (days.get(a) ?? 0) || (a < b ? -1 : 1));
}

/**
 * How many entries name each term.
 * @param {readonly Felt[]} felt @param {string} name
 * @param {string} [within] - the part of a list's item that holds it
 * @returns {Map<string, number>}
 */
export function tally(felt, name, within) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { body, first } of felt) {
    if (!first) continue;
    const terms = (body[name] ?? []).map((/** @type {any} */ item) => (within ? item[within] : item));
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** How often each comes. @param {Iterable<string>} items @returns {Map<string, number>} */
export function timesOf(items) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of items) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** The terms named most, by name where they are named alike. @param {Map<string, number>} counts @param {number} [most] */
export const commonest = (counts, most = Infinity) => [...counts.keys()]
  .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, most);

/** "after 5 to 20 minutes": how long until pain stops it; empty where that is not noted. @param {readonly Felt[]} felt @param {string} activity */
export function afterMinutes(felt, activity) {
  const given = felt.filter(({ first }) => first).flatMap(({ body }) => body.stops_me ?? [])
    .filter((item) => item.activity === activity && Number.isFinite(item.minutes)).map(({ minutes }) => minutes);
  if (given.length === 0) return '';
  const [low, high] = [Math.min(...given), Math.max(...given)];
  return low === high ? `after ${low} ${low === 1 ? 'minute' : 'minutes'}` : `after ${low} to ${high} minutes`;
}
