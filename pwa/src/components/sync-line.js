import { html } from 'htm/preact';

import { Button } from './button.js';
import { Icon } from './icon.js';

/**
 * @typedef {object} SyncLineProps
 * @property {{name: string, text: string, urgent: boolean, reason: string | null}} state
 * @property {() => unknown} [onSend] - tries again now
 */

/**
 * Where the entries are, in one true sentence. Quiet, unless the person must act.
 * @param {SyncLineProps} props
 */
export function SyncLine({ state, onSend }) {
  if (!state.urgent) return html`<p class="sync-line">${state.text}</p>`;
  return html`<div class="sync-line sync-line-urgent">
    <${Icon} name="offline" /><p class="sync-words">${state.text}</p>
    ${state.reason === 'signed_out' && html`<${Button} variant="line" href="/sign-in">Sign in<//>`}
    ${state.reason !== 'signed_out' && onSend && html`<${Button} variant="line" onClick=${onSend}>Send now<//>`}
  </div>`;
}
