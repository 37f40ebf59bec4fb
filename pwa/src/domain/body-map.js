/**
 * The body map: first the whole body with its zones, then one zone with its regions.
 * A region stands in an entry once, with one side, as in the list of places.
 */
import { SHEET, halfOf } from './body-drawing.js';

/** @typedef {import('./body-drawing.js').Face} Face */
/** @typedef {{region: string, side: 'left' | 'right' | 'both' | 'middle'}} Place */
/** @typedef {{region: string, side: 'left' | 'right' | 'middle', half: 'left' | 'right' | 'middle'}} Cell - half: of the screen */
/** @typedef {{cells: Cell[], outer: number, inner: number}} Row - outer, inner: room beside it, percent of the width */
/** @typedef {{x: number, y: number, width: number, height: number}} Box - in units of the sheet */
/**
 * @typedef {object} Zone
 * @property {string} id - such as "head" or "arm-right"
 * @property {string} label - a whole name, such as "Right arm"
 * @property {string} short - printed on the drawing
 * @property {Box} box
 * @property {Row[]} rows - from top to bottom; cells as they lie on the screen, from left to right
 */

/** How far from a control a tap still counts for it, in CSS pixels. */
export const REACH = 32;

/** Regions that are no spot of the drawing: rows under it. "All over" is a switch of the entry itself. */
export const SPOTLESS = Object.freeze(['whole_leg', 'back_any']);

const ARM = [['shoulder', 30, 42], ['upper_arm', 27, 47], ['elbow', 23, 53], ['forearm', 18, 59], ['wrist', 14, 66], ['hand', 6, 66]];
const SIDES = /** @type {const} */ (['right', 'middle', 'left']);
const PAIR = /** @type {const} */ (['right', 'left']);

/** @typedef {[region: string, sides: ReadonlyArray<'left' | 'right' | 'middle'>, room?: number]} Across */
/** @typedef {[regions: string, outer: number, inner: number]} Along */

/** On the left half of the sheet: at least 60 units each way, 8 between, which is 64 and 8 pixels on the narrowest phone. */
const BOX = Object.freeze({
  head: { x: 98, y: 6, width: 110, height: 74 },
  arm: { x: 2, y: 88, width: 84, height: 160 },
  trunk: { x: 94, y: 92, width: 72, height: 88 },
  hips: { x: 94, y: 188, width: 72, height: 60 },
  leg: { x: 40, y: 256, width: 86, height: 158 },
});

const FORM = /** @type {Record<Face, {id: string, label: string, short: string, box: Box, across?: Across[], along?: Along[]}[]>} */ ({
  front: [
    { id: 'head', label: 'Head and neck', short: 'Head', box: BOX.head,
      across: [['head', SIDES, 8], ['eye', PAIR, 8], ['face', PAIR, 8], ['neck', SIDES, 12]] },
    { id: 'arm', label: 'shoulder and arm', short: 'Arm', box: BOX.arm, along: /** @type {Along[]} */ (ARM) },
    { id: 'trunk', label: 'Chest and belly', short: 'Chest, belly', box: BOX.trunk,
      across: [['chest', SIDES], ['belly', ['middle'], 2]] },
    { id: 'hips', label: 'Hips and pelvis', short: 'Hips', box: BOX.hips,
      across: [['pelvis', ['middle'], 10], ['hip', PAIR, 6], ['groin', PAIR, 6]] },
    { id: 'leg', label: 'leg', short: 'Leg', box: BOX.leg,
      along: [['thigh_front inner_thigh', 6, 34], ['knee', 23, 49], ['shin', 21, 49], ['ankle', 27, 54], ['foot', 14, 54]] },
  ],
  back: [
    { id: 'head', label: 'Head and neck', short: 'Head', box: BOX.head,
      across: [['head', SIDES, 8], ['neck', SIDES, 12]] },
    { id: 'arm', label: 'shoulder and arm', short: 'Arm', box: BOX.arm, along: /** @type {Along[]} */ (ARM) },
    { id: 'trunk', label: 'Back', short: 'Back', box: BOX.trunk,
      across: [['upper_back', SIDES], ['lower_back', SIDES, 4]] },
    { id: 'hips', label: 'Hips and buttocks', short: 'Hips', box: BOX.hips,
      across: [['hip', PAIR, 6], ['buttock', PAIR, 6]] },
    { id: 'leg', label: 'leg', short: 'Leg', box: BOX.leg,
      along: [['thigh_back', 14, 41], ['knee', 23, 49], ['calf', 20, 47], ['ankle', 27, 54], ['foot', 14, 54]] },
  ],
});

