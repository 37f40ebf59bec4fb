import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from './button.js';
import { Icon } from './icon.js';

/**
 * @typedef {object} SyncLineProps
 * @property {{name: string, text: string, urgent: boolean, reason: string | null}} state
 * @property {string} [href] - where it is told at length
 * @property {() => unknown} [onSend] - tries again now
 */

/** A drawing for each state, beside its words. @type {Record<string, import('../ui/icons.js').IconName>} */
export const SYNC_ICON = { local: 'phone', waiting: 'clock', sending: 'sending', sent: 'sent', could_not: 'offline' };

/**
 * Where the entries are, in one true sentence. Quiet, unless the person must act.
 * @param {SyncLineProps} props
 */
export function SyncLine({ state, href, onSend }) {
  const { name, text, urgent, reason } = state;
  const icon = SYNC_ICON[name];
  const heard = useHeard(state);
  // Somebody else is signed in here: its own person signs in again, and sending goes on.
  const signIn = reason === 'signed_out' || reason === 'account_mismatch';
  if (!urgent) {
    const inside = html`<${Icon} name=${icon} /><span>${text}</span>`;
    return html`<div class="sync-line">${href ? html`<a class="sync-link" href=${href}>${inside}</a>` : html`<p class="sync-link">${inside}</p>`}${heard}</div>`;
  }
  return html`<div class="sync-line sync-line-urgent">
    <${Icon} name=${icon} /><p class="sync-words">${text}</p>
    ${signIn && html`<${Button} variant="line" href="/sign-in">Sign in<//>`}
    ${!signIn && reason !== 'attention' && onSend && html`<${Button} variant="line" onClick=${onSend}>Send now<//>`}
    ${href && html`<${Button} variant="line" href=${href}>${reason === 'attention' ? 'See why' : 'What waits'}<//>`}
    ${heard}
  </div>`;
}

/**
 * For ears: only what matters, and never while it is still on its way.
 * @param {SyncLineProps['state']} state
 */
function useHeard({ name, text }) {
  const before = useRef(name);
  const [words, setWords] = useState('');
  useEffect(() => {
    const was = before.current;
    before.current = name;
    if (name === was) return;
    if (name === 'sent') setWords('Everything is sent.');
    else if (name === 'could_not') setWords(`Not sent yet. ${text.replace(/^Could not send: /, 'Because: ')}`);
  }, [name]);
  return html`<span class="unseen" role="status">${words}</span>`;
}
