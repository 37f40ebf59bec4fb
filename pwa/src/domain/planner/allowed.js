/**
 * What may be done: gates, position by how the person gets about, clearance, things at hand. The same as
 * backend/domain/planner/allowed.py. Each movement either may be done, in some positions, or is left out with reasons.
 */
import { holds } from '../safety.js';
import { RESTING, ruleOf } from './shelf.js';

/**
 * @typedef {import('./shelf.js').Shelf} Shelf
 * @typedef {import('../movement.js').Movement} Movement
 * @typedef {import('../safety.js').Facts} Facts
 *
 * @typedef {object} Person
 * @property {string | null} mobility - null: not said
 * @property {string[]} equipment
 * @property {string | null} clearance
 * @property {boolean} helper
 * @property {ReadonlySet<string>} added - movements beyond the core set that somebody put into the plan
 * @property {ReadonlySet<string>} prescribed - those by a therapist
 * @property {ReadonlySet<string>} leftOut - those the person does not want
 *
 * @typedef {{movement: string, positions: string[], by: string[]}} Choice - by: gates that change how it is done
 *
 * @typedef {object} Allowed
 * @property {Map<string, Choice>} choices
 * @property {Map<string, string[]>} leftOut - with the ids of every rule that says so
 * @property {string[]} locked - gates that leave nothing at all
 * @property {number | null} most - movements a session may have, where a gate says so
 * @property {boolean} gentle
 * @property {string[]} gates - those that are shut
 */

const LEVELS = ['unaided', 'stick', 'walker', 'wheelchair', 'bed'];
/** Whoever did not say how they get about has lying and seated, as for a walker. */
const UNSAID = 'walker';
/** Found in a home, or replaced by something that is. */
const AT_HAND = new Set([
  'chair', 'bed', 'mat', 'worktop', 'wall', 'table', 'strap', 'band', 'ball', 'soft_ball', 'pillow', 'light_weight', 'low_step', 'pedals']);

/** The mobility level that movements are looked up by. @param {Person} person */
export const levelOf = ({ mobility }) => mobility ?? UNSAID;

/**
 * @param {Record<string, any>} profile - a body
 * @param {{added?: Iterable<string>, prescribed?: Iterable<string>, leftOut?: Iterable<string>}} [chosen]
 * @returns {Person}
 */
export function personOf(profile, { added = [], prescribed = [], leftOut = [] } = {}) {
  return {
    mobility: LEVELS.includes(profile.mobility) ? profile.mobility : null,
    equipment: profile.equipment ?? [],
    clearance: profile.clearance ?? null,
    helper: profile.helper_available === true,
    added: new Set([...(profile.movements ?? []), ...added, ...prescribed]),
    prescribed: new Set(prescribed),
    leftOut: new Set([...(profile.left_out ?? []), ...leftOut]),
  };
}

/** @param {Shelf} shelf @param {Person} person @param {Facts} facts @returns {Allowed} */
export function allowed(shelf, person, facts) {
  const shut = shelf.plans.gates.filter((/** @type {any} */ gate) => holds(gate.when, facts));
  const effects = shut.map((/** @type {any} */ gate) => gate.effect);
  const locked = shut.filter((/** @type {any} */ { effect }) => ['as_message', 'remove_all'].includes(effect.does)).map((/** @type {any} */ { id }) => id);
  const choices = new Map();
  const leftOut = new Map();
  for (const [name, movement] of shelf.movements) {
    const found = judged(shelf, person, movement, shut, facts);
    if (!Array.isArray(found) && locked.length === 0) choices.set(name, found);
    else leftOut.set(name, locked.length > 0 ? locked : found);
  }
  const most = effects.filter((/** @type {any} */ one) => one.movements_most).map((/** @type {any} */ one) => one.movements_most);
  return {
    choices, leftOut, locked,
    most: most.length > 0 ? Math.min(...most) : null,
    gentle: effects.some((/** @type {any} */ one) => one.gentle_only),
    gates: shut.map((/** @type {any} */ { id }) => id),
  };
}

/**
 * @param {Shelf} shelf @param {Person} person @param {Movement} movement @param {any[]} shut @param {Facts} facts
 * @returns {Choice | string[]} every reason why not
 */
function judged(shelf, person, movement, shut, facts) {
  const reasons = [...shut.filter((gate) => removes(gate, movement, facts)).map(({ id }) => id), ...reasonsOf(shelf, person, movement)];
  let positions = positionsOf(shelf, person, movement);
  if (positions.length === 0) reasons.push('PLAN-03');
  for (const { id, effect } of shut) {
    if (positions.length === 0 || !effect.positions) continue;
    positions = positions.filter((position) => stays(movement, position, effect));
    if (positions.length === 0) reasons.push(id);
  }
  if (reasons.length > 0) return [...new Set(reasons)];
  const by = shut.filter(({ id, effect }) => effect.does === 'change' && movement.gates.includes(id)).map(({ id }) => id);
  return { movement: movement.id, positions, by };
}

/** @param {any} gate @param {Movement} movement @param {Facts} facts */
function removes({ id, effect }, movement, facts) {
  if (effect.does !== 'remove') return false;
  if (effect.movements?.includes(movement.id)) return true;
  if (!movement.gates.includes(id)) return false;
  // A joint that is hot rests; where nobody said which, all of them do.
  const sore = effect.only_areas_of_entry ? facts['recent.regions'] : null;
  return !sore?.length || sore.some((/** @type {string} */ one) => movement.areas.includes(one));
}

/** @param {Shelf} shelf @param {Person} person @param {Movement} movement */
function reasonsOf(shelf, person, movement) {
  const own = new Set([...AT_HAND, ...person.equipment, levelOf(person), ...(levelOf(person) === 'stick' ? ['walking_stick'] : [])]);
  const reasons = [];
  if (person.clearance !== 'yes' && !ruleOf(shelf, 'PLAN-01').low_risk_categories.includes(movement.category)) reasons.push('PLAN-01');
  if (!movement.core && !person.added.has(movement.id)) reasons.push('core-set');
  if (person.leftOut.has(movement.id)) reasons.push('not-wanted');
  if (movement.equipment.some((thing) => !own.has(thing))) reasons.push('equipment');
  return reasons;
}

/** Positions that fit how the person gets about, in the pack's order. @param {Shelf} shelf @param {Person} person @param {Movement} movement */
function positionsOf(shelf, person, movement) {
  const level = levelOf(person);
  const byLevel = ruleOf(shelf, 'PLAN-03');
  const fit = new Set(byLevel.positions[level]);
  if (person.helper) for (const one of byLevel.with_helper[level] ?? []) fit.add(one);
  if (person.prescribed.has(movement.id)) for (const one of byLevel.with_set_up[level] ?? []) fit.add(one);
  const atRest = person.mobility === null || person.clearance !== 'yes';
  return movement.variants.filter(({ position, levels }) => levels.includes(level) && fit.has(position) && (!atRest || RESTING.has(position)))
    .map(({ position }) => position);
}

/** @param {Movement} movement @param {string} position @param {any} effect */
function stays(movement, position, effect) {
  if (!effect.positions.includes(position)) return false;
  return !(effect.without_rising && movement.variants.some((one) => one.position === position && /** @type {any} */ (one).rises));
}
