import { html } from 'htm/preact';

import { Icon } from './icon.js';

/**
 * @typedef {object} TopBarProps
 * @property {string} title - the one h1 of the screen
 * @property {string} [back] - where "Back" leads when the person came from outside the app
 * @property {import('preact').ComponentChildren} [note] - a softer line under the title
 * @property {import('preact').ComponentChildren} [children] - what stands at the end, such as "You"
 */

/** @param {TopBarProps} props */
export function TopBar({ title, back, note, children }) {
  return html`<header class="top-bar">
    ${back && html`<a class="top-button" href=${back} data-back><${Icon} name="back" /><span>Back</span></a>`}
    <div class="top-words">
      <h1 tabindex="-1">${title}</h1>
      ${note && html`<div class="top-note">${note}</div>`}
    </div>
    ${children}
  </header>`;
}
