import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { go } from '../../router.js';
import { session } from '../../state/session.js';
import { syncState } from '../../state/sync.js';
import { entryCount } from '../sharing/words.js';
import { KeptEntries } from './kept.js';
import { SignInForm } from './sign-in-form.js';

/** Signing in on an empty phone, or again when the session has ended. */
export function SignIn() {
  const { mode, account } = session.value;
  if (mode === 'local') return html`<${DiaryHere} />`;
  if (mode === 'account') {
    return html`<${Page} title="Sign in" back="/you">
      <p>You are signed in as ${account?.email}.</p>
      <${Button} tall href="/">Go to Today<//>
    <//>`;
  }
  const waiting = mode === 'signed_out' ? syncState.value.waiting : 0;
  return html`<${Page} title=${waiting > 0 ? `Sign in to send ${entryCount(waiting)}` : 'Sign in'} back="/">
    ${waiting > 0 && html`<${Notice}><p>Your entries are safe on this phone until they are sent.</p><//>`}
    <${KeptEntries} />
    <${SignInForm} onDone=${() => go('/')} />
    <${Button} variant="line" tall href="/help">Help<//>
  <//>`;
}

/** A phone that already has a diary of its own. */
function DiaryHere() {
  return html`<${Page} title="Sign in" back="/you">
    <p>This phone already has a diary. Signing in to another account here is not possible yet. Nothing is lost.</p>
    <p>You can make a new account with this diary. All of it moves.</p>
    <${Button} tall href="/account">Make an account with this diary<//>
  <//>`;
}
