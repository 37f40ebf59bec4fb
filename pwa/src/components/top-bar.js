import { html } from 'htm/preact';

import { leftHand } from '../ui/hand.js';
import { Icon } from './icon.js';
import { ListenButton } from './listen-button.js';

/**
 * @typedef {object} TopBarProps
 * @property {string} title - the one h1 of the screen
 * @property {string} [back] - where "Back" leads when the person came from outside the app
 * @property {import('preact').ComponentChildren} [note] - a softer line under the title
 * @property {import('preact').ComponentChildren} [children] - what stands at the end, such as "You"
 */

/** @param {TopBarProps} props */
export function TopBar({ title, back, note, children }) {
  const parts = [
    back && html`<a key="back" class="top-button" href=${back} data-back><${Icon} name="back" /><span>Back</span></a>`,
    html`<div key="words" class="top-words">
      <h1 tabindex="-1">${title}</h1>
      ${note && html`<div class="top-note">${note}</div>`}
    </div>`,
    html`<${ListenButton} key="listen" />`,
    html`<${End} key="end">${children}<//>`,
  ];
  return html`<header class="top-bar">${leftHand.value ? parts.reverse() : parts}</header>`;
}

/** Gives what stands at the end one place, whatever it is. @param {{children?: import('preact').ComponentChildren}} props */
function End({ children }) {
  return children;
}
