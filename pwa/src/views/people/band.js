/** What is usual for somebody, from the days themselves. Pure; counts and tells, never judges. */
import { daysAgo } from './when.js';

/** @typedef {{low: number, high: number}} Band */

const USUAL_DAYS = 28;
/** Fewer days than this say nothing about what is usual. */
const USUAL_AT_LEAST = 5;
/** A point more or less is no other day. */
const APART = 2;

/**
 * The narrowest band that holds more than half of the days, so that "most days" is true.
 * @param {Iterable<readonly [string, number]>} scores - day and number, any order; the highest of a day counts
 * @param {string} today - YYYY-MM-DD; itself left out
 * @returns {Band | null} null under five days with a number
 */
export function bandOf(scores, today) {
  /** @type {Map<string, number>} */
  const worst = new Map();
  for (const [on, score] of scores) {
    const ago = daysAgo(on, today);
    if (ago >= 1 && ago <= USUAL_DAYS) worst.set(on, Math.max(worst.get(on) ?? 0, score));
  }
  const days = [...worst.values()].sort((a, b) => a - b);
  if (days.length < USUAL_AT_LEAST) return null;
  const need = Math.floor(days.length / 2) + 1;
  let band = { low: days[0], high: days[need - 1] };
  for (let i = 1; i + need <= days.length; i += 1) {
    if (days[i + need - 1] - days[i] < band.high - band.low) band = { low: days[i], high: days[i + need - 1] };
  }
  return band;
}

/** @param {Band} band */
export function bandWords({ low, high }) {
  return low === high ? `Most days ${low}.` : `Most days ${low} to ${high}.`;
}

/** @param {number} score @param {Band} band @returns {'more' | 'less' | 'about'} */
export function beside(score, { low, high }) {
  if (score >= high + APART) return 'more';
  return score <= low - APART ? 'less' : 'about';
}

const BESIDE = { more: ', more than usual', less: ', less than usual', about: ', about usual' };

/**
 * "Stiffness 6, more than usual. Most days 3 to 4."; without a band only the number.
 * @param {string} name @param {number} score @param {Band | null} band
 */
export function scoreWords(name, score, band) {
  return band ? `${name} ${score}${BESIDE[beside(score, band)]}. ${bandWords(band)}` : `${name} ${score}.`;
}
