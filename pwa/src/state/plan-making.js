/**
 * Asking the server for a plan. What is wanted is kept with its id until the server has answered: a second request for the
 * same id makes nothing twice. Without a network it waits, and is asked again after the next sync that went well.
 */
import { computed, effect, signal, untracked } from '@preact/signals';

import { ApiError, call } from '../data/api.js';
import { newRecordId } from '../data/chance.js';
import { renewalDay } from '../domain/plan.js';
import { uuid5 } from '../domain/ids.js';
import { draft, draftsKept } from './drafts.js';
import { caughtUp, opened, unsent } from './opened.js';
import { profile } from './profile.js';
import { ofKind } from './records.js';
import { session } from './session.js';
import { lastSent, syncNow } from './sync.js';
import { today } from './today.js';

/**
 * @typedef {object} Wanted
 * @property {string} id - of the plan, once it is made
 * @property {string} start_on - date
 * @property {number} weeks - 1 to 4
 * @property {string | null} template - null: the server chooses by diary and goals
 * @property {{code: string, because: string[]}} [refused] - what the server said; it is not asked again by itself
 */

const RENEWED_WEEKS = 2;

const wanted = draft('plan-wanted');
/** The day on which a plan was last renewed. */
const renewed = draft('plan-renewed');

/** The server asked to wait until then, in milliseconds since 1970. */
let notBefore = 0;
/** @type {Promise<void> | null} */
let running = null;

/** Whether the server is being asked now. */
export const asking = signal(false);

/** The plan that was asked for and is not there yet. @type {import('@preact/signals').ReadonlySignal<Wanted | null>} */
export const planWanted = computed(() => wanted.value);

/** Why the server made none, or null. */
export const planRefused = computed(() => /** @type {Wanted | null} */ (wanted.value)?.refused ?? null);

/**
 * Asks for a plan. Only with an account: a diary without one has a starter week.
 * @param {{start_on: string, weeks?: number, template?: string | null}} what
 * @returns {Promise<void>} when the server was asked, well or not; `planWanted` says whether it still waits
 */
export async function makePlan({ start_on, weeks = RENEWED_WEEKS, template = null }) {
  if (session.peek().mode !== 'account') throw Object.assign(new Error('a plan needs an account'), { code: 'no_account' });
  const before = /** @type {Wanted | null} */ (wanted.peek());
  const same = before && !before.refused && before.start_on === start_on && before.weeks === weeks && before.template === template;
  if (!same) wanted.value = { id: newRecordId(), start_on, weeks, template };
  notBefore = 0;
  await ask();
}

/** No plan is wanted any more: the reason was read. */
export function forgetWanted() {
  wanted.value = null;
}

/** @returns {Promise<void>} */
function ask() {
  running ??= askOnce().finally(() => {
    running = null;
    asking.value = false;
  });
  return running;
}

async function askOnce() {
  const here = opened.peek();
  if (!waits() || session.peek().mode !== 'account' || Date.now() < notBefore) return;
  asking.value = true;
  // Known to the phone before the server hears of it: whatever ends in between, the id stays the same.
  upToDate();
  await draftsKept();
  if (!await allSent() || opened.peek() !== here || !waits()) return;
  const { refused: _, ...form } = /** @type {Wanted} */ (wanted.peek());
  try {
    await call('POST', 'plans', form);
  } catch (error) {
    if (opened.peek() === here) notMade(form.id, error);
    return;
  }
  if (opened.peek() !== here) return;
  await syncNow();
  // With the plan itself on the phone there is nothing left to want.
  if (wanted.peek()?.id === form.id) wanted.value = null;
}

/** Whether one is wanted that the server has not refused, and that has not come by itself. */
function waits() {
  const one = /** @type {Wanted | null} */ (wanted.peek());
  if (one && ofKind('plan').some(({ id }) => id === one.id)) wanted.value = null;
  return Boolean(wanted.peek() && !wanted.peek().refused);
}

/** One that has waited past its first day begins today. */
function upToDate() {
  const one = /** @type {Wanted} */ (wanted.peek());
  if (one.start_on < today.peek()) wanted.value = { ...one, id: newRecordId(), start_on: today.peek() };
}

/** A plan is made of what the server knows: what waits here goes first. @returns {Promise<boolean>} whether it has all */
async function allSent() {
  for (let round = 0; round < 2; round += 1) {
    await syncNow();
    await caughtUp();
    if (unsent.peek().waiting === 0) return true;
  }
  return false;
}

/** @param {string} id @param {unknown} error */
function notMade(id, error) {
  const one = wanted.peek();
  if (!(error instanceof ApiError) || one?.id !== id) return;
  notBefore = Date.now() + (error.retryAfterMs ?? 0);
  // No network, a busy server, or nobody signed in: all of them pass.
  if (error.code === 'offline' || error.status === 401 || error.status === 429 || error.status >= 500) return;
  wanted.value = { ...one, refused: { code: error.code, because: error.details?.because ?? [] } };
}

/** A plan that nears its end is followed by the next one; two phones of one person ask for the same. */
function renew() {
  const { mode, space } = session.peek();
  if (mode !== 'account' || !space || !profile.peek().mobility || wanted.peek() || renewed.peek()?.on === today.peek()) return;
  const start_on = renewalDay(ofKind('plan'), today.peek());
  if (!start_on) return;
  renewed.value = { on: today.peek() };
  wanted.value = { id: uuid5(space, `plan:${start_on}`), start_on, weeks: RENEWED_WEEKS, template: null };
}

effect(() => {
  // A sync that was begun here for a plan is no reason to ask once more.
  if (!lastSent.value || !opened.value || running) return;
  untracked(() => {
    // The word of what was asked for before may still be on its way from the phone's storage.
    caughtUp().then(() => draftsKept()).then(() => { renew(); return ask(); }).catch(() => {});
  });
});
