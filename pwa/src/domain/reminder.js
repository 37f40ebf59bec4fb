/** Which reminder is due. Times are the wall clock's, "HH:MM"; days are the person's own dates. */

export const DAYS = /** @type {const} */ (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** Without a health word, since others may read it over a shoulder or in a calendar. */
export const DEFAULT_TEXT = 'Time for your check-in';

/**
 * @typedef {object} Reminder
 * @property {string} id
 * @property {string | null} [time]
 * @property {string[] | null} [days] - of DAYS; none means every day
 * @property {boolean | null} [on] - false rests
 * @property {string | null} [text] - the person's own words
 *
 * @typedef {object} Rest
 * @property {{on: string, until: string} | null} [handled] - the day, and up to which time its reminders were answered
 * @property {{from?: string | null, to?: string | null} | null} [quiet]
 * @property {string | null} [pausedUntil] - the first date on which reminders come again
 */

/** @param {string} on - YYYY-MM-DD @returns {typeof DAYS[number]} */
export const weekday = (on) => DAYS[(new Date(`${on}T12:00:00Z`).getUTCDay() + 6) % 7];

/** @param {Reminder} reminder @param {string} on */
export const comesOn = ({ days }, on) => !days || days.length === 0 || days.includes(weekday(on));

/** @param {Reminder} reminder */
export const textOf = ({ text }) => text?.trim() || DEFAULT_TEXT;

/** Whether hours that may go over midnight hold a time. @param {Rest['quiet']} quiet @param {string} time */
export function isQuiet(quiet, time) {
  const { from, to } = quiet ?? {};
  if (!from || !to || from === to) return false;
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/**
 * The one reminder to show now: the latest of today that was not answered. Earlier ones never come up again,
 * and neither do those of days gone by.
 * @param {ReadonlyArray<Reminder>} reminders
 * @param {{on: string, time: string}} now
 * @param {Rest} rest
 * @returns {Reminder | null}
 */
export function dueReminder(reminders, now, { handled, quiet, pausedUntil }) {
  if (isQuiet(quiet, now.time) || (pausedUntil && now.on < pausedUntil)) return null;
  const since = handled?.on === now.on ? handled.until : '';
  return reminders
    .filter((one) => one.on !== false && one.time && one.time <= now.time && one.time > since && comesOn(one, now.on))
    .reduce((/** @type {Reminder | null} */ last, one) => (!last || (one.time ?? '') > (last.time ?? '') ? one : last), null);
}
