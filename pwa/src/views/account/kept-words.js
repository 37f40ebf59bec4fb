/** How many entries lie on this phone unseen, and whose. Pure. */

import { entryCount } from '../sharing/words.js';

/** @param {string} name @returns {string} the first of its names */
export const firstName = (name) => name.trim().split(/\s+/)[0];

/** @param {{name: string, entries: number, local?: boolean}} diary */
export function keptWords({ name, entries, local }) {
  if (local) return `${entries > 0 ? entryCount(entries) : 'A diary'} without an account ${entries > 1 ? 'are' : 'is'} kept on this phone.`;
  const whose = name ? ` of ${firstName(name)}` : '';
  return `${entryCount(entries).replace(' ', ' unsent ')}${whose} ${entries === 1 ? 'is' : 'are'} kept on this phone.`;
}

/** What leaves and what stays when a phone was removed. @param {string} name */
export const removedWords = (name) => (
  `This phone was removed from ${name ? `the devices of ${firstName(name)}` : 'its account'}. The diary is no longer on it. It is on the server.`);
