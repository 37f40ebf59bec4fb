/** What is being looked for in the library; kept while the app is open. */
import { computed, effect, signal } from '@preact/signals';

import { find } from '../../domain/find.js';
import { ANYTHING, suits } from '../../domain/movement.js';
import { label } from '../../state/content.js';
import { movements, pack } from '../../state/knowledge.js';
import { session } from '../../state/session.js';

/** @typedef {import('../../domain/movement.js').Movement} Movement */

/** @type {import('@preact/signals').Signal<import('../../domain/movement.js').Wanted>} */
export const wanted = signal(ANYTHING);

export const question = signal('');

export const FIRST_ROWS = 12;

/** How many rows are shown. */
export const shown = signal(FIRST_ROWS);

/** @param {Partial<import('../../domain/movement.js').Wanted>} change */
export function want(change) {
  wanted.value = { ...wanted.value, ...change };
  shown.value = FIRST_ROWS;
}

/** Starts anew, with one choice made. @param {Partial<import('../../domain/movement.js').Wanted>} [choice] */
export function wantOnly(choice = {}) {
  question.value = '';
  wanted.value = { ...ANYTHING, ...choice };
  shown.value = FIRST_ROWS;
}

/** @param {Movement} movement */
function wordsOf({ name, target, category, areas }) {
  const kind = pack('library')?.categories.find((/** @type {any} */ { id }) => id === category)?.name ?? '';
  return { title: name, more: [target, kind, ...areas.map((area) => label('regions', area))].join(' ') };
}

/** What fits, best first; undefined until the library is open. @returns {Movement[] | undefined} */
export function fitting() {
  const all = movements()?.filter((movement) => suits(movement, wanted.value));
  return all && find(all, question.value, wordsOf);
}

/** Whose diary is open: the next person on this phone finds nothing of what the last one looked for. */
const whose = computed(() => session.value.space);
effect(() => {
  if (whose.value !== undefined) wantOnly();
});
