/** When an entry was, as it is chosen on the log. Pure: today and now come in. */
import { addDays, daysBetween } from '../../ui/dates.js';
import { instantOf } from '../../ui/instant.js';

/** How far back an entry may be dated here. */
export const DAYS_BACK = 14;

/**
 * @typedef {'now' | 'morning' | 'night' | 'other' | 'since'} When
 * @typedef {object} Chosen
 * @property {When} when
 * @property {string} on - YYYY-MM-DD; of "other" and "since"
 * @property {string} time - HH:MM, or empty; of "other"
 * @property {string} day - the day it was chosen on
 */

/** @param {string} today @returns {Chosen} */
export const rightNow = (today) => ({ when: 'now', on: today, time: '', day: today });

/**
 * What was chosen on an earlier day still means the same moment; what is too old by now is dropped.
 * @param {Chosen | null} kept
 * @param {string} today
 * @returns {Chosen}
 */
export function chosenOn(kept, today) {
  if (!kept) return rightNow(today);
  if (kept.day === today) return kept;
  const moved = kept.when === 'morning' ? { ...kept, when: /** @type {When} */ ('other'), on: kept.day, time: '08:00' }
    : kept.when === 'night' ? { ...kept, when: /** @type {When} */ ('other'), on: addDays(kept.day, -1), time: '22:00' } : kept;
  const old = moved.when === 'now' || (moved.on && daysBetween(moved.on, today) > DAYS_BACK);
  return old ? rightNow(today) : { ...moved, day: today };
}

/**
 * @param {Chosen} chosen
 * @param {string} today
 * @param {number} now - milliseconds
 * @returns {{at?: string, on?: string, tz?: string, until_on?: string} | null} null when it is not whole, too old or still to come
 */
export function moment({ when, on, time }, today, now) {
  if (when === 'now') return {};
  if (when === 'morning') return instantOf(today, '08:00');
  if (when === 'night') return instantOf(addDays(today, -1), '22:00');
  if (!on || on < addDays(today, -DAYS_BACK)) return null;
  // A span begins with its first day; no hour of it was said.
  if (when === 'since') return on < today ? { ...instantOf(on, '00:00'), until_on: today } : null;
  if (!time) return null;
  const given = instantOf(on, time);
  return Date.parse(given.at) <= now ? given : null;
}
