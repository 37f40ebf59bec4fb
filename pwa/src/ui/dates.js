/**
 * Dates and times as people say them. Days are the person's own calendar dates, "YYYY-MM-DD".
 * Every function is pure: today comes in.
 */

const DAY_MS = 86_400_000;

/** @param {string} on */
const noon = (on) => new Date(`${on}T12:00:00Z`);

/**
 * Whole days from one date to another; positive when `later` is later.
 * @param {string} earlier
 * @param {string} later
 */
export function daysBetween(earlier, later) {
  return Math.round((noon(later).getTime() - noon(earlier).getTime()) / DAY_MS);
}

/**
 * @param {string} on
 * @param {number} days - may be negative
 */
export function addDays(on, days) {
  return new Date(noon(on).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * "Today", "Yesterday", "Friday 20 November"; with the year when it is another one.
 * @param {string} on
 * @param {string} today
 */
export function dayName(on, today) {
  const ago = daysBetween(on, today);
  if (ago === 0) return 'Today';
  if (ago === 1) return 'Yesterday';
  const date = noon(on);
  const year = on.slice(0, 4) === today.slice(0, 4) ? '' : ` ${on.slice(0, 4)}`;
  return `${part(date, { weekday: 'long' })} ${date.getUTCDate()} ${part(date, { month: 'long' })}${year}`;
}

/**
 * "Monday" inside the last six days, else as dayName.
 * @param {string} on
 * @param {string} today
 */
export function shortDayName(on, today) {
  const ago = daysBetween(on, today);
  return ago > 1 && ago < 7 ? part(noon(on), { weekday: 'long' }) : dayName(on, today);
}

/**
 * The clock time as it was lived, "09:41", read from the instant with its own offset.
 * @param {string | null | undefined} at
 */
export function clockTime(at) {
  return at ? at.slice(11, 16) : '';
}

/**
 * @param {Date} date
 * @param {Intl.DateTimeFormatOptions} options
 */
function part(date, options) {
  // The app speaks English so far; the order of the parts is its own, the names come from the browser.
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date);
}
