import { html } from 'htm/preact';

import { Switch } from '../../components/switch.js';
import { WRITABLE } from '../../domain/scopes.js';
import { WRITE_WORDS } from './write-words.js';

/**
 * @typedef {object} WriteSwitchesProps
 * @property {string} name - of the caregiver; empty while it is not typed
 * @property {string[]} read
 * @property {string[]} write
 * @property {(both: {read: string[], write: string[]}) => unknown} onChange
 */

/**
 * What a caregiver may add, each part with a switch of its own. What is added has to be seen, so a switch that needs
 * it opens that too, and says so before.
 * @param {WriteSwitchesProps} props
 */
export function WriteSwitches({ name, read, write, onChange }) {
  const who = name || 'They';
  const turn = (/** @type {string} */ scope) => (/** @type {boolean} */ on) => onChange(on
    ? { read: read.includes(scope) ? read : [...read, scope], write: [...write, scope] }
    : { read, write: write.filter((one) => one !== scope) });
  return html`<div class="stack" role="group" aria-label=${`What ${name || 'they'} may add`}>
    <p class="soft">All of it is signed with ${name ? `the name ${name}` : 'their name'}, for good. ${who} can never change or delete what is not their own.</p>
    ${WRITABLE.map((scope) => html`<${Switch} key=${scope} label=${WRITE_WORDS[scope].label} on=${write.includes(scope)} onChange=${turn(scope)}
      detail=${read.includes(scope) ? undefined : `${who} will also see ${WRITE_WORDS[scope].seen}.`} />`)}
  </div>`;
}
