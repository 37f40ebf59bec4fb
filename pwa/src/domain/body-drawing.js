/**
 * The drawing of a body as data, on a sheet of 260 by 420 with the middle at x = 130.
 * Sided parts stand on the left of the sheet and are mirrored for the other half.
 */

/** @typedef {'front' | 'back'} Face */
/** @typedef {readonly [number, number]} Point */

export const SHEET = Object.freeze({ width: 260, height: 420 });

const circle = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** Parts that are drawn on both halves: limbs first, so that the joints lie over them. */
export const PAIRED = Object.freeze([
  'M73.5 94.1 58.9 144.8A11.5 11.5 0 0 0 80.7 152.2L100 103.1A14 14 0 1 0 73.5 94.1Z',
  'M56.7 158.8 47.7 204.3A8.5 8.5 0 0 0 64.1 208.7L78.9 164.7A11.5 11.5 0 1 0 56.7 158.8Z',
  'M46 215C42 224 40 234 41 243C42 250 47 252 51 248C56 243 60 232 63 220A9 9 0 0 0 46 215Z',
  'M88 216.9 91 284.7A15 15 0 0 0 120.9 285.5L127.9 218.1A20 20 0 1 0 88 216.9Z',
  'M91 305 95.5 368.7A9.5 9.5 0 0 0 114.5 368.7L119 305A14 14 0 1 0 91 305Z',
  'M95.9 380.1 86 395C81 403 90 411 97 406L111 393.1A10 10 0 1 0 95.9 380.1Z',
]);

/** The joints of both halves. */
export const JOINTS = Object.freeze([
  circle(90, 94, 17), circle(69, 156, 13), circle(55, 212, 10), circle(106, 206, 17), circle(105, 296, 16), circle(105, 377, 11.5),
]);

/** Parts in the middle. */
export const MIDDLE = Object.freeze([
  'M130 14C149 14 157 28 156 43C155 60 144 72 130 72C116 72 105 60 104 43C103 28 111 14 130 14Z',
  'M120 70Q130 75 140 70L141 84Q130 89 119 84Z',
  'M98 86Q130 93 162 86L169 131Q130 141 91 131Z',
  'M92 136Q130 146 168 136L163 185Q130 193 97 185Z',
  'M97 190Q130 198 163 190L168 214Q130 240 92 214Z',
]);

/** Thin lines that say which way the person looks. */
export const LINES = Object.freeze({
  front: ['M115 42q4 4 8 0', 'M137 42q4 4 8 0', 'M124 58q6 4 12 0', 'M130 172l0 4'],
  back: ['M130 90L130 186', 'M110 102Q116 116 120 124', 'M150 102Q144 116 140 124', 'M130 206L130 226'],
});

/** Where a mark stands, on the left of the sheet; a region without a side of its own stands in the middle too. */
const SPOTS = /** @type {Record<Face, Record<string, Point>>} */ ({
  front: {
    head: [116, 25], eye: [119, 42], face: [112, 54], neck: [122, 78], shoulder: [90, 94], upper_arm: [77, 126], elbow: [69, 156],
    forearm: [61, 186], wrist: [55, 212], hand: [50, 234], chest: [111, 105], belly: [114, 172], pelvis: [130, 204], hip: [106, 206],
    groin: [120, 219], thigh: [106, 250], thigh_front: [104, 248], inner_thigh: [119, 258], knee: [105, 296], shin: [105, 338],
    ankle: [105, 377], foot: [97, 396],
  },
  back: {
    head: [116, 38], neck: [122, 78], shoulder: [90, 94], upper_arm: [77, 126], elbow: [69, 156], forearm: [61, 186], wrist: [55, 212],
    hand: [50, 234], upper_back: [110, 110], back_any: [130, 138], lower_back: [112, 168], buttock: [115, 210], hip: [98, 200],
    thigh: [106, 250], thigh_back: [106, 254], knee: [105, 296], calf: [105, 334], ankle: [105, 377], foot: [97, 396],
  },
});

/**
 * On which half of the sheet a side of the person is: who faces us has the right hand on our left.
 * @param {Face} face
 * @param {'left' | 'right'} side - the person's own
 * @returns {'left' | 'right'} of the sheet
 */
export function halfOf(face, side) {
  return (face === 'front') === (side === 'right') ? 'left' : 'right';
}

/**
 * Where the marks of a place stand on the sheet: two for both sides, none when this face does not show the region.
 * @param {Face} face
 * @param {{region: string, side?: string | null}} place
 * @returns {Point[]}
 */
export function spots(face, { region, side }) {
  const spot = SPOTS[face][region];
  if (!spot) return [];
  const [x, y] = spot;
  if (side === 'both') return [[x, y], [SHEET.width - x, y]];
  if (side !== 'left' && side !== 'right') return [[SHEET.width / 2, y]];
  return [[halfOf(face, side) === 'left' ? x : SHEET.width - x, y]];
}
