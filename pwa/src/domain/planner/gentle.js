/** What a movement becomes when made easier: its twin, else a step down, else seated, else breathing. As gentle.py. */
import { first, shared } from './dose.js';
import { easierThan, movementOf, RESTING } from './shelf.js';

/**
 * @typedef {import('./dose.js').Dose} Dose
 * @typedef {import('./allowed.js').Allowed} Allowed
 */

export const BREATHING = 'CLM-01';

/** @param {import('./shelf.js').Shelf} shelf @param {Dose} dose @param {Allowed} may @returns {Dose | null} */
export function gentleOf(shelf, dose, may) {
  for (const name of easierThan(shelf, dose.movement)) {
    const at = restingAt(may, name, dose.position);
    if (at) return first(movementOf(shelf, name), at);
  }
  const seated = restingAt(may, dose.movement, 'seated');
  if (seated && !RESTING.has(dose.position)) return first(movementOf(shelf, dose.movement), seated);
  if (dose.movement !== BREATHING) {
    const at = restingAt(may, BREATHING, dose.position);
    return at ? first(movementOf(shelf, BREATHING), at) : null;
  }
  return dose.minutes && dose.minutes > 1 ? shared(dose, [1, 2]) : null;
}

/** Where it may be done at rest: as one is already, if that is possible. @param {Allowed} may @param {string} name @param {string} [near] */
export function restingAt(may, name, near) {
  const places = (may.choices.get(name)?.positions ?? []).filter((one) => RESTING.has(one));
  return near !== undefined && places.includes(near) ? near : places[0] ?? null;
}
