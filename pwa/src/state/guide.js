/** How a session guides: by voice, sounds and buzzing. Kept with the diary of this phone, since voices belong to it. */
import { computed } from '@preact/signals';

import { draft } from './drafts.js';

/** @typedef {'voice' | 'sound' | 'buzz' | 'helper'} Way */

const kept = draft('guide');

/** helper: somebody is there to help, so their steps are shown. */
const FIRST = { voice: true, sound: true, buzz: true, helper: false };

/** Which ways are on. @type {import('@preact/signals').ReadonlySignal<Record<Way, boolean>>} */
export const guide = computed(() => ({ ...FIRST, ...kept.value }));

/** @param {Way} way @param {boolean} on */
export function guideBy(way, on) {
  kept.value = { ...guide.peek(), [way]: on };
}
