import { html } from 'htm/preact';

import { Switch } from '../../components/switch.js';
import { SHARE_CHOICES } from './choices.js';

/**
 * @typedef {object} ScopeSwitchesProps
 * @property {string} label - what the group asks
 * @property {string[]} read - scopes that are on
 * @property {(read: string[]) => unknown} onChange
 */

/**
 * One switch a part of the diary. Requests are on in every share: they are only what the person sends.
 * @param {ScopeSwitchesProps} props
 */
export function ScopeSwitches({ label, read, onChange }) {
  const flip = (/** @type {string} */ scope) => (/** @type {boolean} */ on) =>
    onChange(on ? [...read, scope] : read.filter((id) => id !== scope));
  return html`<div class="stack" role="group" aria-label=${label}>
    ${SHARE_CHOICES.map(({ scope, name, detail }) => html`<${Switch} key=${scope} label=${name} detail=${detail}
      on=${read.includes(scope)} onChange=${flip(scope)} />`)}
  </div>`;
}
