/** @typedef {import('../../state/diary.js').Rec} Rec */

/**
 * Groups entries by the day they were lived, newest day first, and stops after enough days,
 * so that a long diary costs no more than a short one.
 *
 * @param {ReadonlyArray<Rec>} newestFirst
 * @param {number} limit - days
 * @returns {{days: Array<{on: string, entries: Rec[]}>, more: boolean}}
 */
export function byDay(newestFirst, limit) {
  /** @type {Map<string, Rec[]>} */
  const days = new Map();
  let more = false;
  for (const record of newestFirst) {
    if (record.deleted) continue;
    const on = String(record.body.on);
    const entries = days.get(on);
    if (entries) entries.push(record);
    else if (days.size < limit) days.set(on, [record]);
    else {
      more = true;
      break;
    }
  }
  const sorted = [...days.entries()].sort(([a], [b]) => (a < b ? 1 : -1));
  return { days: sorted.map(([on, entries]) => ({ on, entries })), more };
}
