/** "No falling lines": whether charts are words and bands alone. It is the person's, on every phone of theirs. */
import { computed, effect, signal } from '@preact/signals';

import { draft } from './drafts.js';
import { opened } from './opened.js';
import { put, theOne } from './records.js';

/** As it was kept before it followed the person: on one phone, beside its diary. @type {import('@preact/signals').Signal<boolean | null>} */
const onThisPhone = draft('trends_without_lines');

/** What was tapped and is being stored. @type {import('@preact/signals').Signal<boolean | null>} */
const tapped = signal(null);

const kept = computed(() => /** @type {boolean | null} */ (theOne('preference')?.body.no_falling_lines ?? null));

export const withoutLines = computed(() => tapped.value ?? kept.value ?? onThisPhone.value === true);

/** @param {boolean} on @returns {Promise<string>} the record's id, once it is stored */
export async function chooseWithoutLines(on) {
  const here = opened.peek();
  tapped.value = on;
  try {
    const id = await put('preference', {}, { no_falling_lines: on });
    // The mark of a diary that was opened meanwhile is that one's own.
    if (opened.peek() === here) onThisPhone.value = null;
    return id;
  } finally {
    tapped.value = null;
  }
}

effect(() => {
  if (!opened.value || onThisPhone.value === null) return;
  // What was said since, here or elsewhere, is newer than the old mark.
  if (kept.value !== null) onThisPhone.value = null;
  else if (tapped.peek() === null && onThisPhone.value) chooseWithoutLines(true).catch(() => {});
});
