/** How the one who helps is. Stays with the diary of this phone: never a record, never sent, in no file that is saved. */
import { computed } from '@preact/signals';

import { nowParts } from '../domain/time.js';
import { draft } from './drafts.js';

const kept = draft('helper-check');

/** Alone among the answers. */
export const ALL_RIGHT = 'all_right';

/** What was tapped last, and on which day. @type {import('@preact/signals').ReadonlySignal<{on: string, chosen: string[]} | null>} */
export const helperCheck = computed(() => kept.value);

/** Takes an answer in or out; "I am all right" stands alone. @param {string} id */
export function toggleStrain(id) {
  const chosen = kept.peek()?.chosen ?? [];
  const others = chosen.filter((/** @type {string} */ one) => one !== id && one !== ALL_RIGHT);
  const next = chosen.includes(id) ? others : id === ALL_RIGHT ? [ALL_RIGHT] : [...others, id];
  kept.value = next.length > 0 ? { on: nowParts().on, chosen: next } : null;
}

/** Leaves nothing of it. */
export function forgetCheck() {
  kept.value = null;
}
