/** A movement of the library: which it suits, what it needs, how long it takes. */

/** @typedef {[number, number]} Range */
/**
 * @typedef {object} Dose
 * @property {string} how
 * @property {Range} [reps]
 * @property {Range} [hold_s]
 * @property {Range} [breaths]
 * @property {Range} [minutes]
 * @property {Range} [seconds]
 * @property {boolean} [still] - nothing moves in these seconds: they are a hold
 * @property {Range} [bouts]
 * @property {Range} [rest_s]
 * @property {Range} [sets]
 * @property {'each' | 'none'} [sides]
 */
/** @typedef {{position: string, levels: string[], start: string, steps: string[], feel: string, avoid: string, limit: string, figure: string, equipment?: string[]}} Variant */
/** @typedef {{kinds: string[], steps: string[], cautions: string[]}} Helping */
/**
 * @typedef {object} Movement
 * @property {string} id
 * @property {string} name
 * @property {string} category
 * @property {string} target
 * @property {string[]} areas
 * @property {string[]} levels
 * @property {Dose} dose
 * @property {string[]} stops
 * @property {string[]} gates
 * @property {string[]} equipment
 * @property {Variant[]} variants
 * @property {Helping | null} helper
 * @property {string} [twin]
 * @property {string[]} facts
 * @property {string[]} basis
 * @property {boolean} core
 * @property {{status: 'pending' | 'passed', by: string | null, on: string | null}} review
 */
/**
 * What is looked for; an empty list or null asks for nothing.
 * @typedef {object} Wanted
 * @property {string[]} positions
 * @property {string[]} areas
 * @property {string[]} categories
 * @property {string | null} level
 * @property {string[]} things - at hand, besides what a home has; "nothing" for nothing more
 * @property {number | null} minutes - at most
 * @property {boolean} core - the gentle core set alone
 */

/** What a home has: nobody has to look for it. */
const AT_HOME = new Set(['chair', 'bed', 'mat', 'wall', 'table', 'worktop', 'pillow', 'wheelchair', 'walker', 'walking_stick']);

const SECONDS_A_REP = 4;
const SECONDS_A_BREATH = 6;
const SET_UP_SECONDS = 30;
const REST_BETWEEN_SETS = 60;

/** @type {Wanted} */
export const ANYTHING = { positions: [], areas: [], categories: [], level: null, things: [], minutes: null, core: false };

/**
 * Minutes at the starting dose, set-up included, rounded up.
 * @param {Dose} dose
 */
export function minutesOf(dose) {
  const first = (/** @type {Range | undefined} */ range, /** @type {number} */ otherwise) => range?.[0] ?? otherwise;
  const sets = first(dose.sets, 1);
  const bouts = first(dose.bouts, 1);
  const once = first(dose.minutes, 0) * 60 + first(dose.seconds, 0) + first(dose.breaths, 0) * SECONDS_A_BREATH
    + first(dose.reps, dose.hold_s ? 1 : 0) * (dose.hold_s ? dose.hold_s[0] : SECONDS_A_REP);
  const rests = (bouts - 1) * first(dose.rest_s, 0) + (sets - 1) * REST_BETWEEN_SETS;
  return Math.max(1, Math.ceil((once * bouts * sets * (dose.sides === 'each' ? 2 : 1) + rests + SET_UP_SECONDS) / 60));
}

/** What has to be got: all a position needs, without what a home has. @param {Movement} movement @param {Variant} variant */
export function needs(movement, variant) {
  return [...new Set([...movement.equipment, ...(variant.equipment ?? [])])];
}

/** The positions of a movement that suit what is wanted. @param {Movement} movement @param {Wanted} wanted @returns {Variant[]} */
export function suiting(movement, wanted) {
  return movement.variants.filter((variant) => (wanted.positions.length === 0 || wanted.positions.includes(variant.position))
    && (wanted.level === null || variant.levels.includes(wanted.level))
    && (wanted.things.length === 0 || needs(movement, variant).every((thing) => AT_HOME.has(thing) || wanted.things.includes(thing))));
}

/** Whether a movement is among what is wanted. @param {Movement} movement @param {Wanted} wanted */
export function suits(movement, wanted) {
  return suiting(movement, wanted).length > 0
    && (wanted.areas.length === 0 || movement.areas.some((area) => wanted.areas.includes(area)))
    && (wanted.categories.length === 0 || wanted.categories.includes(movement.category))
    && (wanted.minutes === null || minutesOf(movement.dose) <= wanted.minutes)
    && (!wanted.core || movement.core);
}

/** How many answers a choice holds. @param {Wanted} wanted */
export function howMany(wanted) {
  const { positions, areas, categories, level, things, minutes, core } = wanted;
  return positions.length + areas.length + categories.length + things.length
    + Number(level !== null) + Number(minutes !== null) + Number(core);
}

/**
 * One step easier and one step harder on each ladder a movement stands on.
 * @param {ReadonlyArray<{id: string, name: string, movements: string[]}>} ladders
 * @param {string} id
 */
export function steps(ladders, id) {
  const on = ladders.filter(({ movements }) => movements.includes(id));
  const beside = (/** @type {number} */ by) => [...new Set(on.map(({ movements }) => movements[movements.indexOf(id) + by]).filter(Boolean))];
  return { easier: beside(-1), harder: beside(1) };
}
