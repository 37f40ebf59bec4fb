/** Long lists are stored part by part, so that a tap between two parts is answered at once, on slow phones too. */

const PART = 50;

/**
 * @template T
 * @param {readonly T[]} list
 * @param {(part: T[]) => PromiseLike<unknown>} work
 */
export async function inParts(list, work) {
  for (let from = 0; from < list.length; from += PART) await work(list.slice(from, from + PART));
}
