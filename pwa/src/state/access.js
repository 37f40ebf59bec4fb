/** Ways into the account: codes, another password, an end to everything but this phone, and who did what. */
import { call } from '../data/api.js';
import { signIn } from './session.js';
import { syncNow } from './sync.js';

/**
 * @typedef {object} Act
 * @property {string} at
 * @property {string} event
 * @property {'you' | 'operator' | 'person' | 'unknown'} by
 * @property {string | null} device
 * @property {string | null} name - of whom is on the other side of a share
 *
 * @typedef {{made_at: string | null, made: number, left: number}} CodesState
 * @typedef {{devices: number, invitations: number, shares: number}} Ended
 */

/** @returns {Promise<Act[]>} newest first */
export const listActs = async () => (await call('GET', 'acts')).acts;

/** @returns {Promise<CodesState>} */
export const codesState = () => call('GET', 'auth/recovery-codes');

/** @returns {Promise<string[]>} told this once; the older ones end */
export const makeCodes = async () => (await call('POST', 'auth/recovery-codes')).codes;

/** Every other device has to sign in again. @param {string} password */
export async function changePassword(password) {
  // This phone's token is another one afterwards: what is under way is let through first.
  await syncNow();
  await call('POST', 'auth/password', { password });
}

/** Signs out every other device, withdraws invitations and pauses shares. @returns {Promise<Ended>} */
export async function resetAccess() {
  const ended = await call('POST', 'access/reset');
  syncNow();
  return ended;
}

/**
 * Opens an account with one of its codes, or with the operator's link, and sets a new password.
 * @param {{email: string, code: string, password: string} | {token: string, password: string}} form
 */
export const recover = (form) => signIn(form, 'auth/recover');
