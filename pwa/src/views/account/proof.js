import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { confirmPassword } from '../../state/session.js';
import { Password } from './password.js';
import { useInSight } from './in-sight.js';
import { useOnePassword } from './one-password.js';

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
  const { form, field, busy } = useOnePassword(async (password) => {
    await confirmPassword(password);
    onProven(work);
  });
  const place = useInSight();
  return html`<div ref=${place}><${Card} title="Is it you?" tone="soft"><form ...${form}>
    <p>Type your password once more. Then nobody else can do this in your name.</p>
    <${Password} ...${field} />
    <div class="pair">
      <${Button} type="submit" busy=${busy}>Go on<//>
      <${Button} variant="line" onClick=${onCancel}>Not now<//>
    </div>
  </form><//></div>`;
}
