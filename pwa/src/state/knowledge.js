/** What Limber knows: cards, movements, figures and their sources, read from the app's own files when first asked for. */
import { signal } from '@preact/signals';

import { contentPack } from '../data/api.js';
import { american, reworded } from '../domain/wording.js';

/** Where the words are American, by the phone's language. */
export const inAmerica = ['en-US', 'en-PR', 'es-US'].includes(globalThis.navigator?.language ?? '');

/** @type {import('@preact/signals').Signal<Record<string, any>>} */
const packs = signal({});

/** Names of packs that could not be opened. @type {import('@preact/signals').Signal<string[]>} */
export const unopened = signal([]);

/** @type {Map<string, Promise<void>>} */
const asked = new Map();

/**
 * A pack, or undefined until it is there. The screen that asks is drawn again when it comes.
 * @param {string} name
 * @returns {any}
 */
export function pack(name) {
  if (!asked.has(name)) asked.set(name, open(name));
  return packs.value[name];
}

/** @param {string} name */
async function open(name) {
  try {
    // Read the signal only after the wait, or packs that came meanwhile would be lost.
    const data = await inTheWordsHere(name, await contentPack(name));
    packs.value = { ...packs.value, [name]: data };
  } catch {
    unopened.value = [...unopened.value, name];
  }
}

/** @param {string} name @param {any} data */
async function inTheWordsHere(name, data) {
  if (!inAmerica || name.startsWith('figures') || name === 'sources') return data;
  const { words_us: pairs = [] } = await contentPack('vocabulary');
  return reworded(data, american(pairs));
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
