/** Many days of a diary, some hundred records at a time, so that the page can breathe between. */
import { steadily } from './database.js';
import { packedIn, packsOf } from './packs.js';

/** @typedef {import('../domain/overlay.js').Rec} Rec */

/** So many days are read in one go; a slow phone takes a few hundred records in some frames. */
const DAYS = 30;
const PACKS = 3;
const DAY_MS = 86_400_000;

/** @param {string} on @param {number} days */
const later = (on, days) => new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * Every record of some days once, in no order; deleted ones are left out. Those in packs come as the server sent them.
 * @param {import('./database.js').Diary} db @param {string} space @param {string} first - a date @param {string} end - a date, not one of them
 * @returns {AsyncGenerator<Pick<Rec, 'id' | 'kind' | 'body' | 'author'>[]>}
 */
export async function* slicesOf(db, space, first, end) {
  /** @type {Set<string>} */
  const told = new Set();
  const packs = await steadily(db, () => packsOf(db, space, first));
  for (let from = 0; from < packs.length; from += PACKS) {
    const recs = await steadily(db, () => db.transaction('r', [db.packed, db.packs], () => packedIn(db, packs.slice(from, from + PACKS), first, end)));
    for (const { id } of recs) told.add(id);
    yield recs;
  }
  // The next days are on their way while these are looked at.
  let next = daysIn(db, space, first, end);
  for (let from = first; from < end; from = later(from, DAYS)) {
    const found = await next;
    next = daysIn(db, space, later(from, DAYS), end);
    // Who stops listening does not wait for it.
    next.catch(() => {});
    // What was taken out of a pack meanwhile has been told.
    yield found.flatMap(({ id, rec }) => (told.has(id) ? [] : [rec]));
  }
}

/** @param {import('./database.js').Diary} db @param {string} space @param {string} from @param {string} end @returns {Promise<import('./projection.js').Shown[]>} */
async function daysIn(db, space, from, end) {
  const to = [later(from, DAYS), end].sort()[0];
  return from < end ? steadily(db, () => db.shown.where('[space+on]').between([space, from], [space, to], true, false).toArray()) : [];
}
