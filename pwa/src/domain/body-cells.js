/**
 * The regions of the enlarged zones as shapes, each in a square of 100 that is stretched over its control.
 * Sided shapes belong to the left half of the screen and are mirrored for the other.
 */
const OVAL = 'M0 50C0 22 22 0 50 0S100 22 100 50 78 100 50 100 0 78 0 50Z';
const PLAIN = 'M0 0H100V100H0Z';
const UPPER_TRUNK = { side: 'M100 0V100H14C10 74 3 52 2 30C16 14 60 2 100 0Z', middle: PLAIN };

/** @type {Readonly<Record<string, {side?: string, middle?: string, line?: string}>>} */
const CELLS = Object.freeze({
  head: { side: 'M100 0V100H0C0 50 30 8 100 0Z', middle: 'M0 0Q50 -9 100 0V100H0Z' },
  eye: { side: 'M0 0H100V100H4C0 66-1 30 0 0Z', line: 'M56 82q12 8 24 0' },
  face: { side: 'M4 0H100V100H62C36 94 12 56 4 0Z' },
  neck: { side: 'M20 0H100V100H0C14 80 23 50 20 0Z', middle: PLAIN },
  chest: UPPER_TRUNK,
  upper_back: UPPER_TRUNK,
  belly: { middle: 'M3 0H97C93 34 94 66 98 100H2C6 66 7 34 3 0Z' },
  lower_back: { side: 'M100 0V100H0C8 64 10 30 6 0Z', middle: PLAIN },
  pelvis: { middle: 'M6 0H94C92 46 95 78 100 100H0C5 78 8 46 6 0Z' },
  hip: { side: 'M100 0V100H3C-3 66 0 34 9 0Z' },
  groin: { side: 'M2 0H100V100C78 98 40 72 2 0Z' },
  buttock: { side: 'M100 0V84C84 104 24 106 7 84Q-2 52 3 0Z' },
  shoulder: { side: OVAL },
  upper_arm: { side: 'M8 0H98C102 40 96 72 90 100H8C0 64 0 34 8 0Z' },
  elbow: { side: OVAL },
  forearm: { side: 'M8 0H96C102 34 94 74 86 100H14C2 62-2 30 8 0Z' },
  wrist: { side: OVAL },
  hand: { side: 'M34 0H90C100 26 102 62 84 86C70 104 24 104 8 90C-3 66 12 28 34 0Z' },
  thigh_front: { side: 'M4 0H100V100H24C10 74-2 40 4 0Z' },
  inner_thigh: { side: 'M0 0H94C100 40 88 74 66 100H0Z' },
  thigh_back: { side: 'M2 0H96C102 40 92 74 82 100H18C8 74-4 40 2 0Z' },
  knee: { side: OVAL },
  shin: { side: 'M10 0H90C102 32 90 70 76 100H26C10 70-2 32 10 0Z' },
  calf: { side: 'M12 0H88C108 32 92 66 74 100H28C8 66-8 32 12 0Z' },
  ankle: { side: OVAL },
  foot: { side: 'M42 0H92C100 34 100 66 93 88C64 103 22 102 6 88C0 62 24 26 42 0Z' },
});

/**
 * @param {string} region
 * @param {'left' | 'right' | 'middle'} half - of the screen
 * @returns {string} path data in a square of 100
 */
export function cellShape(region, half) {
  return CELLS[region]?.[half === 'middle' ? 'middle' : 'side'] ?? PLAIN;
}

/** A thin line on it that helps to see what it is. @param {string} region */
export function cellLine(region) {
  return CELLS[region]?.line;
}
