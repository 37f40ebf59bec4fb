/** What a session is made of: movements and plan rules of the content packs. The same as backend/domain/planner/shelf.py. */

/**
 * @typedef {import('../movement.js').Movement} Movement
 * @typedef {Record<string, any>} Plans - the pack `plans`
 *
 * @typedef {object} Shelf
 * @property {ReadonlyMap<string, Movement>} movements - in the order of the packs
 * @property {Plans} plans
 */

/** Kinds that lengthen or slow down: whoever needs an aid does not stand up straight after them. */
export const SLACKENING = new Set(['str', 'clm', 'yog']);
const STANDING = new Set(['supported', 'free']);
export const RESTING = new Set(['lying', 'seated']);

/** Whether somebody could fall from it. @param {string} position */
export const isStanding = (position) => STANDING.has(position);

/**
 * @param {readonly Movement[]} movements - of every pack, in any order
 * @param {Plans} plans
 * @returns {Shelf}
 */
export function shelfOf(movements, plans) {
  const sorted = [...movements].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { movements: new Map(sorted.map((one) => [one.id, one])), plans };
}

/** The parameters of a plan rule. @param {Shelf} shelf @param {string} name @returns {any} */
export const ruleOf = ({ plans }, name) => plans.rules.find((/** @type {any} */ one) => one.id === name).parameters;

/** @param {Shelf} shelf @param {string} movement @returns {Movement} @throws for an id of no movement */
export function movementOf({ movements }, movement) {
  const found = movements.get(movement);
  if (!found) throw new Error(`there is no movement ${movement}`);
  return found;
}

/** The kind of a movement, such as `rom`. @param {Shelf} shelf @param {string} movement */
export const categoryOf = (shelf, movement) => movementOf(shelf, movement).category;

/** What may stand in for a movement, the nearest first: its twin, then down its ladders. @param {Shelf} shelf @param {string} movement */
export function easierThan(shelf, movement) {
  const { twin } = movementOf(shelf, movement);
  const below = shelf.plans.ladders.flatMap((/** @type {{movements: string[]}} */ { movements }) => (
    movements.slice(0, Math.max(0, movements.indexOf(movement))).reverse()));
  return [...new Set([...(twin ? [twin] : []), ...below])];
}
