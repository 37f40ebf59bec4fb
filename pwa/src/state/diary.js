/** The diary's owner's own records: what is shown, and the acts that change it. */
import { computed, signal } from '@preact/signals';

import { newRecordId } from '../data/chance.js';
import { causeName } from '../data/database.js';
import { save } from '../data/records.js';
import { sharedId } from '../domain/ids.js';
import { shown } from '../domain/overlay.js';
import { nowParts } from '../domain/time.js';
import { usualEntry, usualPlaces as placesOf } from '../domain/usual.js';
import { mustBeOpen, opened, ops, refresh, rows } from './opened.js';
import { keepStorage } from './storage.js';
import { today } from './today.js';
import { afterSave } from './triggers.js';

export { today };

/** @typedef {import('../domain/overlay.js').Rec} Rec */

/** False: the last thing done is not stored, since the phone is full. */
export const durable = signal(true);

/** @type {WeakMap<object, Rec>} rows do not change in place, so what is shown of one is made once */
const plain = new WeakMap();

/** Every record of the own space, newest first; deleted ones are marked, not left out. */
export const records = computed(() => {
  const space = opened.value?.space;
  /** @type {Map<string, import('../domain/overlay.js').Op[]>} */
  const edits = new Map();
  for (const op of ops.value) {
    if (op.space !== space) continue;
    const its = edits.get(op.id);
    if (its) its.push(op);
    else edits.set(op.id, [op]);
  }
  /** @type {Rec[]} */
  const all = [];
  for (const [id, row] of rows.value) if (!edits.has(id)) all.push(unedited(row));
  for (const [id, its] of edits) all.push(/** @type {Rec} */ (shown(rows.value.get(id), its)));
  return all.sort(newerFirst);
});

/** @type {import('@preact/signals').ReadonlySignal<Map<string, Rec>>} */
const byId = computed(() => new Map(records.value.map((rec) => [rec.id, rec])));

/** Logged symptoms that were not deleted, newest first. */
export const symptoms = computed(() => records.value.filter((rec) => rec.kind === 'symptom' && !rec.deleted));

const usualFound = computed(() => usualEntry(symptoms.value, today.value));

/** What "Same as usual" would store, or null. */
export const usual = computed(() => usualFound.value?.values ?? null);

/** The places of the last 60 days, commonest first, three at most. */
export const usualPlaces = computed(() => placesOf(symptoms.value, today.value));

/** Today's "Hard day", or null. @type {import('@preact/signals').ReadonlySignal<string | null>} */
export const hardDayToday = computed(() => symptoms.value.find(({ body }) => body.hard_day && body.on === today.value)?.id ?? null);

/** @param {string} on @returns {Rec | null} the daily strip of a date */
export function dailyOf(on) {
  const space = opened.value?.space;
  const rec = space ? byId.value.get(/** @type {string} */ (sharedId(space, 'daily', { on }))) : null;
  return rec && !rec.deleted ? rec : null;
}

/**
 * Stores one symptom, now and as pain unless it says otherwise.
 * @param {Record<string, any>} set
 * @returns {Promise<string>} its id, once it is stored
 */
export async function logSymptom(set) {
  const id = newRecordId();
  await keep({ id, kind: 'symptom', t: 'put', set: { ...nowParts(), symptom: 'pain', ...set } });
  return id;
}

/** Stores the usual entry as a new one. */
export async function sameAsUsual() {
  const found = usualFound.value;
  if (!found) throw Object.assign(new Error('nothing is usual yet'), { code: 'no_usual' });
  const said = Object.entries(found.values).filter(([, value]) => value !== null);
  return logSymptom({ ...Object.fromEntries(said), same_as: found.entry.id });
}

/** Stores the mark of a hard day, without a number. */
export async function hardDay() {
  const id = newRecordId();
  await keep({ id, kind: 'symptom', t: 'put', set: { ...nowParts(), hard_day: true } });
  return id;
}

/** @param {'usual' | 'low' | 'very_low' | string | null} energy - of today; null takes it back */
export async function setEnergy(energy) {
  const { on } = nowParts();
  const id = /** @type {string} */ (sharedId(mustBeOpen().space, 'daily', { on }));
  await keep({ id, kind: 'daily', t: 'put', set: { on, energy } });
  return id;
}

/** @param {string} id @param {Record<string, any>} set - only what changes */
export async function change(id, set) {
  await keep({ id, kind: kindOf(id), t: 'put', set });
}

/** @param {string} id */
export async function remove(id) {
  await keep({ id, kind: kindOf(id), t: 'del' });
}

/** @param {string} id */
export async function restore(id) {
  await keep({ id, kind: kindOf(id), t: 'restore' });
}

/** @param {string} id */
function kindOf(id) {
  return byId.value.get(id)?.kind ?? 'symptom';
}

/** @param {Omit<import('../data/records.js').Edit, 'space'>} edit */
async function keep(edit) {
  const { db, space } = mustBeOpen();
  try {
    const op = await save(db, { ...edit, space });
    durable.value = true;
    if (op) await refresh({ space, ids: [edit.id] });
  } catch (error) {
    if (causeName(error) === 'PhoneFull') durable.value = false;
    throw error;
  }
  keepStorage();
  afterSave();
}

/** @param {import('../domain/overlay.js').Row} row */
function unedited(row) {
  let rec = plain.get(row);
  if (!rec) {
    rec = /** @type {Rec} */ (shown(row, []));
    plain.set(row, rec);
  }
  return rec;
}

/**
 * Two of the same second stand in the order they were written, which their ops' ids tell.
 * @param {Rec} a @param {Rec} b
 */
function newerFirst(a, b) {
  const apart = moment(b) - moment(a);
  if (apart !== 0) return apart;
  return (b.fop.at ?? b.id) < (a.fop.at ?? a.id) ? -1 : 1;
}

/** @type {WeakMap<object, number>} */
const moments = new WeakMap();

/** @param {Rec} rec */
function moment(rec) {
  let time = moments.get(rec);
  if (time === undefined) {
    const { at, on } = rec.body;
    time = Date.parse(at ?? (on ? `${on}T12:00:00Z` : '')) || 0;
    moments.set(rec, time);
  }
  return time;
}
