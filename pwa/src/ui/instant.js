/**
 * The instant a wall clock of this phone shows a time on a day, with the offset that holds then. A time that the
 * clocks skip keeps the offset from before, so it is the moment the clocks show an hour later; one that comes twice is
 * the first of the two.
 * @param {string} on - YYYY-MM-DD
 * @param {string} time - HH:MM
 * @returns {{at: string, on: string, tz: string}} at as RFC 3339 with offset
 */
export function instantOf(on, time) {
  const [year, month, day] = on.split('-').map(Number);
  const [hour, minute] = time.split(':').map(Number);
  const moment = new Date(year, month - 1, day, hour, minute).getTime();
  const offset = Math.round((Date.UTC(year, month - 1, day, hour, minute) - moment) / 60_000);
  const two = (/** @type {number} */ number) => String(Math.trunc(Math.abs(number))).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(Math.abs(offset) % 60)}`;
  return { at: `${on}T${time}:00${zone}`, on, tz: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC' };
}
