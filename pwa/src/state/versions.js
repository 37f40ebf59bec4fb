/** How one record came to be what it is: this phone's own changes, and the server's list of all. */
import { call } from '../data/api.js';
import { losersOf } from '../data/outbox.js';
import { changesOf } from '../data/records.js';
import { together, versions, withLosers } from '../domain/versions.js';
import { opened } from './opened.js';
import { session } from './session.js';

/** @typedef {import('../domain/versions.js').Version} Version */

/**
 * @param {string} id
 * @returns {Promise<Version[]>} what this phone knows, oldest first
 */
export async function versionsHere(id) {
  return versions(await localChanges(id));
}

/**
 * @param {string} id
 * @returns {Promise<Version[]>} oldest first
 * @throws {import('../data/api.js').ApiError} when the server cannot be asked
 */
export async function allVersions(id) {
  const local = await localChanges(id);
  const { mode, space, account } = session.value;
  if (mode !== 'account') return versions(local);
  const { changes } = await call('GET', `people/${space}/records/${id}/history`);
  const server = changes.map((/** @type {any} */ { op, t, set, lost, made_at, by }) => (
    { op, t, set, lost: lost ?? {}, at: made_at, by: by.account === account?.id ? null : by }));
  return versions(together(local, server));
}

/** @param {string} id @returns {Promise<import('../domain/versions.js').Change[]>} */
async function localChanges(id) {
  const here = opened.value;
  if (!here) return [];
  const [ops, losers] = await Promise.all([changesOf(here.db, here.space, id), losersOf(here.db, here.space, id)]);
  const me = session.value.account?.id ?? null;
  const local = ops.map(({ op, t, set, made_at }) => ({ op, t, set: set ?? {}, lost: {}, at: made_at, by: null }));
  const beside = losers.map(({ op, t, set, made_at, by }) => (
    { op, t: t ?? /** @type {const} */ ('put'), set, lost: set, at: made_at, by: by?.account === me ? null : by }));
  return withLosers(local, beside);
}
