/** What pain gets in the way of, and how long it goes in the person's own minutes: earlier and later (backend/reports/stopped.py). Pure. */
import { row, table } from './blocks.js';
import { afterMinutes, commonest, medianLow, tally } from './felt.js';
import { count, plusDays } from './words.js';

/** @typedef {import('./material.js').Material} Material */

const MOST = 9;
/** A half with fewer days than this has no middle worth telling. */
const LEAST = 4;

/** How often each thing was stopped; below it the minutes, where any were noted. @param {Material} material */
export function stoppedBlocks(material) {
  const { pains, words } = material;
  const entries = tally(pains, 'stops_me', 'activity');
  const stops = commonest(entries, MOST);
  const often = stops.map((one) => row(`strength.${one}`, words.of('activities', one), String(entries.get(one)), afterMinutes(pains, one) || 'not noted'));
  const halves = stops.flatMap((one) => halvesOf(material, one) ?? []);
  const first = table('strength.function', 'What pain gets in the way of', ['What', 'Entries', 'How long it goes'], often);
  if (halves.length === 0) return [first];
  return [first, table('strength.minutes', 'Minutes until pain stops it, middle value', ['What', 'First half of the period', 'Second half'], halves)];
}

/** The middle of the days of each half; a day counts with its shortest. @param {Material} material @param {string} activity */
function halvesOf({ pains, first, days, words }, activity) {
  /** @type {Map<string, number>} */
  const least = new Map();
  for (const one of pains) {
    for (const item of (one.first && one.body.stops_me) || []) {
      if (item.activity === activity && Number.isFinite(item.minutes)) least.set(one.on, Math.min(item.minutes, least.get(one.on) ?? Infinity));
    }
  }
  if (least.size === 0) return null;
  const middle = plusDays(first, Math.floor(days / 2));
  const sorted = [...least].sort(([a], [b]) => (a < b ? -1 : 1));
  const half = (/** @type {boolean} */ later) => said(sorted.filter(([on]) => (on >= middle) === later).map(([, minutes]) => minutes));
  return row(`strength.minutes.${activity}`, words.of('activities', activity), half(false), half(true));
}

/** @param {number[]} minutes */
function said(minutes) {
  if (minutes.length === 0) return 'not noted';
  if (minutes.length < LEAST) return `${minutes.join(', ')} (too few to compare)`;
  return `${count(medianLow(minutes) ?? 0, 'minute')} (${count(minutes.length, 'day')})`;
}
