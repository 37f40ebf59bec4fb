/** The own space's records of every kind: what is shown, and the acts that change it. */
import { computed, signal } from '@preact/signals';

import { newRecordId } from '../data/chance.js';
import { causeName } from '../data/database.js';
import { save } from '../data/records.js';
import { setByPerson } from '../domain/confirmed.js';
import { sharedId } from '../domain/ids.js';
import { bring, caughtUp, hold, loaded, mustBeOpen, opened } from './opened.js';
import { keepStorage, withRoom } from './storage.js';
import { afterSave } from './triggers.js';
import { session } from './who.js';

export { bring };

/** @typedef {import('../domain/overlay.js').Rec} Rec */

/** False: the last thing done is not stored, since the phone is full. */
export const durable = signal(true);

/**
 * The records of the own space that are at hand, newest first: of dated kinds those of the last weeks, of the
 * others all, and every older one that was brought. Deleted ones are marked, not left out.
 */
export const records = loaded;

/** @type {import('@preact/signals').ReadonlySignal<Map<string, Rec>>} */
const byId = computed(() => new Map(records.value.map((rec) => [rec.id, rec])));

const byKind = computed(() => {
  /** @type {Map<string, Rec[]>} */
  const kinds = new Map();
  for (const rec of records.value) {
    if (rec.deleted) continue;
    const its = kinds.get(rec.kind);
    if (its) its.push(rec);
    else kinds.set(rec.kind, [rec]);
  }
  return kinds;
});

/** Records of one kind that were not deleted, newest first. Dated kinds: those of the last weeks. @param {string} kind @returns {readonly Rec[]} */
export const ofKind = (kind) => byKind.value.get(kind) ?? [];

/** @param {string | null | undefined} id @returns {Rec | null} also a deleted one */
export const recordOf = (id) => (id ? byId.value.get(id) ?? null : null);

/**
 * The one record of a kind of which there is one per day or per person (daily, mood, profile, care_card, preference, safety).
 * @param {string} kind
 * @param {{on?: string, message_id?: string}} [key]
 * @returns {Rec | null} null when there is none, or it was deleted
 */
export function theOne(kind, key = {}) {
  const space = opened.value?.space;
  const rec = space ? recordOf(sharedId(space, kind, key)) : null;
  return rec && !rec.deleted ? rec : null;
}

/**
 * Stores a new record of its own.
 * @param {string} kind
 * @param {Record<string, any>} set
 * @returns {Promise<string>} its id, once it is stored
 */
export async function add(kind, set) {
  const id = newRecordId();
  await keep({ id, kind, t: 'put', set, fresh: true });
  return id;
}

/**
 * Stores fields of the one record there is of this kind and day; makes it when there is none.
 * @param {string} kind
 * @param {{on?: string, message_id?: string}} key - what names it; belongs to the record too
 * @param {Record<string, any>} set
 * @returns {Promise<string>} its id, once it is stored
 */
export async function put(kind, key, set) {
  const id = sharedId(mustBeOpen().space, kind, key);
  if (!id) throw Object.assign(new Error(`there are many of ${kind}`), { code: 'no_key' });
  await keep({ id, kind, t: 'put', set: { ...key, ...set } });
  return id;
}

/** @param {string} id @param {Record<string, any>} set - only what changes */
export async function change(id, set) {
  const rec = byId.value.get(id);
  await keep({ id, kind: kindOf(id), t: 'put', set: rec ? setByPerson(rec, set, session.peek().account?.id ?? null) : set });
}

/** @param {string} id */
export async function remove(id) {
  await keep({ id, kind: kindOf(id), t: 'del' });
}

/** @param {string} id */
export async function restore(id) {
  await keep({ id, kind: kindOf(id), t: 'restore' });
}

/** @param {string} id @returns {string | null} null: not at hand, and made by no change */
function kindOf(id) {
  return byId.value.get(id)?.kind ?? null;
}

/** Stores one edit of the own diary, and sends it soon. @param {Omit<import('../data/records.js').Edit, 'space'>} edit */
export async function keep(edit) {
  const { space } = mustBeOpen();
  // What was just written is at hand, also when it is written for a day long ago.
  hold(edit.id);
  await keepIn({ ...edit, space });
}

/** Stores one edit of any diary this phone holds, and sends it soon. @param {import('../data/records.js').Edit} edit */
export async function keepIn(edit) {
  const { db } = mustBeOpen();
  try {
    const op = await withRoom(() => save(db, edit));
    durable.value = true;
    // What was stored was announced, so it is being read already.
    if (op) await caughtUp();
  } catch (error) {
    if (causeName(error) === 'PhoneFull') durable.value = false;
    throw error;
  }
  keepStorage();
  afterSave();
}
