import { html } from 'htm/preact';

import { TopBar } from './top-bar.js';

/**
 * @typedef {object} PageProps
 * @property {string} title - the one h1
 * @property {string} [back] - see TopBar
 * @property {import('preact').ComponentChildren} [note] - see TopBar
 * @property {import('preact').ComponentChildren} [action] - at the end of the top bar
 * @property {import('preact').ComponentChildren} [foot] - buttons that stay in sight at the bottom
 * @property {import('preact').ComponentChildren} [children] - the content of main
 */

/**
 * One screen: its top bar, its content, and the buttons that stay in sight.
 * @param {PageProps} props
 */
export function Page({ title, back, note, action, foot, children }) {
  return html`<div class="screen">
    <div class="scroll">
      <${TopBar} title=${title} back=${back} note=${note}>${action}<//>
      <main id="main">${children}</main>
    </div>
    ${foot && html`<div class="foot"><div class="foot-row">${foot}</div></div>`}
  </div>`;
}
