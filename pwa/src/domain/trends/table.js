/** What a chart is drawn from: rows, and one sentence that says the same. */

/**
 * @template R
 * @typedef {object} Table
 * @property {string[]} rules - those it carries out, see docs/statistics.md
 * @property {string} sentence
 * @property {R[]} rows
 * @property {number} of - how many entries, days or times it rests on
 */

/** "1 day", "2 days". @param {number} number @param {string} noun @param {string} [many] */
export const counted = (number, noun, many = `${noun}s`) => `${number} ${number === 1 ? noun : many}`;

/** The middle one as a whole number, the lower of two; null of nothing. @param {readonly number[]} numbers @returns {number | null} */
export function middleLow(numbers) {
  const row = numbers.length > 1 ? [...numbers].sort((a, b) => a - b) : numbers;
  return row.length > 0 ? row[(row.length - 1) >> 1] : null;
}

/** The median. @param {readonly number[]} numbers - one or more */
export function middle(numbers) {
  const row = [...numbers].sort((a, b) => a - b);
  const half = row.length >> 1;
  return row.length % 2 ? row[half] : (row[half - 1] + row[half]) / 2;
}

/** By their letters, as the server sorts. @param {string} a @param {string} b */
export const byLetters = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
