/**
 * The instant a wall clock of this phone shows a time on a day, with the offset that holds then.
 * @param {string} on - YYYY-MM-DD
 * @param {string} time - HH:MM
 * @returns {{at: string, on: string, tz: string}} at as RFC 3339 with offset
 */
export function instantOf(on, time) {
  const [year, month, day] = on.split('-').map(Number);
  const [hour, minute] = time.split(':').map(Number);
  const offset = -new Date(year, month - 1, day, hour, minute).getTimezoneOffset();
  const two = (/** @type {number} */ number) => String(Math.trunc(Math.abs(number))).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(Math.abs(offset) % 60)}`;
  return { at: `${on}T${time}:00${zone}`, on, tz: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC' };
}
