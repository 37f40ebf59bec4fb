import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { scopeLabel } from '../../domain/scopes.js';
import { FIRST_CHOICES, MORE_CHOICES } from './choices.js';

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
  const [more, setMore] = useState(false);
  // What is on stays in sight, wherever it belongs, so that nobody shares something unseen.
  const [kept] = useState(() => MORE_CHOICES.filter((scope) => read.includes(scope)));
  const first = [...FIRST_CHOICES, ...kept];
  const rest = MORE_CHOICES.filter((scope) => !kept.includes(scope));
  const row = (/** @type {string} */ scope) => html`<${Switch} key=${scope} label=${scopeLabel(scope)} on=${read.includes(scope)}
    onChange=${(/** @type {boolean} */ on) => onChange(on ? [...read, scope] : read.filter((id) => id !== scope))} />`;
  return html`<div class="stack" role="group" aria-label=${label}>
    ${first.map(row)}
    ${rest.length > 0 && html`<${Pick} title=${more ? 'Fewer choices' : 'More choices'} icon="list" open=${more} onClick=${() => setMore(!more)} />`}
    ${more && rest.map(row)}
  </div>`;
}
