/** The diary that is open on this phone: what of it is at hand, kept in step with every page and every sync. */
import { signal } from '@preact/signals';

import { announceChange, onChange } from '../data/changes.js';
import { diaryDatabase } from '../data/database.js';
import { heal } from '../data/heal.js';
import { allUnsent, shownById, unsentCounts, windowOf } from '../data/records.js';
import { newerFirst, renewed } from '../domain/newest.js';
import { ALWAYS, dayOfRec } from '../domain/outline.js';
import { nowParts } from '../domain/time.js';

/** @typedef {import('../data/database.js').Diary} Diary */
/** @typedef {import('../domain/overlay.js').Rec} Rec */

/** Dated records of this many days are at hand from the start; older ones are brought when they are asked for. */
const WINDOW_DAYS = 62;
/** So many waiting records are counted at once. */
const COUNTED = 500;
const COUNT_LATER_MS = 2_000;
const OLDER_MS = 500;

/** @type {import('@preact/signals').Signal<{db: Diary, space: string} | null>} */
export const opened = signal(null);

/** The own space's records that are at hand, newest first. @type {import('@preact/signals').Signal<readonly Rec[]>} */
export const loaded = signal([]);

/** How many records wait to be sent, and how many the server did not take. */
export const unsent = signal({ waiting: 0, blocked: 0 });

/** Counts changes of other people's spaces. */
export const othersChanged = signal(0);

/** Tells what changed in the own space; null: anything. @type {Set<(ids: readonly string[] | null) => void>} */
const followers = new Set();

/** Older records that were asked for. @type {Set<string>} */
let brought = new Set();
/** The first day whose records are all at hand. @type {import('@preact/signals').Signal<string>} */
export const since = signal('');
/** @type {ReturnType<typeof setTimeout> | undefined} */
let counting;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let telling;

/** The first day of the dated records that are at hand. @param {string} on - today */
export const windowFrom = (on) => new Date(Date.parse(`${on}T12:00:00Z`) - WINDOW_DAYS * 86_400_000).toISOString().slice(0, 10);

/** @param {string} space */
export async function open(space) {
  close();
  const db = diaryDatabase(space);
  await db.open();
  since.value = windowFrom(nowParts().on);
  const read = () => Promise.all([windowOf(db, space, since.value), unsentCounts(db, COUNTED)]);
  // It is whole but for once in a blue moon, so that looking at it holds nothing up.
  const [first, healed] = await Promise.all([read(), heal(db)]);
  const [recs, counts] = healed ? await read() : first;
  loaded.value = recs.sort(newerFirst);
  opened.value = { db, space };
  showUnsent({ db, space }, counts);
  tell(null);
}

/** Shows no diary any more. What is stored stays. */
export function close() {
  opened.value?.db.close();
  opened.value = null;
  loaded.value = [];
  clearTimeout(counting);
  clearTimeout(telling);
  telling = undefined;
  unsent.value = { waiting: 0, blocked: 0 };
  brought = new Set();
  tell(null);
}

/** @returns {{db: Diary, space: string}} @throws when no diary is open */
export function mustBeOpen() {
  const here = opened.value;
  if (!here) throw Object.assign(new Error('no diary is open'), { code: 'no_diary' });
  return here;
}

/**
 * Takes an older record to those at hand; it stays there while the diary is open.
 * @param {string} id
 * @returns {Promise<Rec | null>} null when this phone has no such record
 */
export async function bring(id) {
  const here = mustBeOpen();
  const known = loaded.value.find((rec) => rec.id === id);
  if (known) return known;
  hold(id);
  queue = queue.then(async () => {
    const next = await nextLoaded(here, [id]);
    if (next && opened.value === here) loaded.value = next;
  }).catch(() => {});
  await queue;
  return loaded.value.find((rec) => rec.id === id) ?? null;
}

/** From now on it stays at hand, however old. @param {string} id */
export function hold(id) {
  brought.add(id);
}

/**
 * @param {(ids: readonly string[] | null) => void} follower - told after what is at hand was read anew
 * @returns {() => void} stops telling
 */
