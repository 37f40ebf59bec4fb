/** Notes from people whose sharing had ended or changed before they heard of it: the owner decides about each. */
import { call } from '../data/api.js';
import { syncNow } from './sync.js';

/**
 * @typedef {object} Held
 * @property {string} op
 * @property {string} record
 * @property {string} kind
 * @property {'put' | 'del' | 'restore' | 'resolve'} t
 * @property {Record<string, any>} set
 * @property {{account: string, name: string}} by
 * @property {string} made_at - instant
 * @property {string} received_at - instant
 */

/** @returns {Promise<Held[]>} oldest first */
export const heldNotes = async () => (await call('GET', 'held')).held;

/** @param {string} op @param {boolean} accept - true: it joins the diary under its writer's name */
export async function answerHeld(op, accept) {
  await call('POST', `held/${op}`, { accept });
  if (accept) syncNow();
}
