/** Where a moving figure is: from one pose to the next and round again, with a rest at each. */

const WAY_SECONDS = 1.6;
const REST_SECONDS = 0.7;

/**
 * @param {number} passed - seconds since it began
 * @param {number} count - poses
 * @param {number[]} [seconds] - of the way to each pose
 * @returns {{from: number, to: number, t: number}} t: 0 at one pose to 1 at the next
 */
export function momentOf(passed, count, seconds = []) {
  const ways = Array.from({ length: count }, (_, at) => seconds[(at + 1) % count] ?? WAY_SECONDS);
  let left = passed % ways.reduce((sum, way) => sum + REST_SECONDS + way, 0);
  for (const [at, way] of ways.entries()) {
    if (left < REST_SECONDS) return { from: at, to: at, t: 0 };
    left -= REST_SECONDS;
    if (left < way) return { from: at, to: (at + 1) % count, t: eased(left / way) };
    left -= way;
  }
  return { from: 0, to: 0, t: 0 };
}

/** Starts and ends softly. @param {number} t */
const eased = (t) => t * t * (3 - 2 * t);
