/** What was logged: symptom entries, the usual one, hard days, energy. */
import { computed } from '@preact/signals';

import { nowParts } from '../domain/time.js';
import { usualEntry, usualPlaces as placesOf } from '../domain/usual.js';
import { counted } from './counted.js';
import { add, change, durable, ofKind, put, records, remove, restore, theOne } from './records.js';
import { today } from './today.js';

export { change, counted, durable, records, remove, restore, today };

/** @typedef {import('../domain/overlay.js').Rec} Rec */

/** Logged symptoms that were not deleted, newest first. */
export const symptoms = computed(() => ofKind('symptom'));

const usualFound = computed(() => usualEntry(counted.value, today.value));

/** What "Same as usual" would store, or null. */
export const usual = computed(() => usualFound.value?.values ?? null);

/** The places of the last 60 days, commonest first, three at most. */
export const usualPlaces = computed(() => placesOf(counted.value, today.value));

/** Today's "Hard day", or null. @type {import('@preact/signals').ReadonlySignal<string | null>} */
export const hardDayToday = computed(() => counted.value.find(({ body }) => body.hard_day && body.on === today.value)?.id ?? null);

/** @param {string} on @returns {Rec | null} the daily strip of a date */
export const dailyOf = (on) => theOne('daily', { on });

/**
 * Stores one symptom, now and as pain unless it says otherwise.
 * @param {Record<string, any>} set
 * @returns {Promise<string>} its id, once it is stored
 */
export const logSymptom = (set) => add('symptom', { ...nowParts(), symptom: 'pain', ...set });

/** Stores the usual entry as a new one. */
export async function sameAsUsual() {
  const found = usualFound.value;
  if (!found) throw Object.assign(new Error('nothing is usual yet'), { code: 'no_usual' });
  const said = Object.entries(found.values).filter(([, value]) => value !== null);
  return logSymptom({ ...Object.fromEntries(said), same_as: found.entry.id });
}

/** Stores the mark of a hard day, without a number. */
export const hardDay = () => add('symptom', { ...nowParts(), hard_day: true });

/** @param {'usual' | 'low' | 'very_low' | string | null} energy - of today; null takes it back */
export const setEnergy = (energy) => put('daily', { on: nowParts().on }, { energy });
