/** Medicines and doses: what is due, and the acts that note it. */
import { computed, effect, signal } from '@preact/signals';

import { outlineOf } from '../data/records.js';
import { alreadyTaken, dayOf, dosesInOutline, dueNow, slotFor } from '../domain/dose.js';
import { rotation, siteIds } from '../domain/injection.js';
import { injects, medicineTitle, regimenWith } from '../domain/medicine.js';
import { nowParts } from '../domain/time.js';
import { label, vocabulary } from './content.js';
import { mustBeOpen, opened } from './opened.js';
import { add, change, ofKind, recordOf, records, remove, restore } from './records.js';
import { today } from './today.js';

/** @typedef {import('../domain/overlay.js').Rec} Rec */
/** @typedef {import('../domain/dose.js').Slot} Slot */

export { change, recordOf, remove, restore, today };

/** Newest first. */
export const medicines = computed(() => ofKind('medicine'));
export const doses = computed(() => ofKind('dose'));

/** Also those whose first day is still to come. */
export const inUseNow = computed(() => medicines.value.filter(({ body }) => !stoppedBy(body, today.value)));
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

/** Sites of the weeks that are not at hand. @type {import('@preact/signals').Signal<import('../domain/medicine.js').Rec[]>} */
const olderSites = signal([]);

effect(() => {
  opened.value;
  olderSites.value = [];
});

/** Every dose of the diary, a line each. */
async function wholeOutline() {
  const { db, space } = mustBeOpen();
  return (await outlineOf(db, space)).flatMap(({ text }) => dosesInOutline(text));
}

/** Reads where older injections went, for sites that rest for many weeks. */
export async function bringSites() {
  const here = opened.value;
  const sites = new Set(siteIds(vocabulary.value.body_sites ?? []));
  const all = await wholeOutline();
  if (opened.value !== here) return;
  olderSites.value = all.flatMap(({ id, at, ids }) => {
    const site = ids.find((one) => sites.has(one));
    const medicine_id = ids.find((one) => injected.value.has(one));
    return site && medicine_id ? [{ id, body: { at, on: at.slice(0, 10), body_site: site, medicine_id } }] : [];
  });
}

/**
 * How the sites rested before a day, or before one dose.
 * @param {Rec | null} [before] - a dose that is not counted, nor what came after it
 */
export function sitesNow(before = null) {
  const on = before ? dayOf(before) : today.value;
  const near = new Map([...olderSites.value, ...doses.value].map((dose) => [dose.id, dose]));
  const others = [...near.values()].filter((dose) => dose.id !== before?.id && dayOf(dose) <= on && !recordOf(dose.id)?.deleted
    && injected.value.has(dose.body.medicine_id));
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
  const act = async () => {
    const now = recordOf(id);
    // What was still being typed must not bring back a medicine that was taken out.
    if (now && !now.deleted) await change(id, { regimen: regimenWith(now.body.regimen, changed) });
  };
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
  const already = /** @type {Rec | null} */ (alreadyTaken(medicine, slot, doses.value, Date.now()));
  if (already && !again) return { already };
  return { id: await note(medicine, { slot, ...nowParts(), status: 'taken', ...(already ? { beside: already.id } : {}) }) };
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

/** Deleted ones too: their doses stay. @type {import('@preact/signals').ReadonlySignal<string>} */
const hiddenIds = computed(() => records.value.filter(({ kind, body }) => kind === 'medicine' && body.private === true).map(({ id }) => id).join());

/** Whether a dose at hand would give a private medicine away, such as one made on another phone meanwhile. */
const telling = computed(() => {
  const hidden = hiddenIds.value.split(',');
  return doses.value.filter(({ body }) => body.private !== true && hidden.includes(body.medicine_id)).map(({ id }) => id).join();
});

/** @type {Promise<void> | null} */
let hiding = null;
let wanted = false;

/** Makes every dose of a private medicine private, however old. */
export function hideDoses() {
  wanted = true;
  hiding ??= hideWhileWanted().finally(() => { hiding = null; });
  return hiding;
}

async function hideWhileWanted() {
  while (wanted) {
    wanted = false;
    await hideAll();
  }
}

async function hideAll() {
  const here = opened.value;
  const hidden = hiddenIds.value.split(',');
  const old = (await wholeOutline()).filter((dose) => !dose.hidden && dose.ids.some((id) => hidden.includes(id)));
  const all = new Set([...old.map(({ id }) => id), ...telling.value.split(',').filter(Boolean)]);
  for (const id of all) if (opened.value === here) await change(id, { private: true });
}

/** The whole diary is gone through once it has been opened, and never in the way of that. */
const LATER_MS = 5000;

effect(() => {
  // A full phone tries again with the next change.
  if (telling.value !== '') hideDoses().catch(() => {});
});

effect(() => {
  if (hiddenIds.value === '') return undefined;
  const timer = setTimeout(() => { hideDoses().catch(() => {}); }, LATER_MS);
  /** @type {any} */ (timer).unref?.();
  return () => clearTimeout(timer);
});

/** @param {string} id @param {boolean} on */
export async function setPrivate(id, on) {
  await change(id, { private: on });
  if (on) await hideDoses();
}
