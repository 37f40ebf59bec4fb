/** What happened: relapses, steroids, illness, falls, aids, operations. */
import { computed } from '@preact/signals';

import { add, change, ofKind, recordOf, remove, restore } from './records.js';
import { today } from './today.js';

export { change, recordOf, remove, restore, today };

/** Newest first. */
export const events = computed(() => ofKind('event'));

/**
 * @param {string} type
 * @param {string} on - YYYY-MM-DD
 * @param {{private?: boolean | null}} [like] - the event it follows; what is private stays so
 * @returns {Promise<string>} its id, once it is stored
 */
export const addEvent = (type, on, like = {}) => add('event', { type, on, ...(like.private ? { private: true } : {}) });
