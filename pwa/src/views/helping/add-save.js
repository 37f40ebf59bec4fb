/** Keeping what was added for somebody: stored, said, and with a way back. */
import { go } from '../../router.js';
import { addFor, momentThere, removeFor, restoreFor } from '../../state/helping.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';

/** @typedef {import('../../state/people.js').Person} Person */

/** The kinds that say when with their zone. */
const ZONED = new Set(['symptom', 'session']);

/**
 * Stores a new entry of this moment.
 * @param {Person} person @param {string} kind @param {Record<string, any>} set
 * @returns {Promise<string | null>} its id; null where this phone could not keep it
 */
export function keepNew({ space }, kind, set) {
  const { at, on, tz } = momentThere(space);
  const when = kind === 'event' ? { on } : { at, on, ...(ZONED.has(kind) || kind === 'dose' ? { tz } : {}) };
  return stored(() => addFor(space, kind, { ...when, ...set }));
}

/** Opens what was just kept, where a little more can be said. @param {Person} person @param {string} id @param {string} what */
export function openKept({ space }, id, what) {
  announce(`Saved on this phone. ${what}.`);
  go(`/people/${space}/add/${id}`, { replace: true });
}

/** Back to the person, with what was kept and the way back. @param {Person} person @param {string} id @param {string} what */
export function backWith({ space }, id, what) {
  say(`Saved on this phone. ${what}.`, () => removeFor(space, id));
  go(`/people/${space}`, { replace: true });
}

/** @param {Person} person @param {string} id @param {string} what */
export async function takeOut({ space }, id, what) {
  if (!(await stored(async () => { await removeFor(space, id); return id; }))) return;
  say(`Taken out: ${what}.`, () => restoreFor(space, id));
  go(`/people/${space}`, { replace: true });
}
