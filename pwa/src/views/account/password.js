import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';

/**
 * @typedef {object} PasswordProps
 * @property {string} label
 * @property {string} value
 * @property {(value: string) => unknown} onInput
 * @property {'new-password' | 'current-password'} autocomplete
 * @property {string} [hint]
 * @property {string} [error]
 */

/**
 * A password that can be pasted, filled in by the phone, and looked at.
 * @param {PasswordProps} props
 */
export function Password(props) {
  const [shown, setShown] = useState(false);
  return html`<div class="account-password">
    <${Field} ...${props} name="password" type=${shown ? 'text' : 'password'} spellcheck=${false} />
    <${Button} variant="line" icon=${shown ? 'eye-off' : 'eye'} onClick=${() => setShown(!shown)}>
      ${shown ? 'Hide password' : 'Show password'}
    <//>
  </div>`;
}
