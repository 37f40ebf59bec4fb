import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { session } from '../../state/session.js';
import { RegisterForm } from '../account/register-form.js';
import { SignInForm } from '../account/sign-in-form.js';

/**
 * An account on the way to using an invitation: a new one, or the one there is.
 * @param {{invitation: string, onDone: () => unknown, onBack: () => unknown}} props
 */
export function JoinAccount({ invitation, onDone, onBack }) {
  const { mode } = session.value;
  const [have, setHave] = useState(mode === 'signed_out');
  return html`<${Page} title=${have ? 'Sign in' : 'Make an account'}>
    <p>${have ? 'Then your invitation goes on by itself.' : newAccountWords(mode)}</p>
    ${have ? html`<${SignInForm} onDone=${onDone} />` : html`<${RegisterForm} invitation=${invitation} onDone=${onDone} />`}
    ${mode !== 'signed_out' && html`<${Button} variant="line" tall onClick=${() => setHave(!have)}>
      ${have ? 'Make an account instead' : 'I have an account'}<//>`}
    <${Button} variant="line" tall icon="back" onClick=${onBack}>Back to the code<//>
  <//>`;
}

/** @param {string} mode */
function newAccountWords(mode) {
  if (mode === 'local') return 'What others share comes to your account. Your own diary on this phone moves into it whole.';
  return 'What others share comes to your account. You also get a diary of your own, if you want to use it.';
}
