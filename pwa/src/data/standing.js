/** What the sync core noted for the person: entries of a newer app, questions, an emptied phone, a wrong clock, notes that wait. */
import { steadily } from './database.js';

/**
 * @typedef {import('./database.js').Diary} Diary
 *
 * @typedef {object} Standing
 * @property {number} parked - records this build is too old to show
 * @property {number} asked - of the own diary: two versions wait to be looked at
 * @property {{last_received_at: string | null, at: string} | null} evicted - the browser had emptied this phone's storage
 * @property {number | null} skew - milliseconds, newest measured: server minus phone
 * @property {{space: string, name: string, count: number}[]} held - notes that wait for another person's approval
 */

/** @param {Diary} db @param {string} space @returns {Promise<Standing>} */
export async function standingOf(db, space) {
  const [parked, asked, [evicted, skew, held]] = await steadily(db, () => Promise.all([
    db.parked.count(),
    db.shown.where('ask').equals(1).filter((one) => one.space === space).count(),
    db.meta.bulkGet(['evicted', 'skew', 'held_notice'])]));
  return { parked, asked, evicted: evicted?.v ?? null, skew: skew?.v ?? null, held: held?.v ?? [] };
}

/** The person has read it. @param {Diary} db @param {'evicted' | 'held_notice'} what */
export async function dismiss(db, what) {
  await db.meta.delete(what);
}
