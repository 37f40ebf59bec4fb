/** The own diary through one of its shares, as the server gives it to that caregiver. Fetched; nothing of it is kept. */
import { call } from '../data/api.js';
import { newerFirst } from '../domain/newest.js';
import { placeInDays } from '../domain/outline.js';
import { shown } from '../domain/overlay.js';
import { nowParts } from '../domain/time.js';
import { windowFrom } from './opened.js';

/** @typedef {import('../domain/overlay.js').Rec} Rec */

/**
 * @typedef {object} Through
 * @property {string} name - the person's own, as the caregiver reads it
 * @property {string} label - what the person calls the caregiver
 * @property {string | null} caregiver - their account; null: nobody used the invitation yet
 * @property {'offered' | 'accepted' | 'active' | 'paused'} state
 * @property {string[]} read
 * @property {string[]} write
 * @property {string | null} until
 * @property {Rec[]} records - newest first, as far back as the caregiver's phone has them at hand
 */

/** A view that changes while it is read is begun anew, and not for ever. */
const TRIES = 3;

/** @param {string} share @returns {Promise<Through>} */
export async function seenThrough(share) {
  const from = windowFrom(nowParts().on);
  for (let tries = 1; ; tries += 1) {
    const found = await pagesOf(share, from, tries === TRIES);
    if (found) return found;
  }
}

/** @param {string} share @param {string} from @param {boolean} last @returns {Promise<Through | null>} null: to be begun anew */
async function pagesOf(share, from, last) {
  /** @type {Rec[]} */
  const records = [];
  for (let cursor = ''; ;) {
    const { rows = [], reset, more, cursor: next, ...told } = await call('GET', `shares/${share}/seen${cursor && `?cursor=${cursor}`}`);
    if (reset && last) throw new Error('the view changes all the time');
    if (reset) return null;
    for (const row of rows) {
      const rec = shown(row, []);
      if (rec && placeInDays(rec) >= from) records.push(rec);
    }
    if (!more) return { ...told, records: records.sort(newerFirst) };
    cursor = next;
  }
}
