/** How long to wait before the next try: a random part of a span that doubles. It never gives up. Pure. */

const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;
/** No server may ask for more, and no wait is longer: one that ends later was set by a clock that was wrong. */
const HOUR_MS = 3_600_000;

/**
 * @param {number} failures - in a row, 1 or more
 * @param {() => number} random - 0 to 1
 * @returns {number} milliseconds
 */
export function pause(failures, random) {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(random() * span);
}

/**
 * @param {number | undefined} until - instant
 * @param {number} now
 * @returns {boolean} whether it is still to be waited for
 */
export function waiting(until, now) {
  return until !== undefined && until > now && until <= now + HOUR_MS;
}

/** How long a server's wish to be left alone is obeyed. @param {number} ms */
export const obeyed = (ms) => Math.min(ms, HOUR_MS);
