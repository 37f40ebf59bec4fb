/** Other people: those whose diary I may see, and those who may see mine. */
import { computed, effect, signal } from '@preact/signals';

import { call } from '../data/api.js';
import { windowOf } from '../data/records.js';
import { newerFirst } from '../domain/newest.js';
import { nowParts } from '../domain/time.js';
import { loaded, opened, othersChanged, windowFrom } from './opened.js';
import { syncNow } from './sync.js';

/**
 * @typedef {object} Person
 * @property {string} space
 * @property {string} name
 * @property {string[]} read - scope ids
 * @property {string[]} write
 * @property {string | null} until
 * @property {string | null} pulledAt - when this phone last got everything of theirs
 */

/** The people whose diary this phone holds. @type {import('@preact/signals').Signal<Person[]>} */
export const people = signal([]);

/** What makes a diary one's own; a number to call or a country does not. */
const DIARY = new Set(['symptom', 'daily', 'mood', 'story', 'medicine', 'dose', 'event', 'session', 'plan']);

/** Whose space it was, when a helper asked for a diary of their own. @type {import('@preact/signals').Signal<string | null>} */
const ownDiary = signal(null);

/** Whether somebody is here for the people they help, and keeps no diary themselves. */
export const helpsOnly = computed(() => people.value.length > 0 && ownDiary.value !== opened.value?.space
  && !loaded.value.some(({ kind, deleted }) => DIARY.has(kind) && !deleted));

/** Shows a helper the diary they might keep. */
export function wantOwnDiary() {
  ownDiary.value = opened.peek()?.space ?? null;
}

effect(() => {
  const here = opened.value;
  void othersChanged.value;
  if (here) readPeople(here);
  else people.value = [];
});

/** @param {{db: import('../data/database.js').Diary, space: string}} here */
async function readPeople(here) {
  const found = await here.db.spaces.toArray().catch(() => []);
  if (opened.value !== here) return;
  people.value = found.filter(({ role }) => role === 'caregiver').map(({ space, name, read, write, until, last_ok }) => (
    { space, name, read, write, until: until ?? null, pulledAt: last_ok ?? null }));
}

/** @type {Map<string, import('@preact/signals').Signal<readonly import('../domain/overlay.js').Rec[]>>} */
const theirs = new Map();

/**
 * What this phone holds of another person's diary, newest first: of dated kinds those of the last weeks. Empty once
 * they have stopped sharing.
 * @param {string} space
 * @returns {import('@preact/signals').ReadonlySignal<readonly import('../domain/overlay.js').Rec[]>}
 */
export function recordsOf(space) {
  const known = theirs.get(space);
  if (known) return known;
  const recs = signal(/** @type {readonly import('../domain/overlay.js').Rec[]} */ ([]));
  theirs.set(space, recs);
  effect(() => {
    const here = opened.value;
    void othersChanged.value;
    if (!here) recs.value = [];
    else {
      windowOf(here.db, space, windowFrom(nowParts().on))
        .then((found) => { if (opened.value === here) recs.value = found.sort(newerFirst); }).catch(() => {});
    }
  });
  return recs;
}

/** @param {{label: string, read?: string[], write?: string[], until?: string | null}} offer */
export const offerShare = (offer) => thenSync(call('POST', 'shares', offer));

/** @param {string} code - typed, or the token of a link */
export const acceptShare = (code) => thenSync(call('POST', 'shares/accept', { code }));

export const listShares = async () => (await call('GET', 'shares')).shares;

/** @param {string} id */
export const confirmShare = (id) => thenSync(call('POST', `shares/${id}/confirm`));

/** @param {string} id @param {{label?: string, read?: string[], write?: string[], until?: string | null, paused?: boolean}} set */
export const changeShare = (id, set) => thenSync(call('PATCH', `shares/${id}`, set));

/** @param {string} id */
export const endShare = (id) => thenSync(call('DELETE', `shares/${id}`));

export const listDevices = async () => (await call('GET', 'devices')).devices;

/** @param {string} id */
export const endDevice = (id) => call('DELETE', `devices/${id}`);

export const accessLog = async () => (await call('GET', 'access-log')).looks;

/**
 * @template T
 * @param {Promise<T>} request
 * @returns {Promise<T>} the request's own answer; the sync it starts goes on by itself
 */
async function thenSync(request) {
  const answer = await request;
  syncNow();
  return answer;
}
