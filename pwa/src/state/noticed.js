/** What helpers wrote into the own diary. It waits quietly: nothing is sent about it, and nothing counts it. */
import { computed } from '@preact/signals';

import { yes } from '../domain/confirmed.js';
import { byHelpers } from '../domain/helping.js';
import { draft } from './drafts.js';
import { change, records } from './records.js';
import { opened } from './opened.js';
import { session } from './who.js';

/** @typedef {import('../domain/overlay.js').Rec} Rec */

const seen = draft('noticed_seen');

/** Newest first; none while it is not clear whose diary is open. @type {import('@preact/signals').ReadonlySignal<Rec[]>} */
export const noticed = computed(() => {
  const { space, account } = session.value;
  return space && space === opened.value?.space && account ? byHelpers(records.value, account.id) : [];
});

/** What has come since the list was opened or put away. */
export const unread = computed(() => noticed.value.filter(({ id }) => !(seen.value ?? []).includes(id)));

/** Notes of helpers about a visit, newest first. @param {string} visit - its id */
export const notesOn = (visit) => noticed.value.filter(({ kind, body }) => kind === 'observation' && body.about === visit && body.text);

/** The list was opened, or put away: the line on Today goes. */
export function markSeen() {
  if (unread.peek().length > 0) seen.value = noticed.peek().map(({ id }) => id);
}

/** "Yes, that's right": from now on it counts, as it says now. @param {Rec} rec */
export const sayYes = ({ id, body }) => change(id, yes(body));

/** @param {string} id */
export const takeYesBack = (id) => change(id, { confirmed: null, confirmed_as: null });
