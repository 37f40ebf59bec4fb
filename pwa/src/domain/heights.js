/** Where the rows of a long list lie, when only some of them were ever measured. Pure. */

/**
 * @param {number} count
 * @param {(i: number) => number} height - measured or guessed, px
 * @returns {Float64Array} where each row begins; one more for the end of the list
 */
export function tops(count, height) {
  const all = new Float64Array(count + 1);
  for (let i = 0; i < count; i += 1) all[i + 1] = all[i] + height(i);
  return all;
}

/**
 * @param {Float64Array} from - see tops
 * @param {number} y - px
 * @returns {number} the row at this height; the last one behind the end, 0 for an empty list
 */
export function rowAt(from, y) {
  let [low, high] = [0, Math.max(0, from.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (from[middle] <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The rows to draw: those in sight with a margin, and the one that holds the focus with its neighbours, so that
 * the keyboard never loses its place.
 * @param {{first: number, last: number}} range @param {number} held - -1: none @param {number} count
 * @returns {number[]} in order
 */
export function drawn({ first, last }, held, count) {
  const rows = new Set(held < 0 ? [] : [held - 1, held, held + 1]);
  for (let i = first; i <= last; i += 1) rows.add(i);
  return [...rows].filter((i) => i >= 0 && i < count).sort((a, b) => a - b);
}
