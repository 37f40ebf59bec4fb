/** Whom to call: the emergency number, a crisis line and the person's own numbers. Works before sign-in and offline. */
import { computed } from '@preact/signals';

import { zoneNow } from '../domain/time.js';
import { inOrder } from '../domain/contact.js';
import { countryHere, degreesIn, emergencyFor } from '../domain/country.js';
import { pack, units } from './knowledge.js';
import { ofKind, theOne } from './records.js';
import { today } from './today.js';

/** @typedef {import('../domain/country.js').CountryRow} CountryRow */

/** Every country Limber knows numbers for; none until their pack is there. @type {import('@preact/signals').ReadonlySignal<CountryRow[]>} */
export const countries = computed(() => pack('countries')?.countries ?? []);

/** Where this phone is, looked up once a day; null when nothing tells. @type {import('@preact/signals').ReadonlySignal<CountryRow | null>} */
export const countryHereNow = computed(() => {
  today.value;
  return countryHere(countries.value, { zone: zoneNow(), language: globalThis.navigator?.language });
});

/** `number` is never empty: said by the person, else of the country, else 112. `sure` once the person has said it or the country. */
export const emergency = computed(() => emergencyFor(theOne('care_card')?.body, countries.value, countryHereNow.value));

/** @returns {CountryRow | null} the country that was said, else the one the phone is in */
export const countryOf = () => emergency.value.country;

/** @type {import('@preact/signals').ReadonlySignal<{name: string, number: string, hours?: string} | null>} null where none is known */
export const crisis = computed(() => countryOf()?.crisis ?? null);

/** The person's own numbers (`contact` records), MS team first. */
export const saved = computed(() => inOrder(ofKind('contact')));

/** @param {number} celsius @returns {string} "38 C", or "100.4 F" where people say it so */
export const degrees = (celsius) => degreesIn(celsius, units.value);
