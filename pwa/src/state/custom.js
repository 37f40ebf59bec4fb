/** The person's own words beside those of the vocabulary. They stay for good and come first. */
import { vocabulary } from './content.js';
import { add, ofKind } from './records.js';

/** @typedef {import('./content.js').Term} Term */

/** @param {string} list - of the vocabulary @returns {Term[]} own words first */
export function terms(list) {
  const own = ofKind('custom').filter(({ body }) => body.vocabulary === list);
  return [...own.map(({ id, body }) => ({ id, label: body.label })), ...(vocabulary.value[list] ?? [])];
}

/** @param {string} list @param {string} label - at most 60 characters @returns {Promise<string>} its id */
export const addCustom = (list, label) => add('custom', { vocabulary: list, label });
