/** Words and dates of a report, as the server's report says them (backend/reports/wording.py). Pure. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

/** @param {string} on */
const noon = (on) => Date.parse(`${on}T12:00:00Z`);

/** @param {string} on @param {number} days */
export const plusDays = (on, days) => new Date(noon(on) + days * DAY_MS).toISOString().slice(0, 10);

/** @param {string} first @param {string} last */
export const daysFrom = (first, last) => Math.round((noon(last) - noon(first)) / DAY_MS);

/** "22 Nov" @param {string} on */
export const shortDay = (on) => `${Number(on.slice(8, 10))} ${MONTHS[Number(on.slice(5, 7)) - 1]}`;

/** "22 Nov 2026" @param {string | null | undefined} on */
export const day = (on) => (on ? `${shortDay(on)} ${Number(on.slice(0, 4))}` : '');

/** "1 day", "2 days" @param {number} number @param {string} one @param {string} [many] */
export const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** A label inside a sentence; MS and the like stay as they are. @param {string} text */
export function lowered(text) {
  const second = text.slice(1, 2);
  return second !== second.toLowerCase() ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The first letter large; names and short forms inside stay as they were written. @param {string} text */
export const sentenceCase = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Its first letter large, the rest small. @param {string} text */
export const capitalised = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "24 Aug to 21 Nov 2026" @param {string} first @param {string} last */
export const between = (first, last) => `${first.slice(0, 4) === last.slice(0, 4) ? shortDay(first) : day(first)} to ${day(last)}`;

/** "24 Aug to 21 Nov 2026 (90 days)" @param {string} first @param {string} last */
export const periodWords = (first, last) => `${between(first, last)} (${count(daysFrom(first, last) + 1, 'day')})`;

/** One line of at most so many letters, cut at a word. @param {string} text @param {number} most */
export function clipped(text, most) {
  const line = text.split(/\s+/).filter(Boolean).join(' ');
  const letters = [...line];
  if (letters.length <= most) return line;
  const cut = letters.slice(0, most - 1).join('');
  const end = cut.lastIndexOf(' ');
  return `${end < 0 ? cut : cut.slice(0, end)} …`;
}
