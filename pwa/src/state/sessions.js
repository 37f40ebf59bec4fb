/** Sessions that were done: keeping one, saying how it was after, and what was logged some hours later. */
import { computed, effect, signal } from '@preact/signals';

import { laterNumbers, toAskAgain } from '../domain/moved.js';
import { counted } from './counted.js';
import { draft } from './drafts.js';
import { opened } from './opened.js';
import { add, change, ofKind, recordOf } from './records.js';
import { session } from './session.js';
import { today } from './today.js';
import { inTurn } from './turns.js';

/** @typedef {import('../domain/overlay.js').Rec} Rec */

const LOOK_MS = 60_000;
/** Sessions of today and yesterday may still hear of the hours after them. */
const FOLLOWED_DAYS = 2;
const DAY_MS = 86_400_000;

/** Sessions that were not deleted, newest first; those of the last weeks. */
export const sessions = computed(() => ofKind('session'));

/**
 * Stores a session that was done.
 * @param {Record<string, any>} body - `at`, `on`, `tz`, `minutes`, `done`, ... as its record holds it
 * @returns {Promise<string>} its id, once it is stored
 */
export const keepSession = (body) => inTurn(() => add('session', body));

/**
 * Stores what was said after a session.
 * @param {string} id
 * @param {{felt?: string | null, felt_later?: string | null, pain_after_nrs?: number | null, done?: any[], helped_by?: string | null,
 *   note?: string | null, private?: boolean}} set - only what changes
 */
export const setAfter = (id, set) => inTurn(() => change(id, set));

const now = signal(Date.now());
const look = setInterval(() => { now.value = Date.now(); }, LOOK_MS);
/** @type {any} */ (look).unref?.();

const putAway = draft('felt_put_away');

/** The session to ask about once more, or null. */
export const askAgain = computed(() => {
  const moment = Math.max(now.value, Date.now());
  return toAskAgain(sessions.value, counted.value.map(({ body }) => body), moment, putAway.value);
});

/** "Not now" is an answer too. @param {string} id */
export function leaveIt(id) {
  putAway.value = id;
}

/**
 * Entries the person wrote, or said "yes, that is right" to, and that are not private; null while it is not clear whose diary is open.
 * @type {import('@preact/signals').ReadonlySignal<Record<string, any>[] | null>}
 */
const ownEntries = computed(() => {
  const { space } = session.value;
  if (!space || space !== opened.value?.space) return null;
  return counted.value.map(({ body }) => body).filter((body) => body.private !== true);
});

/**
 * Keeps the numbers the person logged in the hours after a session with it, also when such an entry is changed or taken out.
 * @param {string} id
 */
async function followOne(id) {
  const record = recordOf(id);
  const entries = ownEntries.value;
  if (!record || record.deleted || !entries) return;
  const told = laterNumbers(record.body, entries);
  const set = Object.fromEntries(Object.entries(told).filter(([name, number]) => number !== (record.body[name] ?? null)));
  if (Object.keys(set).length > 0) await change(id, set);
}

effect(() => {
  const first = new Date(Date.parse(`${today.value}T12:00:00Z`) - (FOLLOWED_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  const lately = sessions.value.filter(({ body }) => body.on >= first);
  const entries = lately.length > 0 ? ownEntries.value : null;
  if (!entries) return;
  for (const { id, body } of lately) {
    const told = laterNumbers(body, entries);
    if (Object.entries(told).some(([name, number]) => number !== (body[name] ?? null))) inTurn(() => followOne(id)).catch(() => {});
  }
});
