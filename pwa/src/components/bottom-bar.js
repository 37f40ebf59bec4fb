import { html } from 'htm/preact';

import { Icon } from './icon.js';

/** @type {ReadonlyArray<{href: string, word: string, icon: import('../ui/icons.js').IconName}>} */
const PLACES = [
  { href: '/', word: 'Today', icon: 'home' },
  { href: '/diary', word: 'Diary', icon: 'diary' },
  { href: '/log', word: 'Log', icon: 'log' },
  { href: '/move', word: 'Move', icon: 'move' },
  { href: '/trends', word: 'Trends', icon: 'trends' },
];

/**
 * @typedef {object} BottomBarProps
 * @property {string} path - where the person is
 */

/** @param {BottomBarProps} props */
export function BottomBar({ path }) {
  return html`<nav class="bottom-bar" aria-label="Main"><div class="bottom-row">
    ${PLACES.map(({ href, word, icon }) => html`<a key=${href} href=${href}
      class=${href === '/log' ? 'tab tab-log' : 'tab'} aria-current=${isHere(path, href) ? 'page' : undefined}>
      <${Icon} name=${icon} /><span>${word}</span></a>`)}
  </div></nav>`;
}

/**
 * @param {string} path
 * @param {string} href
 */
function isHere(path, href) {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
