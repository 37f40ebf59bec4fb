/**
 * What one day's log makes of its session: locked, tiny, shorter, seated, gentler, or as planned. The same as
 * backend/domain/planner/today.py; both read tests/vectors/plan-today.json. Nothing of it is stored but what is done.
 */
import { holds } from '../safety.js';
import { allowed, levelOf } from './allowed.js';
import { first, shared } from './dose.js';
import { BREATHING, gentleOf, restingAt } from './gentle.js';
import { inOrder, sessionOf } from './session.js';
import { categoryOf, movementOf, RESTING } from './shelf.js';

/**
 * @typedef {import('./dose.js').Dose} Dose
 * @typedef {import('./shelf.js').Shelf} Shelf
 * @typedef {import('./allowed.js').Allowed} Allowed
 * @typedef {import('./session.js').Placed} Placed
 *
 * @typedef {Placed & {gentle: Dose | null}} Planned - an item of the plan, with what it becomes when it is made easier
 *
 * @typedef {object} Today
 * @property {'lock' | 'rest' | 'flare' | 'gentle' | 'all'} state - flare: the tiny set, which counts as done
 * @property {number} minutes
 * @property {Dose[]} doses
 * @property {string[]} because - ids of what changed something, the strongest first
 *
 * @typedef {object} Way - how today's movements are done
 * @property {boolean} gentle
 * @property {boolean} twins - moving instead of holding
 * @property {ReadonlySet<string>} where - nothing but these positions; empty for any
 * @property {any} heat - what a hot day asks for, where it is one
 */

/** What open messages leave of a session, as it is done here. @type {Readonly<Record<string, Today['state']>>} */
const LEFT = { lock: 'lock', quiet: 'rest', pause: 'rest', flare: 'flare', gentle: 'gentle', all: 'all' };
const SHORTEST = 3;
/** Gentle already, lying or seated. */
const EASY = new Set(['rom', 'clm', 'pos']);

/**
 * @param {Shelf} shelf
 * @param {import('./allowed.js').Person} person
 * @param {readonly Planned[]} planned - in order
 * @param {import('../safety.js').Facts} facts - inputs of the day
 * @param {{state: string, leave_out?: readonly string[], ease?: boolean}} left - what open messages leave of it
 * @param {number} minutes - 3, 8 or 15, as asked for
 * @returns {Today}
 */
export function today(shelf, person, planned, facts, left, minutes) {
  const whole = allowed(shelf, person, { ...facts, 'open.tiers': null });
  const state = LEFT[left.state];
  const because = state === 'all' ? [] : [`message-${left.state}`];
  if (state === 'lock' || (whole.locked.length > 0 && state === 'all')) {
    return { state: 'lock', minutes, doses: [], because: because.length > 0 ? because : whole.locked };
  }
  const out = new Set(left.leave_out ?? []);
  const may = { ...whole, choices: new Map([...whole.choices].filter(([name]) => !out.has(name))) };
  if (state === 'rest') return { state, minutes: SHORTEST, doses: breathing(shelf, may), because };
  const flare = shelf.plans.overlays.find((/** @type {any} */ one) => one.id === 'flare');
  if (state === 'flare' || holds(flare.when, facts)) {
    return { state: 'flare', minutes: SHORTEST, doses: tiny(shelf, levelOf(person), may, flare), because: because.length > 0 ? because : ['flare'] };
  }
  return asTheDayGoes(shelf, planned, facts, may, state, minutes, left.ease ? [...because, 'message-ease'] : because);
}

/**
 * @param {Shelf} shelf @param {readonly Planned[]} planned @param {import('../safety.js').Facts} facts @param {Allowed} may
 * @param {Today['state']} state @param {number} minutes @param {string[]} because
 * @returns {Today}
 */
