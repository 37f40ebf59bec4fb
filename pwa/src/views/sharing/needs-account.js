import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { session } from '../../state/session.js';

/** Sharing before there is an account, or while signed out. */
export function NeedsAccount() {
  const out = session.value.mode === 'signed_out';
  return html`<${Page} title="Sharing" back="/you">
    <p>You decide who sees what, part by part. You can stop at any time.</p>
    <p>${out ? 'Sign in to see and change your sharing.'
      : 'Sharing goes through your server, so it needs an account. Your whole diary moves with you.'}</p>
    <${Pick} title="What sharing shows" detail="And what cannot be taken back" href="/you/sharing/shows" />
    ${out ? html`<${Button} tall href="/sign-in">Sign in<//>` : html`<${Button} tall href="/account">Make an account<//>`}
  <//>`;
}
