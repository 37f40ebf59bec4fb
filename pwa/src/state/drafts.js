/** Half-written things that outlive a closed app. */
import { effect, signal, untracked } from '@preact/signals';

import { opened } from './opened.js';

/** @type {Map<string, import('@preact/signals').Signal<any>>} */
const drafts = new Map();

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

/** @param {string} name @param {any} value */
function keepDraft(name, value) {
  const db = opened.peek()?.db;
  if (!db) return;
  // A draft is a convenience: where it cannot be stored, the form itself still holds it.
  const drop = () => {};
  if (value === null) db.drafts.delete(name).catch(drop);
  else db.drafts.put({ name, value }).catch(drop);
}
