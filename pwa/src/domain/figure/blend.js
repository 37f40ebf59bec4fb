/** The pose on the way from one to another. */
import { LIMBS, solve, target } from './solve.js';

/** @typedef {import('./pose.js').Pose} Pose */
/** @typedef {import('./solve.js').Solved} Solved */

/** Joints that need not touch anything: for the check of the content alone. */
const FREE = 'free';

/**
 * The pose t (0 to 1) of the way from a to b. Directions turn the short way round.
 * @param {import('./pose.js').Skeleton} skeleton
 * @param {Pose} a
 * @param {Pose} b
 * @param {number} t
 * @returns {Pose}
 */
export function blend(skeleton, a, b, t) {
  if (t <= 0) return a;
  if (t >= 1) return b;
  /** @type {[Solved, Solved]} */
  const ends = [solve(skeleton, a), solve(skeleton, b)];
  /** @type {Pose} */
  const pose = {};
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (key === FREE) continue;
    if (key.endsWith('_bend') || key === 'facing') pose[key] = a[key] ?? b[key];
    else if (key.endsWith('_to')) Object.assign(pose, reach(key, a, b, ends, t));
    else pose[key] = value(key, a[key], b[key], ends, t);
  }
  return pose;
}

/** A limb both poses lead to a place goes from place to place; else its bones turn. @param {string} key @param {Pose} a @param {Pose} b @param {[Solved, Solved]} ends @param {number} t @returns {Pose} */
function reach(key, a, b, ends, t) {
  if (a[key] !== undefined && b[key] !== undefined) {
    const joint = jointOf(a[key]);
    if (joint && joint === jointOf(b[key])) return { [key]: [joint, ...between(offsetOf(a[key]), offsetOf(b[key]), t)] };
    return { [key]: between(target(a[key], ends[0].joints), target(b[key], ends[1].joints), t) };
  }
  const at = key.lastIndexOf('.');
  const side = key.slice(0, at);
  return Object.fromEntries(LIMBS[key.slice(at + 1, -3)].map((bone) => [`${side}.${bone}`, turned(`${side}.${bone}`, ends, t)]));
}

/** A place, a direction, or a plain number such as how far a belly has risen. @param {string} key @param {any} a @param {any} b @param {[Solved, Solved]} ends @param {number} t */
function value(key, a, b, ends, t) {
  if (ends[0].directions[key]) return turned(key, ends, t);
  if (Array.isArray(a) || Array.isArray(b)) return between(a ?? b, b ?? a, t);
  return (a ?? 0) + ((b ?? 0) - (a ?? 0)) * t;
}

/** @param {string} bone @param {[Solved, Solved]} ends @param {number} t */
function turned(bone, ends, t) {
  const [[a, seenA], [b, seenB]] = [ends[0].directions[bone], ends[1].directions[bone]];
  const way = ((((b - a + 180) % 360) + 360) % 360) - 180;
  return [a + way * t, seenA + (seenB - seenA) * t];
}

/** @param {any} place @returns {string | null} */
const jointOf = (place) => (typeof place === 'string' ? place : typeof place[0] === 'string' ? place[0] : null);

/** @param {any} place @returns {import('./pose.js').Point} */
const offsetOf = (place) => (typeof place === 'string' ? [0, 0] : [place[1], place[2]]);

/** @param {import('./pose.js').Point} a @param {import('./pose.js').Point} b @param {number} t */
const between = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
