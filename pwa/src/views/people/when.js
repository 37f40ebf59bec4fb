/** Words for days and coarse times. Pure: the moment "now" always comes in as an argument. */

const DAY_MS = 86_400_000;

/** @param {Date} date @returns {string} the local calendar date, YYYY-MM-DD */
export function localDay(date) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {string} on @param {string} today both YYYY-MM-DD @returns {number} whole days from on to today */
export function daysAgo(on, today) {
  return Math.round((Date.parse(`${today}T00:00Z`) - Date.parse(`${on}T00:00Z`)) / DAY_MS);
}

/** @param {string} on YYYY-MM-DD @param {Intl.DateTimeFormatOptions} parts */
function written(on, parts) {
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' }).format(new Date(`${on}T00:00Z`));
}

/**
 * A day as a heading: "Today", "Yesterday", "Friday", "3 May", "3 May 2025".
 * @param {string} on @param {string} today
 */
export function dayTitle(on, today) {
  const ago = daysAgo(on, today);
  if (ago === 0) return 'Today';
  if (ago === 1) return 'Yesterday';
  if (ago > 1 && ago < 7) return written(on, { weekday: 'long' });
  return dateWords(on, today);
}

/** A date in words, the year only when it differs. @param {string} on @param {string} today */
export function dateWords(on, today) {
  const year = on.slice(0, 4) === today.slice(0, 4) ? undefined : /** @type {const} */ ('numeric');
  return written(on, { day: 'numeric', month: 'long', year });
}

/** @param {number} hour 0 to 23, as the person lived it */
export function partOfDay(hour) {
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 18) return 'afternoon';
  return 'evening';
}

/**
 * The coarse time of an entry of today: "this morning". Times with minutes are nobody else's business.
 * @param {string | null | undefined} at instant with the offset it was lived in
 * @returns {string} empty when no time was given
 */
export function coarseTime(at) {
  const hour = at ? Number(at.slice(11, 13)) : NaN;
  if (Number.isNaN(hour)) return '';
  const part = partOfDay(hour);
  return part === 'night' ? 'last night' : `this ${part}`;
}

/**
 * When something happened, for the middle of a sentence: "this morning", "yesterday", "on Friday", "on 3 May".
 * @param {Date} moment @param {Date} now
 */
export function whenWords(moment, now) {
  const today = localDay(now);
  const on = localDay(moment);
  const ago = daysAgo(on, today);
  if (ago <= 0) {
    const part = partOfDay(moment.getHours());
    return part === 'night' ? 'last night' : `this ${part}`;
  }
  if (ago === 1) return 'yesterday';
  return `on ${dayTitle(on, today)}`;
}

/** "a", "a and b", "a, b or c". @param {string[]} items @param {string} last the word before the last one */
export function listWords(items, last = 'and') {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`;
}
