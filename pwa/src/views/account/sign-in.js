import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { goFrom, route } from '../../router.js';
import { session } from '../../state/session.js';
import { syncState } from '../../state/sync.js';
import { entryCount } from '../sharing/words.js';
import { SignOut } from '../you/sign-out.js';
import { KeptEntries } from './kept.js';
import { firstName } from './kept-words.js';
import { meeting } from './meeting.js';
import { SignInForm } from './sign-in-form.js';

/** Signing in: on an empty phone, beside a diary that is here already, or again when the session has ended. */
export function SignIn() {
  const { mode, account } = session.value;
  // Somebody who left the screen meanwhile stays where they went.
  const from = route.value;
  const done = () => goFrom(from, '/');
  if (mode === 'account') {
    return html`<${Page} title="Sign in" back="/you">
      <p>You are signed in as ${account?.email}.</p>
      <${Button} tall href="/">Go to Today<//>
    <//>`;
  }
  if (meeting.value) return html`<${Page} title="Sign in"><${SignInForm} onDone=${done} /><//>`;
  const waiting = mode === 'signed_out' ? syncState.value.waiting : 0;
  return html`<${Page} title=${waiting > 0 ? `Sign in to send ${entryCount(waiting)}` : 'Sign in'} back=${mode === 'local' ? '/you' : '/'}>
    ${waiting > 0 && html`<${Notice}><p>Your entries are safe on this phone until they are sent.</p><//>`}
    ${mode === 'local' && html`<p>This phone has a diary of its own. After you sign in, you choose what becomes of it. Nothing is lost.</p>`}
    <${KeptEntries} />
    <${SignInForm} onDone=${done} />
    <${Button} variant="line" tall href="/recover">I forgot my password<//>
    ${mode === 'local' && html`<${Button} variant="line" tall href="/account">Make a new account instead<//>`}
    ${mode === 'signed_out' && html`<${TakeOff} name=${account?.display_name ?? ''} />`}
    <${Button} variant="line" tall href="/help">Help<//>
  <//>`;
}

/** The way off this phone for somebody who is signed out already. @param {{name: string}} props */
function TakeOff({ name }) {
  const [open, setOpen] = useState(false);
  if (open) return html`<${SignOut} onCancel=${() => setOpen(false)} />`;
  return html`<${Button} variant="line" tall onClick=${() => setOpen(true)}>Take ${name ? `${firstName(name)}’s` : 'this'} diary off this phone<//>`;
}
