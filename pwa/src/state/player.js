/** The session that is being done: it runs by the phone's own clock, and lies in the diary's drafts at every step. */
import { effect, signal, untracked } from '@preact/signals';

import { newRecordId } from '../data/chance.js';
import { sessionBody } from '../domain/player/outcome.js';
import * as play from '../domain/player/player.js';
import { allowed } from '../domain/planner/allowed.js';
import { gentleOf } from '../domain/planner/gentle.js';
import { hoursBetween, isPain } from '../domain/history.js';
import { nowParts } from '../domain/time.js';
import { counted } from './counted.js';
import { stillHere } from './cover.js';
import { draft } from './drafts.js';
import { opened } from './opened.js';
import { inputs, itemsOn, person, sessionOf, shelf } from './plans.js';
import { change, keep, ofKind, recordOf } from './records.js';
import { allowed as left } from './safety.js';
import { today } from './today.js';

/** @typedef {import('../domain/player/player.js').Player} Player */

/** How often the clock is looked at while it runs. */
const LOOK_MS = 100;
const KEEP_MS = 1000;
/** When a full phone is tried once more. */
const AGAIN_MS = 10_000;
/** Beyond midnight a session goes on for so long; then it belongs to the day before. */
const STALE_HOURS = 6;
/** A pain of so long ago is no longer the pain before a session. */
const BEFORE_HOURS = 3;

/** The session under way, or the one that has just ended; null: none. @type {import('@preact/signals').Signal<Player | null>} */
export const player = signal(null);

/** A clock that never goes back, in milliseconds. It is read while drawing. @type {import('@preact/signals').Signal<number>} */
export const clock = signal(0);

const stored = draft('player');
/** @type {ReturnType<typeof setTimeout> | undefined} */
let looking;
let keptAt = 0;

const now = () => performance.now();

// What lies in the drafts is taken up when the diary is opened, standing still.
effect(() => {
  const [space, found] = [opened.value?.space, stored.value];
  untracked(() => {
    if (!space) set(null);
    else if (found && !player.peek()) player.value = found;
  });
});

/** Begins today's session of some length. @param {number} minutes @returns {boolean} false: there is nothing to do */
export function startSession(minutes) {
  const [known, made] = [shelf.peek(), sessionOf(minutes)];
  if (!known || !made || made.doses.length === 0) return false;
  const items = itemsOn(today.peek()) ?? [];
  const itemOf = (/** @type {string} */ movement) => items.find(({ dose, gentle }) => dose.movement === movement || gentle?.movement === movement)?.id ?? null;
  const { on, at } = nowParts();
  const told = { id: newRecordId(), on, at, minutes: made.minutes, because: made.because, flare: made.state === 'flare' };
  set(play.begin(known, told, made.doses.map((dose) => ({ dose, item: itemOf(dose.movement) }))));
  return true;
}

/** The set-up card and the start check are behind: the first movement waits for its tap. */
export const begun = () => act((_, state) => ({ ...state, begun: true }));
export const goOn = () => act(play.goOn);
export const pause = () => act(play.pause);
export const skip = () => act(play.skip);
export const back = () => act(play.back);
export const stop = () => act(play.stop);

/** What the movement at hand becomes when it is made easier; null: nothing is easier. @returns {import('../domain/planner/dose.js').Dose | null} */
export function easierNow() {
  const [known, state] = [shelf.value, player.value];
  if (!known || !state || state.over) return null;
  const may = allowed(known, person.value, { ...inputs.value, 'open.tiers': null });
  const out = new Set(left.value?.leave_out ?? []);
  const choices = new Map([...may.choices].filter(([name]) => !out.has(name)));
  return gentleOf(known, state.parts[play.stepNow(known, state).part].dose, { ...may, choices });
}

/** Makes the movement at hand easier, at once. @returns {boolean} false: nothing is easier */
export function makeEasier() {
  const dose = easierNow();
  if (dose) act((known, state, at) => play.easier(known, state, dose, at));
  return dose !== null;
}

/**
 * Leaves a session. What was done of it is kept as one that was stopped.
 * @returns {boolean} false: it has ended and is not stored yet, as on a phone that is full; it is tried once more
 */
export function leave() {
  const state = player.peek();
  if (state && worthKeeping(state) && !recordOf(state.id)) {
    finish(state.over ? state : { ...state, since: null, over: 'stopped' });
    if (state.over) return false;
  }
  set(null);
  return true;
}

/** Whether it leaves a record. @param {Player} state */
const worthKeeping = (state) => play.anythingDone(state) || state.over === 'whole';

