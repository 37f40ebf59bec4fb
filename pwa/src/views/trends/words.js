/** What days, places and counts are called in charts. */

/** @param {string} on */
const noon = (on) => new Date(`${on}T12:00:00Z`);

/** Each takes a phone a moment to make, and a table asks for a hundred days. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} on @param {Intl.DateTimeFormatOptions} options */
function part(on, options) {
  const name = Object.entries(options).join();
  const format = formats.get(name) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  formats.set(name, format);
  return format.format(noon(on));
}

/** "22 Oct" @param {string} on */
export const shortDay = (on) => part(on, { day: 'numeric', month: 'short' });

/** "October 2026" @param {string} month - "2026-10" */
export const monthName = (month) => part(`${month}-15`, { month: 'long', year: 'numeric' });

/** "Oct 2026" @param {string} month - "2026-10" */
export const shortMonth = (month) => part(`${month}-15`, { month: 'short', year: 'numeric' });

/** "Mon 16 Nov", "Week from 16 Nov 2026", "From 16 Nov 2026" @param {'day' | 'week' | 'month'} by @param {string} on @param {string} today */
export function partName(by, on, today) {
  if (by === 'day') return on === today ? 'Today' : part(on, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
  const day = part(on, { day: 'numeric', month: 'short', year: 'numeric' });
  return by === 'week' ? `Week from ${day}` : `30 days from ${day}`;
}

/** "1 day", "2 days" @param {number} many @param {string} noun */
export const count = (many, noun) => `${many} ${many === 1 ? noun : `${noun}s`}`;

/** A sentence with its days in words: "on 20 Sep 2026" for "on 2026-09-20". @param {string} sentence */
export const spoken = (sentence) => sentence.replace(/\d{4}-\d\d-\d\d/g, (on) => part(on, { day: 'numeric', month: 'short', year: 'numeric' }));
