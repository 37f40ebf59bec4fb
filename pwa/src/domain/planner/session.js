/**
 * A session of some length: what is part of it, as far as it fits. The same as backend/domain/planner/session.py.
 */
import { fitted, secondsOf } from './dose.js';
import { categoryOf, isStanding, SLACKENING } from './shelf.js';

/**
 * @typedef {import('./dose.js').Dose} Dose
 * @typedef {import('./shelf.js').Shelf} Shelf
 *
 * @typedef {{dose: Dose, lengths: number[]}} Placed - lengths: the sessions it is part of, in minutes
 */

const SET_UP_S = 20;
const CHANGE_S = 20;
const READY_S = 8;
const LONGEST = 15;
const REST_S = 30;

/** The seconds of a session in which nothing is done. @param {readonly Dose[]} doses */
function between(doses) {
  const changes = Math.max(0, new Set(doses.map(({ position }) => position)).size - 1);
  return SET_UP_S + changes * CHANGE_S + Math.max(0, doses.length - 1) * READY_S;
}

/** How long a session takes, from the set-up card to the last rest. @param {readonly Dose[]} doses @returns {number} seconds */
export const secondsOfSession = (doses) => between(doses) + doses.reduce((sum, dose) => sum + secondsOf(dose), 0);

/** What a session of some length is made of: each dose as far as it fits, in order. @param {readonly Placed[]} placed @param {number} minutes @returns {Dose[]} */
export function sessionOf(placed, minutes) {
  const among = placed.filter(({ lengths }) => lengths.includes(minutes)).map(({ dose }) => dose);
  let left = minutes * 60 - between(among);
  /** @type {(Dose | undefined)[]} */
  const timed = among.map(() => undefined);
  // What is counted comes first; what goes by minutes has what is left, each its share of it.
  const turns = [...among.keys()].sort((a, b) => Number(among[a].minutes !== null) - Number(among[b].minutes !== null) || a - b);
  turns.forEach((at, done) => {
    const fits = fitted(among[at], Math.floor(left / (turns.length - done)));
    if (!fits) return;
    timed[at] = fits;
    left -= secondsOf(fits);
  });
  const doses = timed.flatMap((dose) => dose ?? []);
  return minutes === LONGEST ? secondSets(doses, left) : doses;
}

/** A long session has a second set of what is counted, from the first movement on, as far as time goes. @param {Dose[]} doses @param {number} left */
function secondSets(doses, left) {
  let time = left;
  return doses.map((dose) => {
    const second = { ...dose, sets: 2, rest_s: Math.max(dose.rest_s, REST_S) };
    const extra = secondsOf(second) - secondsOf(dose);
    if (dose.sets !== 1 || dose.minutes !== null || (dose.reps ?? 0) <= 1 || extra > time) return dose;
    time -= extra;
    return second;
  });
}

/**
 * Grouped by position; slack work comes last in each, and a position with some after standing.
 * @template {{dose: Dose}} T
 * @param {Shelf} shelf @param {readonly T[]} placed
 * @returns {T[]}
 */
export function inOrder(shelf, placed) {
  const positions = [...new Set(placed.map(({ dose }) => dose.position))];
  const slack = (/** @type {string} */ position) => placed.some(({ dose }) => dose.position === position && SLACKENING.has(categoryOf(shelf, dose.movement)));
  const late = (/** @type {string} */ position) => Number(slack(position) && !isStanding(position));
  const order = [...positions].sort((a, b) => late(a) - late(b) || positions.indexOf(a) - positions.indexOf(b));
  const turn = (/** @type {string} */ movement) => {
    const kind = categoryOf(shelf, movement);
    return kind === 'rom' ? 0 : SLACKENING.has(kind) ? 2 : 1;
  };
  return placed.map((one, at) => ({ one, at })).sort(({ one: a, at: i }, { one: b, at: j }) => (
    order.indexOf(a.dose.position) - order.indexOf(b.dose.position) || turn(a.dose.movement) - turn(b.dose.movement) || i - j
  )).map(({ one }) => one);
}