function asTheDayGoes(shelf, planned, facts, may, state, minutes, because) {
  const rules = shelf.plans.days.filter((/** @type {any} */ one) => holds(one.when, facts));
  const overlays = shelf.plans.overlays.filter((/** @type {any} */ one) => one.id !== 'flare' && holds(one.when, facts));
  const laid = Object.fromEntries(overlays.map((/** @type {any} */ one) => [one.id, one.parameters]));
  const changes = rules.map((/** @type {any} */ one) => one.changes);
  const most = Math.min(minutes, ...changes.flatMap((/** @type {any} */ one) => one.minutes_most ?? []));
  const gentle = state === 'gentle' || because.includes('message-ease') || may.gentle || Boolean(laid.injection) || changes.some((/** @type {any} */ one) => one.gentle);
  /** @type {Way} */
  const way = {
    gentle,
    twins: changes.some((/** @type {any} */ one) => one.twins),
    where: may.gentle || laid.return ? RESTING : new Set(changes.flatMap((/** @type {any} */ one) => one.positions ?? [])),
    heat: laid.heat ?? null,
  };
  /** @type {Placed[]} */
  const done = [];
  // What stands there twice, for a short session and elsewhere for a long one, is in each once.
  for (const one of planned.filter(({ lengths }) => lengths.includes(most))) {
    const dose = doseToday(shelf, one, may, way);
    if (dose && done.every((other) => other.dose.movement !== dose.movement)) {
      done.push({ dose: laid.return ? shared(dose, laid.return.share_first_week) : dose, lengths: one.lengths });
    }
  }
  let doses = sessionOf(grouped(shelf, done), most).slice(0, may.most ?? undefined);
  if (way.heat?.drop_last_third) doses = doses.slice(0, Math.max(1, Math.floor((doses.length * 2) / 3)));
  const changed = may.gates.filter((gate) => matters(shelf, gate, planned));
  const told = [...because, ...changed, ...[...overlays, ...rules].map(({ id }) => id)];
  return { state: gentle ? 'gentle' : state, minutes: most, doses: doses.length > 0 ? doses : breathing(shelf, may), because: [...new Set(told)] };
}

/** The item as it may be done today: itself, its gentler form, or nothing. @param {Shelf} shelf @param {Planned} one @param {Allowed} may @param {Way} way */
function doseToday(shelf, { dose, gentle }, may, way) {
  const kind = categoryOf(shelf, dose.movement);
  let easier = [gentle, gentleOf(shelf, dose, may)];
  let itself = true;
  if (way.heat && kind === way.heat.replace_category) {
    const cool = way.heat.replace_with.filter((/** @type {string} */ name) => may.choices.has(name));
    easier = cool.map((/** @type {string} */ name) => first(movementOf(shelf, name), /** @type {any} */ (may.choices.get(name)).positions[0]));
    // What is cool enough stays; the rest gives way.
    itself = cool.includes(dose.movement);
  } else if ((way.twins && kind === 'str') || (way.gentle && !(RESTING.has(dose.position) && EASY.has(kind)))) itself = false;
  return [...(itself ? [dose] : []), ...easier].find((found) => found && fits(found, may, way.where)) ?? null;
}

/** @param {Dose} dose @param {Allowed} may @param {ReadonlySet<string>} where */
function fits({ movement, position }, may, where) {
  return Boolean(may.choices.get(movement)?.positions.includes(position)) && (where.size === 0 || where.has(position));
}

/** In at most two positions, those with most to do, and standing before what slackens. @param {Shelf} shelf @param {Placed[]} placed */
function grouped(shelf, placed) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { dose } of placed) counts.set(dose.position, (counts.get(dose.position) ?? 0) + 1);
  const kept = new Set([...counts].sort(([, a], [, b]) => b - a).slice(0, 2).map(([position]) => position));
  return inOrder(shelf, placed.filter(({ dose }) => kept.has(dose.position)));
}

/** @param {Shelf} shelf @param {string} level @param {Allowed} may @param {any} flare */
function tiny(shelf, level, may, flare) {
  const row = flare.sets.find((/** @type {any} */ one) => one.levels.includes(level));
  const placed = row.movements.flatMap((/** @type {string} */ name) => {
    const at = restingAt(may, name);
    return at ? [{ dose: first(movementOf(shelf, name), at), lengths: [SHORTEST] }] : [];
  });
  const doses = sessionOf(grouped(shelf, placed), SHORTEST);
  return doses.length > 0 ? doses : breathing(shelf, may);
}

/** Breathing, and nothing else. @param {Shelf} shelf @param {Allowed} may */
function breathing(shelf, may) {
  return sessionOf([{ dose: first(movementOf(shelf, BREATHING), restingAt(may, BREATHING) ?? 'lying'), lengths: [SHORTEST] }], SHORTEST);
}

/** Whether a gate changes anything of today: that it is shut alone is not worth a word. @param {Shelf} shelf @param {string} gate @param {readonly Planned[]} planned */
function matters(shelf, gate, planned) {
  const { effect } = shelf.plans.gates.find((/** @type {any} */ one) => one.id === gate);
  return Boolean(effect.gentle_only) || planned.some(({ dose }) => (
    movementOf(shelf, dose.movement).gates.includes(gate) || (effect.positions && !effect.positions.includes(dose.position))));
}
