/** Days and times of the log, by this phone's clock. Pure: "now" comes in. */

import { dayTitle, localDay } from '../people/when.js';

const two = (/** @type {number} */ n) => String(n).padStart(2, '0');

/** "Today", "Friday", "3 May". @param {string} at @param {Date} now */
export const entryDay = (at, now) => dayTitle(localDay(new Date(at)), localDay(now));

/** "10:40". @param {string} at */
export function hourOf(at) {
  const moment = new Date(at);
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
