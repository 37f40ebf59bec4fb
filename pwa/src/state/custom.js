/** The person's own words beside those of the vocabulary. They stay for good and come first. */
import { effect } from '@preact/signals';

import { OWN_WORD_MOST, sameWord, tidy, wordsToTurn } from '../domain/own-word.js';
import { vocabulary } from './content.js';
import { since } from './opened.js';
import { add, change, ofKind, records, remove, restore } from './records.js';

export { OWN_WORD_MOST };

/** @typedef {import('./content.js').Term} Term */

/** @param {string} list - of the vocabulary @returns {Term[]} the own ones alone, newest first */
export function ownTerms(list) {
  return ofKind('custom').filter(({ body }) => body.vocabulary === list).map(({ id, body }) => ({ id, label: body.label }));
}

/** @param {string} list - of the vocabulary @returns {Term[]} own words first */
export const terms = (list) => [...ownTerms(list), ...(vocabulary.value[list] ?? [])];

/**
 * Keeps an own word. One that is there already is not made twice, and one that was taken off the list comes back.
 * @param {string} list
 * @param {string} label - at most 60 characters are kept
 * @param {boolean} [secret] - for a private entry: a new word is private too, until another entry says it
 * @returns {Promise<string>} its id
 */
export async function addCustom(list, label, secret = false) {
  const text = tidy(label);
  const known = terms(list).find((term) => sameWord(term.label, text));
  if (known) return known.id;
  const earlier = records.value.find(({ kind, deleted, body }) => kind === 'custom' && deleted
    && body.vocabulary === list && typeof body.label === 'string' && sameWord(body.label, text));
  if (!earlier) return add('custom', { vocabulary: list, label: text, ...(secret && { private: true }) });
  await restore(earlier.id);
  return earlier.id;
}

/** Entries that used it show the new name. @param {string} id @param {string} label @returns {Promise<string>} its id */
export async function renameCustom(id, label) {
  const text = tidy(label);
  if (text) await change(id, { label: text });
  return id;
}

/** Takes it off the list. Entries that used it still say it. @param {string} id @returns {Promise<string>} its id */
export async function takeOffList(id) {
  await remove(id);
  return id;
}

/** Words being turned, so that none is turned twice at once. @type {Set<string>} */
const turning = new Set();

// However an entry came to be private, or no longer: by its switch, on another device, by being deleted.
effect(() => {
  for (const { id, private: secret } of wordsToTurn(records.value, since.value)) {
    if (turning.has(id)) continue;
    turning.add(id);
    change(id, { private: secret }).catch(() => {}).finally(() => turning.delete(id));
  }
});
