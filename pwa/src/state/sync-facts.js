/** What screens say beside the line: questions, entries of a newer app, an emptied phone, a wrong clock. */
import { signal } from '@preact/signals';

import { dismiss, standingOf } from '../data/standing.js';
import { onTouched, opened } from './opened.js';

/** A clock that is off by less is nobody's business. */
const SKEW_MS = 10 * 60_000;
const SOON_MS = 600;

/**
 * @typedef {object} SyncFacts
 * @property {number} parked - entries this build is too old to show
 * @property {number} asked - entries of which two versions wait to be looked at
 * @property {{last_received_at: string | null} | null} evicted - the phone's storage had been emptied, until dismissed
 * @property {number | null} skewMs - how far the phone's clock is off (server minus phone), where it is worth a word
 * @property {{space: string, name: string, count: number}[]} held - notes that wait for somebody's approval
 */

/** @type {SyncFacts} */
const NOTHING = { parked: 0, asked: 0, evicted: null, skewMs: null, held: [] };

/** @type {import('@preact/signals').Signal<SyncFacts>} */
export const syncFacts = signal(NOTHING);

/** Reads them again. */
export async function lookAtFacts() {
  const here = opened.value;
  if (!here) {
    syncFacts.value = NOTHING;
    return;
  }
  const { skew, ...found } = await standingOf(here.db, here.space);
  if (opened.value !== here) return;
  syncFacts.value = { ...found, skewMs: skew !== null && Math.abs(skew) > SKEW_MS ? skew : null };
}

/** The person has read that the phone's storage had been emptied. */
export const dismissEvicted = () => dismissed('evicted');

/** The person has read that notes wait for approval. */
export const dismissHeld = () => dismissed('held_notice');

/** @param {'evicted' | 'held_notice'} what */
async function dismissed(what) {
  const here = opened.value;
  if (here) await dismiss(here.db, what);
  await lookAtFacts();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

// A save may answer a question; the look at it waits until nobody waits for the save.
onTouched(() => {
  clearTimeout(soon);
  soon = setTimeout(() => { lookAtFacts().catch(() => {}); }, SOON_MS);
  /** @type {any} */ (soon).unref?.();
});
