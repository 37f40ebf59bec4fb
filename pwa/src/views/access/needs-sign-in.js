import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { session } from '../../state/session.js';

/** Where there is no account, or nobody is signed in, there is nothing to check. @param {{title: string}} props */
export function NeedsSignIn({ title }) {
  const out = session.value.mode === 'signed_out';
  return html`<${Page} title=${title} back="/you">
    <p>${out ? 'You are signed out. Sign in to see who can open this diary.'
      : 'This diary has no account. It is on this phone only, and nobody else can open it from elsewhere.'}</p>
    ${out ? html`<${Button} tall href="/sign-in">Sign in<//>` : html`<${Button} variant="line" tall href="/you/settings/cover">App lock<//>`}
  <//>`;
}
