/** What Limber knows: cards, movements, figures and their sources, read from the app's own files when first asked for. */
import { computed, signal } from '@preact/signals';

import { contentPack } from '../data/api.js';
import { inFahrenheit } from '../domain/country.js';
import { american, reworded } from '../domain/wording.js';
import { theOne } from './records.js';

/** Where the phone's own language is American. */
const americanPhone = ['en-US', 'en-PR', 'es-US'].includes(globalThis.navigator?.language ?? '');

/** As they are written: British words, Celsius. @type {import('@preact/signals').Signal<Record<string, any>>} */
const packs = signal({});

/** The country the person said, with its words and units; undefined when none was said. */
const saidCountry = computed(() => {
  const said = theOne('care_card')?.body.country;
  return said ? countryRow(said) : undefined;
});

/** Whether the words are American: by the country that was said, else by the phone's language. */
export const inAmerica = computed(() => (saidCountry.value ? saidCountry.value.words === 'us' : americanPhone));

/** Of temperatures. @type {import('@preact/signals').ReadonlySignal<'C' | 'F'>} */
export const units = computed(() => saidCountry.value?.units ?? (americanPhone ? 'F' : 'C'));

/** Names of packs that could not be opened. @type {import('@preact/signals').Signal<string[]>} */
export const unopened = signal([]);

/** @type {Map<string, Promise<void>>} */
const asked = new Map();

/**
 * A pack in the words said here, or undefined until it is there. The screen that asks is drawn again when it comes.
 * @param {string} name
 * @returns {any}
 */
export function pack(name) {
  const written = asWritten(name);
  if (written === undefined || SAID_ALIKE.test(name)) return written;
  const pairs = inAmerica.value ? asWritten('vocabulary')?.words_us : [];
  if (!pairs) return undefined;
  return inTheWordsHere(written, { us: inAmerica.value, hot: units.value === 'F', pairs });
}

/** Drawings, names of sources, the countries themselves and what has no words are the same everywhere. */
const SAID_ALIKE = /^(?:figures.*|sources|countries|starters)$/;

/** @param {string} name @returns {any} */
function asWritten(name) {
  if (!asked.has(name)) asked.set(name, open(name));
  return packs.value[name];
}

/** @param {string} id @returns {{words: string, units: 'C' | 'F'}} */
function countryRow(id) {
  const rows = asWritten('countries')?.countries ?? [];
  const found = rows.find((/** @type {any} */ row) => row.id === id);
  if (found) return found;
  // Until the pack is there, and for a country it does not hold.
  return id === 'US' ? { words: 'us', units: 'F' } : { words: 'gb', units: 'C' };
}

/** @param {string} name */
async function open(name) {
  try {
    // Read the signal only after the wait, or packs that came meanwhile would be lost.
    const data = await contentPack(name);
    packs.value = { ...packs.value, [name]: data };
  } catch {
    unopened.value = [...unopened.value, name];
  }
}

/** What was turned is kept: packs do not change. @type {WeakMap<object, Map<string, any>>} */
const turned = new WeakMap();

/** @param {any} data @param {{us: boolean, hot: boolean, pairs: any}} how */
function inTheWordsHere(data, { us, hot, pairs }) {
  if (!us && !hot) return data;
  const known = turned.get(data) ?? new Map();
  turned.set(data, known);
  const key = `${us} ${hot}`;
  if (!known.has(key)) {
    const words = american(us ? pairs : []);
    known.set(key, reworded(data, (text) => (hot ? inFahrenheit(words(text)) : words(text))));
  }
  return known.get(key);
}

/** Asks once more for what could not be opened. */
export function openAgain() {
  for (const name of unopened.value) asked.delete(name);
  unopened.value = [];
}

/** By id. @param {string} name @param {string} list @param {string} id @returns {any} */
export const one = (name, list, id) => pack(name)?.[list].find((/** @type {any} */ row) => row.id === id);

/** Every movement of every category; undefined until all are there. @returns {import('../domain/movement.js').Movement[] | undefined} */
export function movements() {
  const categories = pack('library')?.categories;
  if (!categories) return undefined;
  const lists = categories.map((/** @type {any} */ { id }) => pack(`movements-${id}`)?.movements);
  return lists.every(Boolean) ? lists.flat() : undefined;
}

/**
 * One movement; undefined until its pack is there, null when there is none of this id.
 * @param {string} id
 * @returns {import('../domain/movement.js').Movement | null | undefined}
 */
export function movement(id) {
  const category = id.slice(0, 3).toLowerCase();
  const categories = pack('library')?.categories;
  if (!categories) return undefined;
  // An address that was mistyped asks for no file.
  if (!categories.some((/** @type {any} */ row) => row.id === category)) return null;
  const rows = pack(`movements-${category}`)?.movements;
  return rows && (rows.find((/** @type {any} */ row) => row.id === id) ?? null);
}

/** @param {string} name - such as ROM-01-seated @returns {import('../domain/figure/pose.js').Figure | undefined} */
export const figure = (name) => pack(`figures-${name.slice(0, 3).toLowerCase()}`)?.figures[name];
