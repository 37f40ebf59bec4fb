/** Shapes as SVG path data. */
import { distance } from './solve.js';

/** @typedef {import('./pose.js').Point} Point */

const short = (/** @type {number} */ value) => value.toFixed(1);

/**
 * Two circles and what is between them; one circle when one holds the other.
 * @param {Point} start @param {number} r1 @param {Point} end @param {number} r2
 */
export function capsule(start, r1, end, r2) {
  const far = distance(start, end);
  if (far <= Math.abs(r1 - r2) + 0.01) {
    const [[x, y], r] = r1 >= r2 ? [start, r1] : [end, r2];
    return `M${short(x - r)} ${short(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  const angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
  const spread = Math.acos((r1 - r2) / far);
  const at = (/** @type {Point} */ [x, y], /** @type {number} */ r, /** @type {number} */ turn) =>
    `${short(x + r * Math.cos(turn))} ${short(y + r * Math.sin(turn))}`;
  const wide = spread > Math.PI / 2;
  return `M${at(start, r1, angle + spread)}L${at(end, r2, angle + spread)}`
    + `A${r2} ${r2} 0 ${Number(wide)} 0 ${at(end, r2, angle - spread)}`
    + `L${at(start, r1, angle - spread)}A${r1} ${r1} 0 ${Number(!wide)} 0 ${at(start, r1, angle + spread)}Z`;
}

/** A strap or band between two points, off the straight line by that much. @param {Point} start @param {Point} end @param {number} sag */
export function bow(start, end, sag) {
  const [x, y] = middle(start, end, sag);
  return `M${short(start[0])} ${short(start[1])}Q${short(x)} ${short(y)} ${short(end[0])} ${short(end[1])}`;
}

/** How an arrow's head is turned, clockwise in degrees. @param {Point} start @param {Point} end @param {number} sag */
export function turnOfArrow(start, end, sag) {
  const [x, y] = middle(start, end, sag);
  return (Math.atan2(end[1] - y, end[0] - x) * 180) / Math.PI;
}

/** The point a bow is drawn towards, to the right of the way from start to end. @param {Point} start @param {Point} end @param {number} sag @returns {Point} */
function middle(start, end, sag) {
  const far = distance(start, end) || 1;
  const [dx, dy] = [(end[0] - start[0]) / far, (end[1] - start[1]) / far];
  return [(start[0] + end[0]) / 2 - dy * 2 * sag, (start[1] + end[1]) / 2 + dx * 2 * sag];
}
