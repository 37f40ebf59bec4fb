/** Words about ways in: codes, devices, and what the reset does. Pure. */

import { listWords, whenWords } from '../people/when.js';

/** @typedef {import('../../state/access.js').CodesState} CodesState */

/** @param {CodesState} state @param {Date} now @returns {string} "Made on 3 May. 9 of 10 are left." */
export function codesWords({ made_at: at, made, left }, now) {
  if (!at) return 'None yet';
  return `Made ${whenWords(new Date(at), now)}. ${left === 0 ? 'All are used.' : `${left} of ${made} are left.`}`;
}

/** @param {{current: boolean, removed_at: string | null}[]} devices @returns {string} */
export function devicesWords(devices) {
  const others = devices.filter(({ current, removed_at: gone }) => !current && !gone).length;
  if (others === 0) return 'Only this one';
  return `This one and ${others} more`;
}

const counted = (/** @type {number} */ n, /** @type {string} */ one, /** @type {string} */ many) => `${n} ${n === 1 ? one : many}`;

/** What the reset has done. @param {import('../../state/access.js').Ended} ended */
export function endedWords({ devices, invitations, shares }) {
  const parts = [
    devices > 0 && `${counted(devices, 'device was', 'devices were')} signed out`,
    invitations > 0 && `${counted(invitations, 'invitation was', 'invitations were')} withdrawn`,
    shares > 0 && `sharing with ${counted(shares, 'person', 'people')} was paused`,
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? `Done: ${listWords(parts)}.` : 'Done. Nothing else was open.';
}

/** As one text, to copy or to keep in a file. @param {string[]} codes @param {string} origin */
export function codesText(codes, origin) {
  return ['Limber: recovery codes', '', ...codes, '', 'Each works once. With your email, one of them sets a new password.', `${origin}/recover`, ''].join('\n');
}
