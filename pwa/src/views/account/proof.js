import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { confirmPassword } from '../../state/session.js';
import { Password } from './password.js';
import { reasonFor } from './reasons.js';
import { useErrorFocus } from './error-focus.js';
import { useInSight } from './in-sight.js';

/**
 * @typedef {object} ProofProps
 * @property {() => Promise<unknown>} work - what was asked for
 * @property {(work: () => Promise<unknown>) => unknown} onProven - goes on with it
 * @property {() => unknown} onCancel
 */

/**
 * The password once more before others see anything more than they did.
 * @param {ProofProps} props
 */
export function Proof({ work, onProven, onCancel }) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useErrorFocus(error);
  const place = useInSight();
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError('');
    try {
      await confirmPassword(password);
      onProven(work);
    } catch (reason) {
      setError(reasonFor(reason));
    } finally {
      setBusy(false);
    }
  };
  return html`<div ref=${place}><${Card} title="Is it you?" tone="soft"><form ref=${form} class="account-form" onSubmit=${submit} novalidate>
    <p>Type your password once more. It keeps others from changing what is shared.</p>
    <${Password} label="Your password" value=${password} onInput=${setPassword} autocomplete="current-password" error=${error} />
    <div class="pair">
      <${Button} type="submit" busy=${busy}>Go on<//>
      <${Button} variant="line" onClick=${onCancel}>Not now<//>
    </div>
  </form><//></div>`;
}
