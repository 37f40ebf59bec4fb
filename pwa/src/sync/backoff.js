/** How long to wait before the next try: a random part of a span that doubles. It never gives up. Pure. */

const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * @param {number} failures - in a row, 1 or more
 * @param {() => number} random - 0 to 1
 * @returns {number} milliseconds
 */
export function pause(failures, random) {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(random() * span);
}