export function onTouched(follower) {
  followers.add(follower);
  return () => followers.delete(follower);
}

/** @param {readonly string[] | null} ids */
function tell(ids) {
  followers.forEach((follower) => follower(ids));
}

/** Reads everything at hand again, as after a day in the background. */
export function readAgain() {
  const here = opened.value;
  return here ? refresh({ space: here.space, ids: null }) : Promise.resolve();
}

let queue = Promise.resolve();

/**
 * Refreshes run one after the other, so that an older reading never overwrites a newer one.
 * @param {import('../data/changes.js').Change} change
 */
export function refresh(change) {
  queue = queue.then(() => reread(change)).catch(() => {});
  return queue;
}

/** @returns {Promise<void>} when everything announced so far was read */
export const caughtUp = () => queue;

/** @param {import('../data/changes.js').Change} change */
async function reread({ space, ids, older, rec }) {
  const here = opened.value;
  if (!here) return undefined;
  if (rec && space === here.space) return showSaved(here, rec);
  if (space !== here.space) othersChanged.value += 1;
  // None of the records at hand, and nothing that waits.
  else if (ids?.length === 0) return older ? tellOfOlder() : undefined;
  const [next, counts] = await Promise.all([space === here.space ? nextLoaded(here, ids) : null, unsentCounts(here.db, COUNTED)]);
  if (opened.value !== here) return undefined;
  if (next) loaded.value = next;
  showUnsent(here, counts);
  if (next) tell(ids);
  return undefined;
}

/**
 * What this page itself has just stored is shown at once; how much waits is counted behind it.
 * @param {{db: Diary, space: string}} here @param {Rec} rec
 */
function showSaved(here, rec) {
  loaded.value = renewed(loaded.value, new Map([[rec.id, atHand(rec) ? structuredClone(rec) : null]]));
  unsentCounts(here.db, COUNTED).then((counts) => { if (opened.value === here) showUnsent(here, counts); }).catch(() => {});
  tell([rec.id]);
}

/** While a diary comes in whole, who looks at all of it looks again now and then. */
function tellOfOlder() {
  telling ??= setTimeout(() => {
    telling = undefined;
    tell(null);
  }, OLDER_MS);
  /** @type {any} */ (telling).unref?.();
}

/**
 * Very many are counted to the end a little later, when nobody waits for a save.
 * @param {{db: Diary, space: string}} here @param {import('../data/records.js').Unsent} counts
 */
function showUnsent(here, { waiting, blocked, more }) {
  const before = unsent.peek();
  const now = { waiting: more ? Math.max(waiting, before.waiting) : waiting, blocked };
  if (before.waiting !== now.waiting || before.blocked !== blocked) unsent.value = now;
  clearTimeout(counting);
  if (!more) return;
  counting = setTimeout(() => {
    allUnsent(here.db).then((all) => { if (opened.value?.db === here.db) showUnsent(here, all); }).catch(() => {});
  }, COUNT_LATER_MS);
  /** @type {any} */ (counting).unref?.();
}

/** @param {{db: Diary, space: string}} here @param {string[] | null} ids @returns {Promise<readonly Rec[] | null>} null: as it is */
async function nextLoaded({ db, space }, ids) {
  if (ids === null) {
    since.value = windowFrom(nowParts().on);
    const [recs, older] = await Promise.all([windowOf(db, space, since.value), shownById(db, space, [...brought])]);
    const all = new Map([...recs, ...older.flatMap((rec) => rec ?? [])].map((rec) => [rec.id, rec]));
    return [...all.values()].sort(newerFirst);
  }
  if (ids.length === 0) return null;
  const found = await shownById(db, space, ids);
  const anew = new Map(ids.map((id, i) => [id, found[i] && atHand(found[i]) ? found[i] : null]));
  return renewed(loaded.value, anew);
}

/** @param {Rec} rec */
function atHand(rec) {
  const on = dayOfRec(rec);
  return on === ALWAYS || on >= since.peek() || brought.has(rec.id);
}

onChange((change) => { refresh(change); });

export { announceChange };
