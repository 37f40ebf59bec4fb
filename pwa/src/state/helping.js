/** Writing into the diary of somebody who lets one: stored on this phone first, and signed for ever. */
import { computed } from '@preact/signals';

import { newRecordId } from '../data/chance.js';
import { theirNow } from '../domain/helping.js';
import { people, recordsOf } from './people.js';
import { keepIn } from './records.js';
import { session } from './who.js';

/** @typedef {import('../domain/overlay.js').Rec} Rec */

/** The reader's own account. */
export const me = computed(() => session.value.account?.id ?? null);

/** @param {string} space @returns {import('./people.js').Person | null} null once nothing is shared any more */
export const personOf = (space) => people.value.find((one) => one.space === space) ?? null;

/** This moment in the day of the person. @param {string} space */
export const momentThere = (space) => theirNow(recordsOf(space).peek(), me.peek());

/**
 * Stores a new record in the diary of somebody else.
 * @param {string} space @param {string} kind @param {Record<string, any>} set
 * @returns {Promise<string>} its id, once it is stored
 */
export async function addFor(space, kind, set) {
  const id = newRecordId();
  await keepIn({ space, id, kind, t: 'put', set });
  return id;
}

/** @param {string} space @param {Rec} rec - written by the reader @param {Record<string, any>} set - only what changes */
export const changeFor = (space, { id, kind }, set) => keepIn({ space, id, kind, t: 'put', set });

/** @param {string} space @param {string} id - of a record written by the reader */
export const removeFor = (space, id) => keepIn({ space, id, kind: null, t: 'del' });

/** @param {string} space @param {string} id */
export const restoreFor = (space, id) => keepIn({ space, id, kind: null, t: 'restore' });
