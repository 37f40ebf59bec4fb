/** The strip of a day and the mood of a day: what was said, and the acts that change it. */
import { computed } from '@preact/signals';

import { allAsUsual, ownSymptoms, rowOrder, usesWheels } from '../domain/daily.js';
import { sharedId } from '../domain/ids.js';
import { change, ofKind, put, recordOf, theOne } from './records.js';
import { opened } from './opened.js';
import { inTurn } from './turns.js';

const bodies = (/** @type {string} */ kind) => ofKind(kind).map(({ body }) => body);

/** The symptoms a person has logged as theirs, ids, commonest first. */
export const mySymptoms = computed(() => ownSymptoms(bodies('daily'), bodies('symptom')));

/** @param {string} on - a date @returns {Record<string, any>} what was said of a day so far */
export const dayBody = (on) => theOne('daily', { on })?.body ?? {};

/** @param {string} on - a date @returns {Record<string, any>} */
export const mindBody = (on) => theOne('mood', { on })?.body ?? {};

/** Every mood noted, of the weeks this phone has at hand. @returns {Record<string, any>[]} */
export const moods = () => bodies('mood');

/** The rows of the strip, most used first. A day's own answers do not move them. @param {string} on @returns {string[]} */
export function rowsFor(on) {
  const others = bodies('daily').filter((body) => body.on !== on);
  const wheels = usesWheels(theOne('profile')?.body, others);
  return rowOrder({ dailies: others, moods: bodies('mood').filter((body) => body.on !== on).length, wheels });
}

/** @typedef {Record<string, any> | ((body: Record<string, any>) => Record<string, any>)} Set - a function is given what is said at that moment */

/** @param {string} on @param {Set} set @returns {Promise<string>} the record's id */
export const setDay = (on, set) => inTurn(() => putAnew('daily', on, typeof set === 'function' ? set(dayBody(on)) : set));

/** @param {string} on @param {Set} set @returns {Promise<string>} */
export const setMind = (on, set) => inTurn(() => putAnew('mood', on, typeof set === 'function' ? set(mindBody(on)) : set));

/** What "All as usual" would store on a day. @param {string} on */
export const usualOf = (on) => allAsUsual(dayBody(on), mySymptoms.value);

/**
 * Stores "All as usual".
 * @param {string} on
 * @returns {Promise<{id: string, undo: () => Promise<void>}>} undo puts back what was said before
 */
export async function sayAsUsual(on) {
  const set = usualOf(on);
  const before = Object.fromEntries(Object.keys(set).map((field) => [field, dayBody(on)[field] ?? null]));
  const id = await setDay(on, set);
  return { id, undo: () => change(id, before) };
}

/**
 * Writing on a day that was deleted begins it anew: nothing of what was deleted comes back with it.
 * @param {'daily' | 'mood'} kind
 * @param {string} on
 * @param {Record<string, any>} set
 */
function putAnew(kind, on, set) {
  const space = opened.value?.space;
  const rec = space ? recordOf(sharedId(space, kind, { on })) : null;
  const gone = rec?.deleted ? Object.fromEntries(Object.keys(rec.body).map((field) => [field, null])) : {};
  return put(kind, { on }, { ...gone, ...set, on });
}
