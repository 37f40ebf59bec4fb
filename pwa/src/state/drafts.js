/** Half-written things that outlive a closed app. */
import { effect, signal, untracked } from '@preact/signals';

import { steadily } from '../data/database.js';
import { opened } from './opened.js';

/** @type {Map<string, import('@preact/signals').Signal<any>>} */
const drafts = new Map();

/** Writes on their way, so that a page that goes can wait for them. @type {Set<Promise<unknown>>} */
const underWay = new Set();

/**
 * A signal that is stored as it changes; null when there is nothing. Each diary has its own.
 * @param {string} name
 * @returns {import('@preact/signals').Signal<any>}
 */
export function draft(name) {
  const known = drafts.get(name);
  if (known) return known;
  const made = signal(/** @type {any} */ (null));
  drafts.set(name, made);
  let stored = /** @type {any} */ (null);
  effect(() => {
    const here = opened.value;
    untracked(() => { stored = made.value = null; });
    here?.db.drafts.get(name).then((found) => {
      if (found && opened.value === here && made.peek() === null) made.value = stored = found.value;
    }).catch(() => {});
  });
  effect(() => {
    const value = made.value;
    if (value !== stored) keepDraft(name, stored = value);
  });
  return made;
}

/** Resolves when every draft and every save that was begun is stored, or could not be. */
export async function draftsKept() {
  const db = opened.peek()?.db;
  await Promise.all(underWay);
  // Behind whatever else is being written.
  await db?.transaction('rw', db.ops, db.drafts, () => db.drafts.count()).catch(() => {});
}

/** @param {string} name @param {any} value */
function keepDraft(name, value) {
  const db = opened.peek()?.db;
  if (!db) return;
  // A draft is a convenience: where it cannot be stored, the form itself still holds it.
  const work = steadily(db, /** @returns {PromiseLike<unknown>} */ () => (
    value === null ? db.drafts.delete(name) : db.drafts.put({ name, value })))
    .catch(() => {}).finally(() => underWay.delete(work));
  underWay.add(work);
}
