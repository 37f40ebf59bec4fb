/** Medicines and doses: what is due, and the acts that note it. */
import { computed, effect, signal } from '@preact/signals';

import { alreadyTaken, dayOf, dueNow, slotFor } from '../domain/dose.js';
import { siteIds, rotation } from '../domain/injection.js';
import { injects, inUse, medicineTitle, regimenWith } from '../domain/medicine.js';
import { nowParts } from '../domain/time.js';
import { label, vocabulary } from './content.js';
import { add, change, ofKind, recordOf, remove, restore } from './records.js';
import { today } from './today.js';

/** @typedef {import('../domain/overlay.js').Rec} Rec */
/** @typedef {import('../domain/dose.js').Slot} Slot */

export { change, recordOf, remove, restore, today };

/** Newest first. */
export const medicines = computed(() => ofKind('medicine'));
export const doses = computed(() => ofKind('dose'));

export const inUseNow = computed(() => medicines.value.filter(({ body }) => inUse(body, today.value) || !stoppedBy(body, today.value)));
export const stopped = computed(() => medicines.value.filter(({ body }) => stoppedBy(body, today.value)));

/** @param {Record<string, any>} body @param {string} on */
const stoppedBy = (body, on) => Boolean(body.stopped_on) && body.stopped_on <= on;

/** "Baclofen", or its class in words. @param {Record<string, any>} body */
export const titleOf = (body) => medicineTitle(body, (id) => label('medicine_classes', id));

/** The wall clock of this phone, YYYY-MM-DDTHH:MM. */
export const clock = signal(nowParts().at.slice(0, 16));

export function lookAtTheClock() {
  clock.value = nowParts().at.slice(0, 16);
}

/** Slots of today that can be noted or were. */
export const dueToday = computed(() => dueNow(medicines.value, doses.value, clock.value));

/** Whose doses carry a body site. */
const injected = computed(() => new Set(medicines.value.filter(({ body }) => injects(body)).map(({ id }) => id)));

/**
 * How the sites rested before a day, or before one dose.
 * @param {Rec | null} [before] - a dose that is not counted, nor what came after it
 */
export function sitesNow(before = null) {
  const on = before ? dayOf(before) : today.value;
  const others = doses.value.filter((dose) => dose.id !== before?.id && dayOf(dose) <= on && injected.value.has(dose.body.medicine_id));
  return rotation(others, siteIds(vocabulary.value.body_sites ?? []), on);
}

/** A new medicine of a class. @param {string} id - vocabulary medicine_classes */
export const addMedicine = (id) => add('medicine', { class: id });

let queue = Promise.resolve();

/**
 * Changes a part of the regimen. It is one field, so changes wait for each other and each writes the whole.
 * @param {string} id
 * @param {Partial<import('../domain/medicine.js').Regimen>} changed
 */
export function setRegimen(id, changed) {
  const act = () => change(id, { regimen: regimenWith(recordOf(id)?.body.regimen, changed) });
  const done = queue.then(act);
  queue = done.catch(() => {});
  return done;
}

/** @type {Map<string, Promise<{id: string} | {already: Rec}>>} */
const underWay = new Map();

/**
 * Notes a dose as taken now. Where one was noted for the same slot within 12 hours, nothing is stored and that one comes back.
 * @param {Rec} medicine
 * @param {string | null} [slot] - left out: the nearest open one
 * @param {{again?: boolean}} [how] - again: the person said that it is one more
 * @returns {Promise<{id: string} | {already: Rec}>}
 */
export function take(medicine, slot, { again = false } = {}) {
  const key = `${medicine.id} ${slot ?? ''}`;
  const known = underWay.get(key);
  if (known) return known;
  const act = takeOnce(medicine, slot, again).finally(() => underWay.delete(key));
  underWay.set(key, act);
  return act;
}

/** @param {Rec} medicine @param {string | null | undefined} given @param {boolean} again */
async function takeOnce(medicine, given, again) {
  lookAtTheClock();
  const slot = given === undefined ? slotFor(dueToday.value, medicine, clock.value) : given;
  const already = again ? null : /** @type {Rec | null} */ (alreadyTaken(medicine, slot, doses.value, Date.now()));
  if (already) return { already };
  return { id: await note(medicine, { slot, ...nowParts(), status: 'taken' }) };
}

/** Notes that a dose was left out. No reason is asked. @param {Slot} slot */
export const skip = ({ medicine, on, slot }) => note(/** @type {Rec} */ (medicine), { slot, on, status: 'skipped' });

/**
 * Notes a dose of a day that is over. Of "later" the time is not known, and none is made up.
 * @param {Slot} slot
 * @param {'taken' | 'late' | 'skipped'} status
 * @param {{at?: string, tz?: string}} [when] - the slot's own moment, for one that was taken at its time
 */
export const noteEarlier = ({ medicine, on, slot }, status, when = {}) => note(/** @type {Rec} */ (medicine), { slot, on, ...when, status });

/** @param {Rec} medicine @param {Record<string, any>} set */
function note(medicine, set) {
  const hidden = recordOf(medicine.id)?.body.private === true;
  return add('dose', { medicine_id: medicine.id, ...set, ...(hidden ? { private: true } : {}) });
}

/**
 * Doses that would give a private medicine away. Those made on another phone meanwhile count too.
 * @returns {Rec[]}
 */
function telling() {
  const hidden = new Set(medicines.value.filter(({ body }) => body.private === true).map(({ id }) => id));
  return hidden.size === 0 ? [] : doses.value.filter(({ body }) => hidden.has(body.medicine_id) && body.private !== true);
}

/** @type {Promise<void> | null} */
let hiding = null;

/** Makes every dose of a private medicine private. */
export function hideDoses() {
  hiding ??= (async () => {
    for (const { id } of telling()) await change(id, { private: true });
  })().finally(() => { hiding = null; });
  return hiding;
}

effect(() => {
  // A full phone tries again with the next change.
  if (telling().length > 0) hideDoses().catch(() => {});
});

/** @param {string} id @param {boolean} on */
export async function setPrivate(id, on) {
  await change(id, { private: on });
  if (on) await hideDoses();
}
