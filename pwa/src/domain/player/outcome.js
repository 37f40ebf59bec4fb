/** What a session leaves in the diary. Pure. */
import { steps } from './player.js';
import { isWork } from './steps.js';

/** @typedef {import('./player.js').Player} Player */
/** @typedef {import('./player.js').Part} Part */

/** How hard it was, in words; the number is what is stored. */
export const EFFORTS = [{ id: 2, label: 'Easy' }, { id: 4, label: 'Some effort' }, { id: 6, label: 'Hard' }, { id: 8, label: 'Very hard' }];

export const FELT = [{ id: 'easier', label: 'Easier' }, { id: 'same', label: 'Same' }, { id: 'worse', label: 'Worse' }];

/**
 * @param {import('../planner/shelf.js').Shelf} shelf
 * @param {Player} state - it is over
 * @returns {('done' | 'part' | 'skipped' | 'stopped')[]} by movement, in order
 */
export function outcomes(shelf, state) {
  const all = steps(shelf, state);
  const here = all[state.step].part;
  return state.parts.map((part, at) => {
    const some = part.workedMs > 0 || part.reps > 0;
    if (part.skipped) return some ? 'part' : 'skipped';
    if (state.over === 'stopped' && at === here) return isWork(all[state.step]) || some ? 'stopped' : 'skipped';
    if (at <= here) return 'done';
    return some ? 'part' : 'skipped';
  });
}

/** Minutes moved, rounded. @param {Player} state */
export const minutesMoved = ({ parts }) => Math.round(parts.reduce((sum, { workedMs }) => sum + workedMs, 0) / 60_000);

/**
 * The body of its record.
 * @param {import('../planner/shelf.js').Shelf} shelf
 * @param {Player} state
 * @param {{tz: string, painBefore: number | null}} told
 * @returns {Record<string, any>}
 */
export function sessionBody(shelf, state, { tz, painBefore }) {
  const found = outcomes(shelf, state);
  const items = state.parts.flatMap(({ item }) => item ?? []);
  return {
    at: state.at, on: state.on, tz, minutes: minutesMoved(state),
    ...(items.length > 0 ? { plan_item_ids: [...new Set(items)] } : {}),
    done: state.parts.map((part, i) => rowOf(part, found[i])),
    ...(painBefore === null ? {} : { pain_before_nrs: painBefore }),
    adapted: { rules: state.because.slice(0, 40), flare_set: state.flare },
  };
}

/** @param {Part} part @param {string} outcome */
function rowOf({ dose, workedMs, heldMs, reps }, outcome) {
  return {
    movement: dose.movement, outcome, position: dose.position,
    ...(workedMs > 0 ? { seconds: Math.round(workedMs / 1000) } : {}),
    ...(heldMs > 0 ? { hold_s: Math.round(heldMs / 1000) } : {}),
    ...(reps > 0 ? { reps } : {}),
  };
}
