/** Records in the order of their moments, newest first. Pure. */

/** @typedef {import('./overlay.js').Rec} Rec */

/**
 * Two of the same second stand in the order they were written, which their ops' ids tell.
 * @param {Rec} a @param {Rec} b
 */
export function newerFirst(a, b) {
  const apart = moment(b) - moment(a);
  if (apart !== 0) return apart;
  const [first, second] = [a.fop.at ?? a.id, b.fop.at ?? b.id];
  if (first !== second) return second < first ? -1 : 1;
  return b.id < a.id ? -1 : b.id > a.id ? 1 : 0;
}

/**
 * The same list with some records taken anew. A list of thousands is copied, never sorted again.
 * @param {readonly Rec[]} list - newest first
 * @param {ReadonlyMap<string, Rec | null>} anew - by id; null: gone
 * @returns {Rec[]}
 */
export function renewed(list, anew) {
  const next = list.filter(({ id }) => !anew.has(id));
  for (const rec of anew.values()) if (rec) next.splice(placeOf(next, rec), 0, rec);
  return next;
}

/** @param {readonly Rec[]} list @param {Rec} rec */
function placeOf(list, rec) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (newerFirst(list[middle], rec) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @type {WeakMap<object, number>} */
const moments = new WeakMap();

/** @param {Rec} rec */
function moment(rec) {
  let time = moments.get(rec);
  if (time === undefined) {
    const { at, on } = rec.body;
    time = Date.parse(at ?? (on ? `${on}T12:00:00Z` : '')) || 0;
    moments.set(rec, time);
  }
  return time;
}
