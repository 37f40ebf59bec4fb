/**
 * The regions of the enlarged zones as shapes, each in a square of 100 that is stretched over its control.
 * Sided shapes belong to the left half of the screen and are mirrored for the other.
 */
const OVAL = 'M2 50C2 16 24 2 50 2S98 16 98 50 76 98 50 98 2 84 2 50Z';
const PLAIN = 'M2 2H98V98H2Z';
const UPPER_TRUNK = { side: 'M98 2V98H12C8 74 3 50 3 32C14 14 60 3 98 2Z', middle: PLAIN };

/** @type {Readonly<Record<string, {side?: string, middle?: string}>>} */
const CELLS = Object.freeze({
  head: { side: 'M98 6V98H3C0 50 26 14 98 6Z', middle: 'M2 6Q50 -2 98 6V98H2Z' },
  eye: { side: 'M3 2H98V98H7C3 70 2 30 3 2Z' },
  face: { side: 'M4 2H98V98C56 98 16 66 4 2Z' },
  neck: { side: 'M10 2H98V98H2C9 70 11 40 10 2Z', middle: PLAIN },
  chest: UPPER_TRUNK,
  upper_back: UPPER_TRUNK,
  belly: { middle: 'M3 2H97C92 34 93 66 98 98H2C7 66 8 34 3 2Z' },
  lower_back: { side: 'M98 2V98H2C9 64 10 34 4 2Z', middle: PLAIN },
  pelvis: { middle: 'M2 4Q50 18 98 4C99 54 84 97 50 97S1 54 2 4Z' },
  hip: { side: OVAL },
  groin: { side: 'M2 2H98V98C64 92 22 54 2 2Z' },
  buttock: { side: 'M98 5V88C78 101 10 101 3 58C2 20 44 0 98 5Z' },
  shoulder: { side: OVAL },
  upper_arm: { side: 'M10 6Q50 -2 94 6C99 36 96 70 88 96Q48 101 6 95C1 64 3 34 10 6Z' },
  elbow: { side: OVAL },
  forearm: { side: 'M12 5Q54 -1 96 6C98 44 92 74 82 97Q46 101 8 96C1 62 4 30 12 5Z' },
  wrist: { side: OVAL },
  hand: { side: 'M18 4Q52 0 90 5C98 26 99 62 86 84C70 102 26 102 10 88C0 66 6 28 18 4Z' },
  thigh_front: { side: 'M8 5Q54 -1 97 4C98 44 97 76 95 97Q56 101 22 96C8 74 1 40 8 5Z' },
  inner_thigh: { side: 'M3 3Q50 1 92 6C99 40 90 74 74 96Q36 101 5 97C3 66 2 34 3 3Z' },
  thigh_back: { side: 'M6 5Q52 -1 95 5C99 44 92 76 84 96Q50 101 16 96C6 74 1 40 6 5Z' },
  knee: { side: OVAL },
  shin: { side: 'M8 5Q50 -1 93 5C99 36 90 70 80 96Q50 101 22 96C10 70 2 36 8 5Z' },
  calf: { side: 'M10 5Q50 -1 91 5C102 36 92 66 78 96Q50 101 24 96C8 66 -1 36 10 5Z' },
  ankle: { side: OVAL },
  foot: { side: 'M30 4Q62 0 90 5C99 34 99 66 93 92C64 102 22 100 5 86C1 60 14 26 30 4Z' },
});

/**
 * @param {string} region
 * @param {'left' | 'right' | 'middle'} half - of the screen
 * @returns {string} path data in a square of 100
 */
export function cellShape(region, half) {
  return CELLS[region]?.[half === 'middle' ? 'middle' : 'side'] ?? PLAIN;
}
