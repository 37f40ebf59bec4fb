/**
 * A session under way: a state that only time and the person's acts change. Pure; every moment is passed in, in milliseconds
 * of a clock that never goes back. Each step begins exactly where the one before it ended, however late somebody looks.
 */
import { isWork, stepsOf } from './steps.js';

/**
 * @typedef {import('../planner/dose.js').Dose} Dose
 * @typedef {import('../planner/shelf.js').Shelf} Shelf
 * @typedef {import('./steps.js').Step} Step
 *
 * @typedef {object} Part - one movement of the session
 * @property {Dose} dose
 * @property {string | null} item - id of its plan item
 * @property {boolean} easier - it was made easier on the way
 * @property {boolean} skipped
 * @property {number} workedMs - time in which something was done
 * @property {number} heldMs - of the longest hold
 * @property {number} reps - repetitions, breaths and holds done
 *
 * @typedef {object} Player - plain data: it is stored as it is
 * @property {string} id - of the session's record
 * @property {string} on - the date it began
 * @property {string} at - the instant it began
 * @property {number} minutes - as asked for
 * @property {string[]} because - rules that changed the session today
 * @property {boolean} flare - the tiny set of a hard day
 * @property {boolean} begun - set-up and start check are behind
 * @property {Part[]} parts
 * @property {number} step - which of the steps
 * @property {number} leftMs - of the step, when it last stood still
 * @property {number | null} since - when it began to run; null stands still
 * @property {number | null} seen - when somebody last looked
 * @property {'paused' | null} held - paused by the person, by a call, or by a phone that slept
 * @property {'whole' | 'stopped' | null} over
 */

/** Nobody looked for so long: the phone slept or the page stood still, and nobody was guided. */
const ASLEEP_MS = 5000;

/**
 * @param {Shelf} shelf
 * @param {{id: string, on: string, at: string, minutes: number, because: string[], flare: boolean}} told
 * @param {readonly {dose: Dose, item: string | null}[]} doses - at least one
 * @returns {Player}
 */
export function begin(shelf, told, doses) {
  const parts = doses.map(({ dose, item }) => ({ dose, item, easier: false, skipped: false, workedMs: 0, heldMs: 0, reps: 0 }));
  const state = { ...told, begun: false, parts, step: 0, leftMs: 0, since: null, seen: null, held: null, over: null };
  return at(shelf, state, 0, null);
}

/** Every step of it. @param {Shelf} shelf @param {Player} state */
export const steps = (shelf, { parts }) => stepsOf(shelf, parts.map(({ dose }) => dose));

/** The step it is at. @param {Shelf} shelf @param {Player} state @returns {Step} */
export const stepNow = (shelf, state) => steps(shelf, state)[state.step];

/** Milliseconds left of the step; null: it waits for a tap. @param {Shelf} shelf @param {Player} state @param {number} now */
export function left(shelf, state, now) {
  if (stepNow(shelf, state).ms === null) return null;
  return Math.max(0, state.since === null ? state.leftMs : state.leftMs - (now - state.since));
}

/** The state at some moment: steps that are over are behind. @param {Shelf} shelf @param {Player} state @param {number} now @returns {Player} */
export function look(shelf, state, now) {
  if (state.since === null || state.over) return state;
  if (state.seen !== null && now - state.seen > ASLEEP_MS) return pause(shelf, state, state.seen);
  let next = state;
  while (!next.over && next.since !== null && now - next.since >= next.leftMs) {
    const ended = next.since + next.leftMs;
    next = at(shelf, counted(shelf, next, next.leftMs, true), next.step + 1, ended);
  }
  return next.over ? next : { ...next, seen: now };
}

/** A tap goes on: out of a pause, or from a step that waits. @param {Shelf} shelf @param {Player} state @param {number} now @returns {Player} */
export function goOn(shelf, state, now) {
  if (state.over) return state;
  if (stepNow(shelf, state).ms !== null) return { ...state, held: null, since: now, seen: now };
  return at(shelf, { ...counted(shelf, state, 0, true), held: null }, state.step + 1, now);
}

