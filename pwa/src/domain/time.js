/**
 * Moments as they were lived: an instant with its offset, the person's own date, their zone.
 * Pure: the moment and the zone come in.
 */

/** @typedef {{at: string, on: string, tz: string}} Lived */

/**
 * @param {Date} date
 * @param {string} zone - IANA name
 * @returns {Lived} such as {at: '2026-11-21T09:02:11+01:00', on: '2026-11-21', tz: 'Europe/Berlin'}
 */
export function lived(date, zone) {
  const wall = wallClock(date, zone);
  return { at: `${wall}${offset(date, wall)}`, on: wall.slice(0, 10), tz: zone };
}

/** @returns {Lived} this moment in the phone's zone as it is now */
export function nowParts() {
  return lived(new Date(), zoneNow());
}

/** The phone's zone at this moment; it changes while travelling. */
export function zoneNow() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {Date} date @param {string} zone @returns {string} YYYY-MM-DDTHH:MM:SS */
function wallClock(date, zone) {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit',
      day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

/** @param {Date} date @param {string} wall */
function offset(date, wall) {
  const minutes = Math.round((Date.parse(`${wall}Z`) - date.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
