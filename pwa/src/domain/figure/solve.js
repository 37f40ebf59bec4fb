/** Where every joint is. The same as backend/domain/figure/solve.py; both read tests/vectors/figure.json. */

/** @typedef {import('./pose.js').Point} Point */
/** @typedef {import('./pose.js').Pose} Pose */
/** @typedef {import('./pose.js').Bone} Bone */
/** @typedef {import('./pose.js').Skeleton} Skeleton */
/** Directions: degrees, and how much of the length is seen. @typedef {{joints: Record<string, Point>, starts: Record<string, Point>, directions: Record<string, [number, number]>}} Solved */

/** The two bones that reach for a place. @type {Record<string, [string, string]>} */
export const LIMBS = { arm: ['upper_arm', 'forearm'], leg: ['thigh', 'shin'] };

const RADIANS = Math.PI / 180;

/** @param {Point} start @param {number} degrees @param {number} length @returns {Point} */
export function moved([x, y], degrees, length) {
  return [x + length * Math.cos(degrees * RADIANS), y - length * Math.sin(degrees * RADIANS)];
}

/** @param {Point} a @param {Point} b */
export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/**
 * Places every joint of a pose. A place out of reach leaves the limb straight, pointing at it.
 * @param {Skeleton} skeleton
 * @param {Pose} pose
 * @returns {Solved}
 */
export function solve(skeleton, pose) {
  /** @type {Solved} */
  const solved = { joints: { [skeleton.root]: pose[skeleton.root] }, starts: {}, directions: {} };
  for (const bone of skeleton.bones) {
    const start = startOf(bone, pose, solved);
    const direction = reach(skeleton, bone, pose, solved, start) ?? written(bone, pose, solved);
    const whole = (bone.length + number(pose, bone.longer_by)) * direction[1];
    solved.directions[bone.id] = direction;
    solved.starts[bone.id] = start;
    solved.joints[bone.to] = moved(start, direction[0], whole * (1 - (bone.fold ?? 0) * number(pose, bone.folds_by)));
  }
  return solved;
}

/** @param {Pose} pose @param {string} [name] @returns {number} */
const number = (pose, name) => (name === undefined ? 0 : pose[name] ?? 0);

/** At its joint, beside it by the width of hips or shoulders, or a little behind. @param {Bone} bone @param {Pose} pose @param {Solved} solved @returns {Point} */
function startOf(bone, pose, solved) {
  let start = solved.joints[bone.from];
  if (bone.beside) {
    const trunk = solved.directions[bone.trunk ?? ''][0];
    start = moved(start, trunk, bone.beside[0] + number(pose, bone.along_by));
    const across = bone.beside[1] * (1 - number(pose, bone.narrows_by));
    start = moved(start, trunk - 90, across + number(pose, bone.across_by));
  }
  const [dx, dy] = bone.behind ?? [0, 0];
  return [start[0] + dx, start[1] + dy];
}

/** @param {any} value @returns {[number, number]} */
const direction = (value) => (Array.isArray(value) ? [value[0], value[1]] : [value, 1]);

/** @param {Bone} bone @param {Pose} pose @param {Solved} solved @returns {[number, number]} */
function written(bone, pose, solved) {
  if (pose[bone.id] !== undefined) return direction(pose[bone.id]);
  const turn = (bone.turn ?? 0) + (bone.each ?? 0) * number(pose, bone.turns_by);
  return [solved.directions[bone.follows ?? ''][0] + turn * (pose.facing ?? 1), 1];
}

/**
 * A place: `[x, y]`, a joint's name, or `[joint, dx, dy]`.
 * @param {any} value
 * @param {Record<string, Point>} joints
 * @returns {Point}
 */
export function target(value, joints) {
  if (typeof value === 'string') return joints[value];
  if (typeof value[0] !== 'string') return value;
  const [x, y] = joints[value[0]];
  return [x + value[1], y + value[2]];
}

/**
 * The direction of a limb's first or second bone when the pose says where the limb's end goes.
 * @param {Skeleton} skeleton @param {Bone} bone @param {Pose} pose @param {Solved} solved @param {Point} start
 * @returns {[number, number] | null}
 */
function reach(skeleton, bone, pose, solved, start) {
  const [side, name] = bone.id.split('.');
  const limb = Object.keys(LIMBS).find((one) => LIMBS[one].includes(name));
  const goal = limb && pose[`${side}.${limb}_to`];
  if (!limb || goal === undefined) return null;
  const length = (/** @type {string} */ one) => skeleton.bones.find(({ id }) => id === `${side}.${one}`)?.length ?? 0;
  const [first, second] = LIMBS[limb];
  let end = target(goal, solved.joints);
  let lower = length(second);
  const hand = pose[`${side}.hand`];
  if (limb === 'arm' && hand === undefined) lower += length('hand');
  else if (limb === 'arm') end = moved(end, direction(hand)[0] + 180, length('hand') * direction(hand)[1]);
  if (name === second) return [towards(start, end), 1];
  return [bent(start, end, length(first), lower, sideOfBend(skeleton, pose, side, limb)), 1];
}

/** @param {Point} start @param {Point} end */
const towards = (start, end) => Math.atan2(start[1] - end[1], end[0] - start[0]) / RADIANS;

/** Knees bend forwards and elbows backwards, or outwards where the figure faces us. @param {Skeleton} skeleton @param {Pose} pose @param {string} side @param {string} limb */
function sideOfBend(skeleton, pose, side, limb) {
  return pose[`${side}.${limb}_bend`] ?? skeleton.outwards?.[side] ?? (pose.facing ?? 1) * (limb === 'leg' ? 1 : -1);
}

/** The first bone's direction of two that reach from start to end (law of cosines). @param {Point} start @param {Point} end @param {number} upper @param {number} lower @param {number} bend */
function bent(start, end, upper, lower, bend) {
  const far = distance(start, end);
  if (far < 1e-9) return 0;
  const near = Math.min(Math.max(far, Math.abs(upper - lower)), upper + lower);
  const cosine = (upper ** 2 + near ** 2 - lower ** 2) / (2 * upper * near);
  return towards(start, end) + (bend * Math.acos(Math.max(-1, Math.min(1, cosine)))) / RADIANS;
}
