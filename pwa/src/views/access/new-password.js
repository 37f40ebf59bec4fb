import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { go, route } from '../../router.js';
import { session } from '../../state/session.js';
import { NeedsSignIn } from './needs-sign-in.js';
import { PasswordForm } from './password-form.js';

/** Another password; every other device has to sign in again. */
export function NewPassword() {
  if (session.value.mode !== 'account') return html`<${NeedsSignIn} title="New password" />`;
  if (route.value.state.step === 'done') return html`<${Done} />`;
  return html`<${Page} title="New password" back="/you/access">
    <p>Every other phone and computer must then sign in again. Nothing that is written there is lost.</p>
    <${PasswordForm} onDone=${() => go('/you/access/password', { replace: true, state: { step: 'done' } })} />
  <//>`;
}

function Done() {
  return html`<${Page} title="The new password is set" back="/you/access">
    <${Notice} tone="good" now><p>Use it from now on. Every other device is signed out.</p><//>
    <${Button} tall href="/you/access">Back to my access<//>
    <${Button} variant="line" tall href="/you/access/codes">Recovery codes<//>
  <//>`;
}