/**
 * The zones of one face, from top to bottom and from left to right as they lie on the screen.
 * @param {Face} face
 * @returns {Zone[]}
 */
export function zonesOn(face) {
  const zone = (/** @type {string} */ id) => /** @type {typeof FORM['front'][0]} */ (FORM[face].find((one) => one.id === id));
  const middle = (/** @type {string} */ id) => {
    const { label, short, box, across = [] } = zone(id);
    return { id, label, short, box, rows: across.map(([region, sides, room = 0]) => ({
      cells: onScreen(face, sides).map((side) => cellOf(face, region, side)), outer: room, inner: room })) };
  };
  const sided = (/** @type {string} */ id, /** @type {'left' | 'right'} */ half) => {
    const { label, short, box, along = [] } = zone(id);
    const side = halfOf(face, 'right') === half ? 'right' : 'left';
    return { id: `${id}-${side}`, label: `${side === 'right' ? 'Right' : 'Left'} ${label}`, short,
      box: half === 'left' ? box : { ...box, x: SHEET.width - box.x - box.width },
      rows: along.map(([regions, outer, inner]) => ({ cells: inwards(regions.split(' '), half).map((region) => cellOf(face, region, side)), outer, inner })) };
  };
  return [middle('head'), sided('arm', 'left'), middle('trunk'), sided('arm', 'right'), middle('hips'), sided('leg', 'left'), sided('leg', 'right')];
}

/** @template T @param {Face} face @param {ReadonlyArray<T>} sides - as on the front, from the left of the screen */
const onScreen = (face, sides) => (face === 'front' ? [...sides] : [...sides].reverse());

/** Regions named from the outside in. @param {string[]} regions @param {'left' | 'right'} half */
const inwards = (regions, half) => (half === 'left' ? regions : [...regions].reverse());

/** @param {Face} face @param {string} region @param {Cell['side']} side @returns {Cell} */
function cellOf(face, region, side) {
  return { region, side, half: side === 'middle' ? 'middle' : halfOf(face, side) };
}

/**
 * The two words over the drawing, from left to right.
 * @param {Face} face
 */
export function sidesPrinted(face) {
  return onScreen(face, ['Your right', 'Your left']);
}

/**
 * @param {ReadonlyArray<Place>} places
 * @param {{region: string, side: string}} cell
 */
export function isChosen(places, { region, side }) {
  return places.some((one) => one.region === region && (one.side === side || (one.side === 'both' && side !== 'middle')));
}

/**
 * After a tap on a region: the second side makes it both, a tap on one of both leaves the other.
 * @param {ReadonlyArray<Place>} places
 * @param {{region: string, side: 'left' | 'right' | 'middle'}} cell
 * @returns {Place[]}
 */
export function tapped(places, { region, side }) {
  const at = places.findIndex((one) => one.region === region);
  if (at < 0) return [...places, { region, side }];
  const next = sideAfter(places[at].side, side);
  return places.flatMap((one, index) => (index !== at ? [one] : next ? [{ region, side: next }] : []));
}

/**
 * @param {Place['side']} before
 * @param {'left' | 'right' | 'middle'} tap
 * @returns {Place['side'] | null} null: none any more
 */
function sideAfter(before, tap) {
  if (before === tap) return null;
  if (before === 'middle' || tap === 'middle') return tap;
  if (before === 'both') return tap === 'left' ? 'right' : 'left';
  return 'both';
}

/**
 * Which box a tap belongs to: the one it lies in, else the nearest one within reach.
 * @param {ReadonlyArray<{left: number, top: number, right: number, bottom: number}>} boxes - CSS pixels
 * @param {{x: number, y: number}} tap
 * @param {number} [reach]
 * @returns {number} its index, -1 when all are too far
 */
export function nearest(boxes, { x, y }, reach = REACH) {
  let found = -1;
  let least = reach;
  boxes.forEach((box, index) => {
    const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    if (away < least || (found < 0 && away === least)) {
      found = index;
      least = away;
    }
  });
  return found;
}
