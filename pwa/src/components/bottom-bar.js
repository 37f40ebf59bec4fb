import { html } from 'htm/preact';

import { Icon } from './icon.js';

/** @typedef {{href: string, word: string, icon: import('../ui/icons.js').IconName, also?: string}} Place - also: a second address of the same place */

/** @type {ReadonlyArray<Place>} */
const PLACES = [
  { href: '/', word: 'Today', icon: 'home' },
  { href: '/diary', word: 'Diary', icon: 'diary' },
  { href: '/log', word: 'Log', icon: 'log' },
  { href: '/move', word: 'Move', icon: 'move' },
  { href: '/trends', word: 'Trends', icon: 'trends' },
];

/** @type {ReadonlyArray<Place>} */
const SIMPLE = [PLACES[0], PLACES[2], { href: '/help', word: 'Help', icon: 'help' }];

/** For somebody who helps and keeps no diary. @type {ReadonlyArray<Place>} */
const HELPING = [
  { href: '/', word: 'People', icon: 'people', also: '/people' },
  { href: '/learn/helping', word: 'Learn', icon: 'book', also: '/learn' },
  { href: '/helping', word: 'For me', icon: 'heart' },
  { href: '/help', word: 'Help', icon: 'help' },
];

/**
 * @typedef {object} BottomBarProps
 * @property {string} path - where the person is
 * @property {boolean} [simple] - only Today, Log and Help
 * @property {boolean} [helping] - the people somebody helps, and what is there for helpers
 */

/** @param {BottomBarProps} props */
export function BottomBar({ path, simple = false, helping = false }) {
  return html`<nav class="bottom-bar" aria-label="Main"><div class="bottom-row">
    ${(helping ? HELPING : simple ? SIMPLE : PLACES).map(({ href, word, icon, also }) => html`<a key=${href} href=${href}
      class=${href === '/log' ? 'tab tab-log' : 'tab'} aria-current=${isHere(path, href) || (also && isHere(path, also)) ? 'page' : undefined}>
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
