/** Which reminder is due. Times are the wall clock's, "HH:MM"; days are the person's own dates. */

export const DAYS = /** @type {const} */ (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** Without a health word, since others may read it over a shoulder or in a calendar. */
export const DEFAULT_TEXT = 'Time for your check-in';
export const BREAK_TEXT = 'Time for a change';

/** How often a break from sitting may come, in minutes: the person's own comfortable time, never more often than the first. */
export const BREAK_EVERY = /** @type {const} */ ([30, 45, 60, 90, 120]);

/**
 * @typedef {object} Reminder
 * @property {string} id
 * @property {string | null} [time]
 * @property {string[] | null} [days] - of DAYS; none means every day
 * @property {boolean | null} [on] - false rests
 * @property {string | null} [text] - the person's own words
 * @property {number | null} [every] - minutes: a break from sitting, again and again from `time` up to `until`
 * @property {string | null} [until]
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
export const textOf = ({ text, every }) => text?.trim() || (every ? BREAK_TEXT : DEFAULT_TEXT);

/** @param {Reminder} reminder @returns {string[]} every time of a day at which it comes, in order */
export function timesOf({ time, every, until }) {
  if (!time) return [];
  if (!every || !until) return [time];
  const [first, last] = [time, until].map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  const step = Math.max(every, BREAK_EVERY[0]);
  const count = Math.max(0, Math.floor((last - first) / step));
  return Array.from({ length: count + 1 }, (_, at) => clockOf(first + at * step));
}

/** @param {number} minutes since midnight */
const clockOf = (minutes) => [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** What a break may be, by how somebody gets about: ids of movements, the first the better one. @type {Readonly<Record<string, readonly string[]>>} */
const BREAKS = { unaided: ['POS-02', 'POS-01'], stick: ['POS-02', 'POS-01'], walker: ['POS-02', 'POS-01'], wheelchair: ['COR-07', 'POS-01'], bed: [] };

/** @param {string | null | undefined} mobility @returns {readonly string[]} */
export const breaksFor = (mobility) => BREAKS[mobility ?? ''] ?? ['POS-01'];

/** Whether hours that may go over midnight hold a time. @param {Rest['quiet']} quiet @param {string} time */
export function isQuiet(quiet, time) {
  const { from, to } = quiet ?? {};
  if (!from || !to || from === to) return false;
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/**
 * The one reminder to show now, at the time it came: the latest of today that was not answered. Earlier ones never come up again,
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
    .filter((one) => one.on !== false && comesOn(one, now.on))
    .flatMap((one) => timesOf(one).filter((time) => time <= now.time && time > since).slice(-1).map((time) => ({ ...one, time })))
    .reduce((/** @type {Reminder | null} */ last, one) => (!last || one.time > (last.time ?? '') ? one : last), null);
}
