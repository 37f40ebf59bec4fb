/**
 * How much of a movement: where it starts, how long it takes, how much of it fits. The same as
 * backend/domain/planner/dose.py. Bouts are sets, breaths are repetitions, seconds are one long hold.
 */

/**
 * @typedef {object} Dose - sets of reps, each held hold_s seconds; or sets of minutes
 * @property {string} movement
 * @property {string} position
 * @property {number | null} reps
 * @property {number | null} hold_s
 * @property {number} sets
 * @property {number | null} minutes
 * @property {string | null} sides - left, right, both, middle or each
 * @property {number} rest_s - between sets; not stored, the pack says it
 *
 * @typedef {import('../movement.js').Movement} Movement
 */

const REP_S = 4;
const BREATH_S = 8;
const INTO_HOLD_S = 4;
const CHECK_S = 60;
const LEAST_REPS = 2;
const LEAST_HOLD_S = 10;

/** How long it takes, rests between sets included. @param {Dose} dose @returns {number} seconds */
export const secondsOf = (dose) => dose.sets * secondsOfSet(dose) + (dose.sets - 1) * dose.rest_s;

/** @param {Dose} dose */
function secondsOfSet({ minutes, sides, hold_s, reps }) {
  const each = sides === 'each' ? 2 : 1;
  if (minutes !== null) return each * minutes * 60;
  return hold_s !== null ? each * (reps || 1) * (hold_s + INTO_HOLD_S) : each * (reps ?? 0) * REP_S || CHECK_S;
}

/** The least the pack names: where everybody starts. @param {Movement} movement @param {string} position @returns {Dose} */
export function first(movement, position) {
  const told = /** @type {Record<string, any>} */ (movement.dose);
  const low = (/** @type {string} */ name) => (told[name] ? told[name][0] : null);
  const dose = {
    movement: movement.id, position, reps: null, hold_s: null, sets: 1, minutes: null,
    sides: told.sides === 'each' ? 'each' : null, rest_s: low('rest_s') ?? 0,
  };
  if (told.minutes) return { ...dose, minutes: low('minutes'), sets: low('bouts') || 1 };
  if (told.seconds) return { ...dose, hold_s: low('seconds'), reps: 1, sets: low('bouts') || 1 };
  if (told.breaths) return { ...dose, reps: low('breaths'), hold_s: BREATH_S - INTO_HOLD_S };
  return { ...dose, reps: low('reps'), hold_s: low('hold_s'), sets: low('sets') || 1 };
}

/** What a plan item stored; rests come from the pack. @param {Record<string, any>} body @param {Movement} movement @returns {Dose} */
export function doseOf(body, movement) {
  const start = first(movement, body.position_variant ?? movement.variants[0].position);
  return {
    ...start, reps: body.reps ?? null, hold_s: body.hold_s ?? null, sets: body.sets || 1,
    minutes: body.minutes ?? null, sides: body.sides ?? start.sides,
  };
}

/** As much of a dose as fits into some seconds, never more than it. @param {Dose} dose @param {number} seconds @returns {Dose | null} */
export function fitted(dose, seconds) {
  let some = less(dose, seconds, (one) => (one.sets > 1 ? { ...one, sets: one.sets - 1 } : null));
  if (some.minutes !== null) {
    if (secondsOf(some) > seconds) some = { ...some, minutes: Math.floor(seconds / (some.sides === 'each' ? 120 : 60)) };
    return some.minutes && some.minutes > 0 ? some : null;
  }
  const least = some.hold_s ? 1 : LEAST_REPS;
  some = less(some, seconds, (one) => ((one.reps ?? 0) > least ? { ...one, reps: (one.reps ?? 0) - 1 } : null));
  some = less(some, seconds, (one) => ((one.hold_s ?? 0) > LEAST_HOLD_S ? { ...one, hold_s: Math.max(LEAST_HOLD_S, (one.hold_s ?? 0) - 5) } : null));
  return secondsOf(some) <= seconds ? some : null;
}

/** @param {Dose} dose @param {number} seconds @param {(dose: Dose) => Dose | null} step */
function less(dose, seconds, step) {
  let some = dose;
  while (secondsOf(some) > seconds) {
    const smaller = step(some);
    if (!smaller) break;
    some = smaller;
  }
  return some;
}

/** A share of a dose, rounded down, of each thing that counts; at least one of it. @param {Dose} dose @param {[number, number]} share */
export function shared(dose, [part, of]) {
  const some = (/** @type {number} */ count) => Math.floor((count * part) / of);
  if (dose.sets > 1) return { ...dose, sets: Math.max(1, some(dose.sets)) };
  if (dose.minutes !== null) return { ...dose, minutes: Math.max(1, some(dose.minutes)) };
  if (dose.hold_s && (dose.reps || 1) === 1) return { ...dose, hold_s: Math.max(Math.min(LEAST_HOLD_S, dose.hold_s), some(dose.hold_s)) };
  return dose.reps ? { ...dose, reps: Math.max(1, some(dose.reps)) } : dose;
}
