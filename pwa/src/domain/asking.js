/** One-tap requests for help, and the answer "On my way". Pure; the moment comes in. */
import { COMING } from './helping.js';

/** @typedef {import('./overlay.js').Rec} Rec */

/** What can be asked for. `come`: somebody can be on their way. */
export const ASKS = Object.freeze([
  { id: 'cool_drink', label: 'Cool drink', come: true },
  { id: 'help_me_up', label: 'Help me up', come: true },
  { id: 'company', label: 'Company', come: true },
  { id: 'leave_me_be', label: 'Leave me be', come: false },
  { id: 'please_dont_ask', label: 'Please don’t ask', come: false },
]);

/** After so long a request says nothing about now. */
const LASTS_MS = 4 * 3_600_000;
/** A clock that is a little ahead on the other phone. */
const AHEAD_MS = 15 * 60_000;

/** @param {string | null | undefined} id */
export const askOf = (id) => ASKS.find((one) => one.id === id) ?? { id: '', label: 'Help', come: true };

/**
 * Requests that still stand, newest first; of the same thing the newest.
 * @param {readonly Rec[]} records @param {number} now - milliseconds
 * @returns {Rec[]}
 */
export function openRequests(records, now) {
  const open = records.filter((rec) => rec.kind === 'request' && !rec.deleted && !rec.body.answered_at && stands(rec.body.at, now))
    .sort((a, b) => Date.parse(b.body.at) - Date.parse(a.body.at) || (a.id < b.id ? 1 : -1));
  return open.filter((rec, at) => open.findIndex((one) => one.body.ask === rec.body.ask) === at);
}

/** @param {string | null | undefined} at @param {number} now */
function stands(at, now) {
  const ago = now - Date.parse(at ?? '');
  return ago < LASTS_MS && ago > -AHEAD_MS;
}

/**
 * Who said that they are on their way, the first one first.
 * @param {readonly Rec[]} records @param {string} request - its id
 * @returns {Rec[]}
 */
export function comingTo(records, request) {
  return records.filter((rec) => rec.kind === 'observation' && rec.body.type === COMING && rec.body.about === request && !rec.deleted)
    .sort((a, b) => Date.parse(a.body.at ?? '') - Date.parse(b.body.at ?? ''));
}

/**
 * Whether somebody who helps sees requests now.
 * @param {{state?: string | null, until?: string | null, read?: string[] | null}} share @param {string} today
 */
export const seesRequests = (share, today) => share.state === 'active' && (!share.until || share.until >= today) && (share.read ?? []).includes('requests');