/** @param {Shelf} shelf @param {Player} state @param {number} now @returns {Player} */
export function pause(shelf, state, now) {
  if (state.over || state.since === null) return state.over ? state : { ...state, held: 'paused' };
  const leftMs = /** @type {number} */ (left(shelf, state, now));
  return { ...counted(shelf, state, state.leftMs - leftMs, false), leftMs, since: null, seen: null, held: 'paused' };
}

/** To the next movement. @param {Shelf} shelf @param {Player} state @param {number} now @returns {Player} */
export function skip(shelf, state, now) {
  const { part } = stepNow(shelf, state);
  const still = pause(shelf, state, now);
  const parts = still.parts.map((one, i) => (i === part ? { ...one, skipped: true } : one));
  return at(shelf, { ...still, parts, held: null }, firstOf(shelf, still, part + 1), now);
}

/** To the start of this movement, or of the one before where this has only begun. @param {Shelf} shelf @param {Player} state @param {number} now @returns {Player} */
export function back(shelf, state, now) {
  const { part, kind } = stepNow(shelf, state);
  const still = pause(shelf, state, now);
  const to = kind === 'ready' ? Math.max(0, part - 1) : part;
  const parts = still.parts.map((one, i) => (i === to ? { ...one, skipped: false } : one));
  return at(shelf, { ...still, parts, held: null }, firstOf(shelf, still, to), now);
}

/** This movement becomes another one, from its start. @param {Shelf} shelf @param {Player} state @param {Dose} dose @param {number} now @returns {Player} */
export function easier(shelf, state, dose, now) {
  const { part } = stepNow(shelf, state);
  const still = pause(shelf, state, now);
  const parts = still.parts.map((one, i) => (i === part ? { ...one, dose, easier: true } : one));
  const next = { ...still, parts, held: null };
  return at(shelf, next, firstOf(shelf, next, part), now);
}

/** @param {Shelf} shelf @param {Player} state @param {number} now @returns {Player} */
export const stop = (shelf, state, now) => ({ ...pause(shelf, state, now), held: null, over: 'stopped' });

/** As it is stored: standing still, so that a phone that died goes on where it was. @param {Shelf} shelf @param {Player} state @param {number} now @returns {Player} */
export function kept(shelf, state, now) {
  if (state.since === null) return state;
  return pause(shelf, look(shelf, state, now), now);
}

/** Whether the first step was begun: before it a session leaves no trace. @param {Player} state */
export const anythingDone = ({ parts }) => parts.some(({ workedMs, reps }) => workedMs > 0 || reps > 0);

/** Where a movement begins among the steps; past the last one: the end. @param {Shelf} shelf @param {Player} state @param {number} part */
function firstOf(shelf, state, part) {
  const all = steps(shelf, state);
  const found = all.findIndex((one) => one.part === part);
  return found < 0 ? all.length : found;
}

/** At the start of a step; it runs unless it waits. @param {Shelf} shelf @param {Player} state @param {number} step @param {number | null} now @returns {Player} */
function at(shelf, state, step, now) {
  const all = steps(shelf, state);
  if (step >= all.length) return { ...state, step: all.length - 1, leftMs: 0, since: null, seen: null, held: null, over: 'whole' };
  const { ms } = all[step];
  const runs = ms !== null && now !== null;
  return { ...state, step, leftMs: ms ?? 0, since: runs ? now : null, seen: runs ? now : null };
}

/** Adds what was done of this step. @param {Shelf} shelf @param {Player} state @param {number} ms @param {boolean} whole - to its end @returns {Player} */
function counted(shelf, state, ms, whole) {
  const step = stepNow(shelf, state);
  if (!isWork(step)) return state;
  const parts = state.parts.map((one, i) => {
    if (i !== step.part) return one;
    const held = step.kind === 'hold' ? (step.ms ?? 0) - state.leftMs + ms : 0;
    const reps = whole ? { hold: 1, reps: step.reps, breaths: step.reps }[/** @type {string} */ (step.kind)] ?? 0 : 0;
    return { ...one, workedMs: one.workedMs + ms, heldMs: Math.max(one.heldMs, held), reps: one.reps + reps };
  });
  return { ...state, parts };
}
