/** One session as steps in time: each movement's sides, repetitions, holds and rests. Pure. */

/**
 * @typedef {import('../planner/dose.js').Dose} Dose
 * @typedef {import('../planner/shelf.js').Shelf} Shelf
 *
 * @typedef {object} Step
 * @property {'ready' | 'into' | 'hold' | 'reps' | 'breaths' | 'timed' | 'look' | 'rest'} kind - timed: moving for a while; look: a list to go through, without a clock
 * @property {number} part - which movement of the session, from 0
 * @property {number | null} ms - how long; null waits for a tap
 * @property {'left' | 'right' | null} side
 * @property {number} set - from 1
 * @property {number} rep - of holds: which one, from 1; else 1
 * @property {number} reps - how many holds, repetitions or breaths
 * @property {boolean} change - ready: in another position than before
 */

/** The same seconds as planner/dose.js counts with. */
const REP_MS = 4000;
const BREATH_MS = 8000;
const INTO_MS = 4000;
/** Hearing what comes next, from the second movement on. */
const READY_MS = 8000;

/**
 * @param {Shelf} shelf
 * @param {readonly Dose[]} doses - in order
 * @returns {Step[]}
 */
export function stepsOf(shelf, doses) {
  return doses.flatMap((dose, part) => {
    const change = part > 0 && doses[part - 1].position !== dose.position;
    const waits = part === 0 || change;
    return [
      step({ kind: 'ready', part, ms: waits ? null : READY_MS, side: sidesOf(dose)[0], change }),
      ...setsOf(dose, part, shelf.movements.get(dose.movement)?.dose ?? {}),
    ];
  });
}

/** @param {Dose} dose @param {number} part @param {Partial<import('../movement.js').Dose>} told */
function setsOf(dose, part, told) {
  return Array.from({ length: Math.max(1, dose.sets) }, (_, at) => at + 1).flatMap((set) => [
    ...(set > 1 && dose.rest_s > 0 ? [step({ kind: 'rest', part, set, ms: dose.rest_s * 1000, side: sidesOf(dose)[0] })] : []),
    ...sidesOf(dose).flatMap((side) => workOf(dose, told).map((work) => step({ ...work, part, set, side }))),
  ]);
}

/** What is done once on a side. @param {Dose} dose @param {Partial<import('../movement.js').Dose>} told @returns {Partial<Step>[]} */
function workOf({ minutes, hold_s, reps }, { breaths, seconds, still }) {
  const count = reps || 1;
  if (minutes !== null) return [{ kind: 'timed', ms: minutes * 60_000 }];
  if (breaths) return [{ kind: 'breaths', ms: count * BREATH_MS, reps: count }];
  if (hold_s !== null) {
    const kind = seconds && !still ? /** @type {const} */ ('timed') : /** @type {const} */ ('hold');
    return Array.from({ length: count }, (_, at) => at + 1).flatMap((rep) => [
      { kind: /** @type {const} */ ('into'), ms: INTO_MS, rep, reps: count }, { kind, ms: hold_s * 1000, rep, reps: count },
    ]);
  }
  return reps ? [{ kind: 'reps', ms: reps * REP_MS, reps }] : [{ kind: 'look', ms: null }];
}

/** @param {Dose} dose @returns {(Step['side'])[]} */
function sidesOf({ sides, reps, hold_s, minutes }) {
  // What is only gone through, such as a check of the chair, has no sides.
  if (!reps && hold_s === null && minutes === null) return [null];
  if (sides === 'each') return ['left', 'right'];
  return sides === 'left' || sides === 'right' ? [sides] : [null];
}

/** @param {Partial<Step> & Pick<Step, 'kind' | 'part' | 'ms'> | any} of @returns {Step} */
const step = (of) => ({ side: null, set: 1, rep: 1, reps: 1, change: false, ...of });

/** Whether something is done in it, and not only waited or told. @param {Step} step */
export const isWork = ({ kind }) => kind !== 'ready' && kind !== 'rest';

/**
 * Which repetition or breath it is, and how far in it.
 * @param {Step} step
 * @param {number} leftMs
 * @returns {{count: number, half: 'in' | 'out', ms: number}} count from 1; ms: since this one began
 */
export function countIn(step, leftMs) {
  const each = step.kind === 'breaths' ? BREATH_MS : REP_MS;
  const passed = Math.max(0, (step.ms ?? 0) - leftMs);
  const count = Math.min(step.reps, Math.floor(passed / each) + 1);
  const ms = passed - (count - 1) * each;
  return { count, half: ms < each / 2 ? 'in' : 'out', ms };
}
