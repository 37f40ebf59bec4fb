/** A week of a plan as it is shown: its days, how long each takes, which kinds of movement it has. Pure. */
import { secondsOf } from './planner/dose.js';
import { secondsOfSession, sessionOf } from './planner/session.js';
import { categoryOf } from './planner/shelf.js';
import { weekday } from './plan.js';

/**
 * @typedef {import('./plan.js').Item} Item
 * @typedef {import('./planner/dose.js').Dose} Dose
 * @typedef {import('./planner/shelf.js').Shelf} Shelf
 *
 * @typedef {object} DayPlan
 * @property {Dose[]} doses - of a session of the usual length, as far as they fit
 * @property {number} minutes - it takes, rounded up; 0 for a day without any
 * @property {string[]} kinds - categories, each once, in the order they come
 */

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_MS = 86_400_000;

/** @param {string} on @param {number} days */
const ahead = (on, days) => new Date(Date.parse(`${on}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The seven dates of a day's week, Monday first. @param {string} on @returns {string[]} */
export const weekOf = (on) => DAYS.map((_, at) => ahead(on, at - DAYS.indexOf(weekday(on))));

/** Dates from one to another, both included. @param {string} from @param {string} to @returns {string[]} */
export const datesTo = (from, to) => (from > to ? [] : [from, ...datesTo(ahead(from, 1), to)]);

/**
 * @param {Shelf} shelf
 * @param {readonly Item[]} items - of one day
 * @param {number} length - 3, 8 or 15 minutes
 * @returns {DayPlan}
 */
export function dayPlan(shelf, items, length) {
  const doses = sessionOf(items.filter(({ helper }) => helper !== 'skip'), length);
  return {
    doses, minutes: doses.length > 0 ? Math.ceil(secondsOfSession(doses) / 60) : 0,
    kinds: [...new Set(doses.map(({ movement }) => categoryOf(shelf, movement)))],
  };
}

/**
 * An item as it is done in a session of some length: where it does not fit whole, less of it.
 * @param {Shelf} shelf
 * @param {readonly Item[]} items - of its day
 * @param {Item} item
 * @param {number} length
 * @returns {Dose} as planned where it is no part of that session
 */
export const doseIn = (shelf, items, { dose }, length) => (
  dayPlan(shelf, items, length).doses.find(({ movement, position }) => movement === dose.movement && position === dose.position) ?? dose);

/**
 * What a week has on one sheet: each movement once, as much as on its shortest day, with the days it comes.
 * @param {ReadonlyArray<{on: string, doses: readonly Dose[]}>} days
 * @returns {{dose: Dose, days: string[]}[]} days: dates
 */
export function sheetOf(days) {
  /** @type {Map<string, {dose: Dose, days: string[]}>} */
  const rows = new Map();
  for (const { on, doses } of days) {
    for (const dose of doses) {
      const key = `${dose.movement} ${dose.position}`;
      const row = rows.get(key) ?? { dose, days: [] };
      if (secondsOf(dose) < secondsOf(row.dose)) row.dose = dose;
      row.days.push(on);
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

const STRENGTH = 'rst';

/**
 * Whether strength would come on two days running more often than it does, if two days changed places (PLAN-06).
 * @param {Shelf} shelf
 * @param {ReadonlyArray<{on: string, items: readonly Item[]}>} days - of the plan, in order
 * @param {string} one @param {string} other - dates among them
 */
export function tooClose(shelf, days, one, other) {
  const strong = (/** @type {readonly Item[]} */ items) => items.some(({ dose, helper }) => helper !== 'skip' && categoryOf(shelf, dose.movement) === STRENGTH);
  const running = (/** @type {readonly boolean[]} */ has) => has.filter((is, at) => is && has[at + 1]).length;
  const [a, b] = [one, other].map((date) => days.findIndex(({ on }) => on === date));
  const now = days.map(({ items }) => strong(items));
  const then = now.map((is, at) => (at === a ? now[b] : at === b ? now[a] : is));
  return running(then) > running(now);
}
