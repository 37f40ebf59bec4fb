import { html } from 'htm/preact';

import { ICONS } from '../ui/icons.js';

/**
 * @typedef {object} IconProps
 * @property {import('../ui/icons.js').IconName} name
 */

/**
 * A drawing beside its word. Hidden from screen readers, since the word says it.
 * @param {IconProps} props
 */
export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${ICONS[name]} />
  </svg>`;
}
