import { html } from 'htm/preact';

import { kept } from '../../state/session.js';
import { entryCount } from '../sharing/words.js';

/** What people who signed out have left here until they sign in again: how many and whose, nothing more. */
export function KeptEntries() {
  return kept.value.map(({ space, name, entries }) => html`<p key=${space} class="soft">${keptWords(name, entries)}</p>`);
}

/** @param {string} name @param {number} entries */
export function keptWords(name, entries) {
  const whose = name ? ` of ${name.trim().split(/\s+/)[0]}` : '';
  return `${entryCount(entries).replace(' ', ' unsent ')}${whose} ${entries === 1 ? 'is' : 'are'} kept on this phone.`;
}
