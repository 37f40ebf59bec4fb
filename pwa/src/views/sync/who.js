/** Who wrote something and when, and how long ago a server heard of it, in words. Pure but for the clock's zone. */
import { lived, zoneNow } from '../../domain/time.js';
import { clockTime, dayName } from '../../ui/dates.js';

/** @typedef {import('../../state/conflicts.js').Origin} Origin */

/**
 * "today at 09:41", "Friday 13 November at 21:05".
 * @param {string} at - instant
 * @param {string} today
 */
export function momentWords(at, today) {
  const moment = lived(new Date(at), zoneNow());
  const day = dayName(moment.on, today).replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase());
  return `${day} at ${clockTime(moment.at)}`;
}

const WHO = { here: 'You, on this phone', mine: 'You, on another phone', unknown: 'On another phone', other: '' };

/**
 * "You, on this phone, today at 09:41".
 * @param {Origin} origin
 * @param {string} today
 */
export function originWords({ from, name, at }, today) {
  return [WHO[from] || name, at && momentWords(at, today)].filter(Boolean).join(', ');
}

/**
 * What is asked where one phone deleted and another changed.
 * @param {Origin} deleted
 */
export function deleteQuestion({ from, name }) {
  if (from === 'other') return `${name} deleted this on one phone, and it was changed on another.`;
  return from === 'unknown' ? 'This was deleted on one phone and changed on another.' : 'You deleted this on one phone and changed it on another.';
}
