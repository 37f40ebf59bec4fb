/** The words of the app by id, from the pack that is kept with the app's files. */
import { signal } from '@preact/signals';

import { contentPack } from '../data/api.js';

/** @typedef {{id: string, label: string, medical?: string, [more: string]: any}} Term */

/** @type {import('@preact/signals').Signal<Record<string, Term[]>>} */
export const vocabulary = signal({});

/** Loads the words; without them ids are shown in a readable form. */
export async function loadContent() {
  const pack = await contentPack('vocabulary');
  vocabulary.value = pack.lists ?? pack;
}

/** @param {string} list @param {string} id @returns {string} */
export function label(list, id) {
  return vocabulary.value[list]?.find((term) => term.id === id)?.label ?? readable(id);
}

const MIDLINE = new Set(['middle', '']);

/** @param {{region: string, side?: string | null}} place @returns {string} "Right hip" */
export function placeLabel({ region, side }) {
  const name = label('regions', region);
  if (!side || MIDLINE.has(side)) return name;
  if (side === 'both') return `${name}, both sides`;
  return `${side === 'left' ? 'Left' : 'Right'} ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

/** @param {string} id */
function readable(id) {
  const text = id.replaceAll('_', ' ').replaceAll('-', ' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
