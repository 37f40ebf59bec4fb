/** Half-written things that outlive a closed app. */
import { effect, signal, untracked } from '@preact/signals';

import { readDraft, writeDraft } from '../data/drafts.js';
import { opened } from './opened.js';

/** @type {Map<string, import('@preact/signals').Signal<any>>} */
const drafts = new Map();

/** One after the other, so that an older word never comes last. @type {Promise<unknown>} */
let writing = Promise.resolve();

/** @type {Promise<unknown>} */
let reading = Promise.resolve();

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
    if (!here) return;
    const read = readDraft(here.db, name).then((found) => {
      if (opened.value === here && made.peek() === null) made.value = stored = found;
    }).catch(() => {});
    reading = Promise.all([reading, read]);
  });
  effect(() => {
    const value = made.value;
    if (value !== stored) keepDraft(name, stored = value);
  });
  return made;
}

/** Resolves when every draft that was asked for so far is there. */
export const draftsRead = () => reading;

/** Resolves when every draft and every save that was begun is stored, or could not be. */
export async function draftsKept() {
  const db = opened.peek()?.db;
  await writing;
  // Behind whatever else is being written.
  await db?.transaction('rw', db.ops, db.drafts, () => db.drafts.count()).catch(() => {});
}

/** @param {string} name @param {any} value */
function keepDraft(name, value) {
  const db = opened.peek()?.db;
  if (!db) return;
  // A draft is a convenience: where it cannot be stored, the form itself still holds it.
  writing = writing.then(() => writeDraft(db, name, value)).catch(() => {});
}
