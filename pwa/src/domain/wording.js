/** Words by country: the packs are written in British English. */

/**
 * @param {ReadonlyArray<readonly [string, string]>} pairs - British, American; longest first
 * @returns {(text: string) => string}
 */
export function american(pairs) {
  const found = new Map(pairs);
  if (found.size === 0) return (text) => text;
  const pattern = new RegExp(`\\b(?:${[...found.keys()].map(escaped).join('|')})\\b`, 'gi');
  return (text) => text.replace(pattern, (word) => cased(word, found.get(word.toLowerCase()) ?? word));
}

/** @param {string} word */
const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param {string} like @param {string} word */
const cased = (like, word) => (like[0] === like[0].toUpperCase() ? `${word[0].toUpperCase()}${word.slice(1)}` : word);

/**
 * The same data with every text in it turned. Ids are single words with no capital and no space and stay.
 * @template T
 * @param {T} data
 * @param {(text: string) => string} turn
 * @returns {T}
 */
export function reworded(data, turn) {
  if (typeof data === 'string') return /** @type {any} */ (data.includes(' ') ? turn(data) : data);
  if (Array.isArray(data)) return /** @type {any} */ (data.map((one) => reworded(one, turn)));
  if (data === null || typeof data !== 'object') return data;
  return /** @type {any} */ (Object.fromEntries(Object.entries(data).map(([key, one]) => [key, reworded(one, turn)])));
}
