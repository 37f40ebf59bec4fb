/** Visits: which come, which were, and the question that is put to the next one. */
import { computed } from '@preact/signals';

import { asQuestion, askedAt, parted, visitFor } from '../domain/appointment.js';
import { nowParts } from '../domain/time.js';
import { add, change, ofKind, recordOf, remove } from './records.js';

/** @typedef {import('./records.js').Rec} Rec */

/** Every visit that was not deleted. @type {import('@preact/signals').ReadonlySignal<readonly Rec[]>} */
export const visits = computed(() => ofKind('appointment'));

/** This moment, as the rules of visits take it. @returns {import('../domain/appointment.js').Moment} */
export function thisMoment() {
  const { at, on } = nowParts();
  return { ms: Date.parse(at), today: on, hour: Number(at.slice(11, 13)) };
}

/** @returns {{coming: Rec[], past: Rec[]}} as of this moment */
export const visitsNow = () => parted(visits.value, thisMoment());

/**
 * Where a text stands as a question of a coming visit.
 * @param {string} text
 * @param {boolean} secret - it comes from a private entry
 * @returns {Rec | null}
 */
export const askedThere = (text, secret) => askedAt(visits.value, { text: asQuestion(text), secret, now: thisMoment() });

/**
 * Puts a text to the next visit; makes one without a day where there is none.
 * @param {string} text
 * @param {boolean} secret - it goes to a private visit, which nobody else sees
 * @returns {Promise<{id: string, undo: () => Promise<void>}>} the visit's id, once it is stored
 */
export async function askNext(text, secret) {
  const question = asQuestion(text);
  const visit = visitFor(visits.value, { secret, now: thisMoment() });
  if (!visit) {
    const id = await add('appointment', { questions: [question], ...(secret ? { private: true } : {}) });
    return { id, undo: () => unask(id, question) };
  }
  await change(visit.id, { questions: [...(visit.body.questions ?? []), question] });
  return { id: visit.id, undo: () => unask(visit.id, question) };
}

/**
 * Takes a question out again; a visit that says nothing else goes with it.
 * @param {string} id
 * @param {string} text
 */
export async function unask(id, text) {
  const body = recordOf(id)?.body ?? {};
  const question = asQuestion(text);
  const left = (body.questions ?? []).filter((/** @type {string} */ one) => one !== question);
  const { questions, private: hidden, ...rest } = body;
  const nothingElse = left.length === 0 && Object.values(rest).every((value) => value === null || value === undefined || value === false);
  if (nothingElse) await remove(id);
  else await change(id, { questions: left });
}
