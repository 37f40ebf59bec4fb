/** Which side of the body a figure shows moving, so that the other one can be drawn as its mirror image. Pure. */

/** One side moves and the other follows: so many times as much of it is drawn. */
const CLEARLY = 2;

/**
 * In a side view the near limb moves: of somebody who faces right it is the right one. In a front view limbs carry the
 * person's own sides; where both or neither move, the arrow says it, and what points to our right is their left.
 * @param {import('./pose.js').Bodies} pack
 * @param {import('./pose.js').Figure} figure
 * @returns {'left' | 'right'}
 */
export function sideOf(pack, figure) {
  const keys = figure.poses.flatMap((pose) => Object.keys(pose));
  if (pack.bases[figure.base].view !== 'front') {
    return [...figure.poses, figure.all ?? {}].some((pose) => /** @type {any} */ (pose).facing === -1) ? 'left' : 'right';
  }
  const [left, right] = ['left.', 'right.'].map((side) => keys.filter((key) => key.startsWith(side)).length);
  if (left >= CLEARLY * right || right >= CLEARLY * left) if (left !== right) return left > right ? 'left' : 'right';
  const [, , dx = 0, dy = 0] = /** @type {any[]} */ (figure.over?.find(([name]) => name === 'arrow') ?? []);
  // Seen from above the head is on our left, so that what points up is their left.
  return (figure.base === 'lie_above' ? dy <= 0 : dx >= 0) ? 'left' : 'right';
}
