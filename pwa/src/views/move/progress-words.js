/** What was moved, in sentences. Nothing is said of less. */
import { counted } from '../diary/session-words.js';

/** @param {string} on @param {Intl.DateTimeFormatOptions} options */
const part = (on, options) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${on}T12:00:00Z`));

/** "9 to 15 Nov", "30 Nov to 6 Dec". @param {{from: string, to: string}} week */
export function spanText({ from, to }) {
  const alike = from.slice(0, 7) === to.slice(0, 7);
  return `${part(from, { day: 'numeric', ...(alike ? {} : { month: 'short' }) })} to ${part(to, { day: 'numeric', month: 'short' })}`;
}

/** @param {string} text */
export const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** "October", "October 2025" in another year. @param {string} month - YYYY-MM @param {string} today */
export const monthName = (month, today) => part(`${month}-15`, { month: 'long', ...(month.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }) });

/** "You moved 3 times, 22 minutes together." @param {import('../../domain/progress.js').Week} week @param {boolean} minutes - whether they are told */
export function weekText({ times, minutes: sum }, minutes) {
  if (times === 0) return 'Nothing noted so far. That is fine.';
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
  if (!minutes || sum === 0) return `You moved ${often}.`;
  return times === 1 ? `You moved once, for ${counted(sum, 'minute')}.` : `You moved ${often}, ${counted(sum, 'minute')} together.`;
}

/** "3 times, 22 minutes", or that nothing was noted. @param {import('../../domain/progress.js').Week} week @param {boolean} minutes */
export function shortText({ times, minutes: sum }, minutes) {
  if (times === 0) return 'nothing noted';
  return [counted(times, 'time'), ...(minutes && sum > 0 ? [counted(sum, 'minute')] : [])].join(', ');
}

/** "Calf stretch: held 20 seconds in October, 30 now." @param {string} name @param {{then: number, month: string, now: number}} row @param {string} today */
export const holdText = (name, { then, month, now }, today) => `${name}: held ${counted(then, 'second')} in ${monthName(month, today)}, ${now} now.`;

/** @param {string} name @param {{then: number, month: string, now: number}} row @param {string} today */
export const easedText = (name, { then, month, now }, today) => (
  `${name}: pain came after ${counted(now, 'minute')} this week. In ${monthName(month, today)}, after ${then}. It may be chance.`);

/** "about a tenth". @param {[number, number]} share */
export const shareText = ([part_, of]) => (part_ === 1 && of === 10 ? 'about a tenth' : `about ${Math.round((100 * part_) / of)} of 100`);