/** How it was: the answers of the screen after it. @param {{felt?: string | null, effort?: number | null, pain?: number | null}} said */
export async function sayAfter({ felt, effort, pain }) {
  const state = player.peek();
  const record = state && ofKind('session').find(({ id }) => id === state.id);
  if (!record) return;
  const rows = effort === undefined ? null : record.body.done.map((/** @type {any} */ { effort_0_10: _, ...row }) => (
    row.outcome === 'skipped' || effort === null ? row : { ...row, effort_0_10: effort }));
  await change(record.id, { ...(felt === undefined ? {} : { felt }), ...(pain === undefined ? {} : { pain_after_nrs: pain }), ...(rows ? { done: rows } : {}) });
}

/** @param {(shelf: import('../domain/planner/shelf.js').Shelf, state: Player, now: number) => Player} how */
function act(how) {
  const [known, state] = [shelf.peek(), player.peek()];
  if (!known || !state) return;
  const at = now();
  set(how(known, play.look(known, state, at), at));
}

/** Looks at the clock. Exported for the page, which looks when it is shown again. */
export function lookNow() {
  clearTimeout(looking);
  act((_, state) => state);
}

/** @param {Player | null} next */
function set(next) {
  clearTimeout(looking);
  const before = player.peek();
  clock.value = now();
  player.value = next;
  if (moved(before, next) || clock.value - keptAt > KEEP_MS) store(next);
  if (next && next.since !== null && !next.over) {
    // Whoever stretches for a quarter of an hour touches nothing: the cover does not come over them.
    stillHere();
    looking = setTimeout(lookNow, Math.max(0, Math.min(LOOK_MS, next.since + next.leftMs - now())));
    /** @type {any} */ (looking).unref?.();
  }
}

/** @param {Player | null} a @param {Player | null} b */
function moved(a, b) {
  return a?.step !== b?.step || a?.held !== b?.held || a?.over !== b?.over || a?.begun !== b?.begun || a?.parts !== b?.parts || a?.id !== b?.id;
}

/** @param {Player | null} state */
function store(state) {
  const known = shelf.peek();
  keptAt = now();
  stored.value = state && known ? play.kept(known, state, keptAt) : null;
}

/** Which session is being written. */
let finishing = '';

/** Its record, under the id it began with: a phone that dies between writes it once more, not twice. @param {Player} state @param {Record<string, any>} [when] */
function finish(state, when = nowParts()) {
  const known = shelf.peek();
  if (!known || finishing === state.id || !worthKeeping(state)) return;
  finishing = state.id;
  const space = opened.peek()?.space;
  const body = sessionBody(known, state, { tz: when.tz, painBefore: painBefore(state) });
  keep({ id: state.id, kind: 'session', t: 'put', set: { ...body, at: when.at, on: when.on } }).catch(() => unkept(space, state, when));
}

/**
 * The phone is full: what was left already comes back, or waits behind the one that has begun. It is never another
 * person's who has opened their diary meanwhile.
 * @param {string | undefined} space @param {Player} state @param {Record<string, any>} when
 */
function unkept(space, state, when) {
  finishing = '';
  if (!space || opened.peek()?.space !== space) return;
  if (!player.peek()) set(state);
  else if (player.peek()?.id !== state.id) /** @type {any} */ (setTimeout(() => { if (opened.peek()?.space === space) finish(state, when); }, AGAIN_MS)).unref?.();
}

/** The newest pain of the hours before it began; of private entries nothing goes anywhere else. @param {Player} state @returns {number | null} */
function painBefore({ at }) {
  const near = counted.value.find(({ body }) => isPain(body) && typeof body.severity_nrs === 'number' && body.at && body.private !== true
    && hoursBetween(body.at, at) >= 0 && hoursBetween(body.at, at) <= BEFORE_HOURS);
  return near?.body.severity_nrs ?? null;
}

// What is over is written, also when the phone died before; and a session of another day ended when nobody went on with it.
effect(() => {
  const [state, known] = [player.value, shelf.value];
  if (!state || !known || state.since !== null) return;
  untracked(() => {
    const stale = state.on !== today.peek() && hoursBetween(state.at, nowParts().at) > STALE_HOURS;
    const when = stale ? { at: state.at, on: state.on, tz: nowParts().tz } : nowParts();
    if ((stale || state.over) && !recordOf(state.id)) finish(state.over ? state : { ...state, over: 'stopped' }, when);
    if (stale) set(null);
  });
});

/** Somebody who cannot see the page is not guided: a call or another app pauses it at once. */
export function followSight() {
  const seen = () => {
    if (document.visibilityState === 'hidden') pauseIfRunning();
    else lookNow();
  };
  document.addEventListener('visibilitychange', seen);
  addEventListener('pagehide', pauseIfRunning);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    removeEventListener('pagehide', pauseIfRunning);
  };
}

function pauseIfRunning() {
  if (player.peek()?.since !== null) pause();
}
