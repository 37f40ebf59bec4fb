/** Logged symptoms that are weighed: what the person wrote, and what they said yes to. */
import { computed } from '@preact/signals';

import { isCounted } from '../domain/confirmed.js';
import { opened } from './opened.js';
import { ofKind } from './records.js';
import { session } from './who.js';

/** The account whose diary is open; undefined while that is not clear. */
export const owner = computed(() => {
  const { space, account } = session.value;
  return space && space === opened.value?.space ? account?.id ?? null : undefined;
});

/** Newest first. @type {import('@preact/signals').ReadonlySignal<readonly import('../domain/overlay.js').Rec[]>} */
export const counted = computed(() => ofKind('symptom').filter((rec) => isCounted(rec, owner.value)));

/** Scores of helpers the person has not said yes to, newest first. */
export const toConfirm = computed(() => ofKind('symptom').filter((rec) => !isCounted(rec, owner.value)));
