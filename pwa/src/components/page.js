import { html } from 'htm/preact';
import { toChildArray } from 'preact';

import { leftHand } from '../ui/hand.js';
import { TopBar } from './top-bar.js';

/**
 * @typedef {object} PageProps
 * @property {string} title - the one h1
 * @property {string} [back] - see TopBar
 * @property {import('preact').ComponentChildren} [note] - see TopBar
 * @property {import('preact').ComponentChildren} [action] - at the end of the top bar
 * @property {import('preact').ComponentChildren} [foot] - buttons that stay in sight at the bottom, the main one last
 * @property {import('preact').ComponentChildren} [children] - the content of main
 */

/**
 * One screen: its top bar, its content, and the buttons that stay in sight.
 * @param {PageProps} props
 */
export function Page({ title, back, note, action, foot, children }) {
  // Turned in the page itself and not by style, so that the keyboard goes the way the eye does.
  const buttons = leftHand.value ? toChildArray(foot).reverse() : foot;
  return html`<div class="screen">
    <div class="scroll">
      <${TopBar} title=${title} back=${back} note=${note}>${action}<//>
      <main id="main">${children}</main>
    </div>
    ${foot && html`<div class="foot"><div class="foot-row">${buttons}</div></div>`}
  </div>`;
}
