/** What the person said of themselves, for plans and checks. One record; every answer may be missing. */
import { computed } from '@preact/signals';

import { put, theOne } from './records.js';

/** @type {import('@preact/signals').ReadonlySignal<import('../domain/profile.js').Profile>} empty while nothing was said */
export const profile = computed(() => theOne('profile')?.body ?? {});

/** @param {Partial<import('../domain/profile.js').Profile>} set - only what changes @returns {Promise<string>} the record's id, once it is stored */
export const setProfile = (set) => put('profile', {}, set);
