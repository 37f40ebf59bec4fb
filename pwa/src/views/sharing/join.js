import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { acceptShare } from '../../state/people.js';
import { session } from '../../state/session.js';
import { useErrorFocus } from '../account/error-focus.js';
import { RegisterForm } from '../account/register-form.js';
import { SignInForm } from '../account/sign-in-form.js';
import { TaskNotes, useTask } from '../account/task.js';
import { readCode } from './words.js';

/** Using an invitation. The code comes first, then an account if there is none, and both survive the way. */
export function Join() {
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [step, setStep] = useState(/** @type {'code' | 'account' | 'done'} */ ('code'));
  const task = useTask();
  const use = () => task.run(async () => {
    await acceptShare(readCode(code));
    setStep('done');
  });
  const next = () => {
    if (session.value.mode === 'account') use();
    else setStep('account');
  };
  const signedIn = () => {
    setStep('code');
    use();
  };
  if (step === 'done') return html`<${Joined} />`;
  if (step === 'account' && session.value.mode !== 'account') return html`<${JoinAccount} onDone=${signedIn} onBack=${() => setStep('code')} />`;
  return html`<${CodeStep} code=${code} onCode=${setCode} onNext=${next} task=${task} />`;
}

/** @param {{code: string, onCode: (code: string) => unknown, onNext: () => unknown, task: import('../account/task.js').Task}} props */
function CodeStep({ code, onCode, onNext, task }) {
  const [errors, setErrors] = useState({ code: '' });
  const form = useErrorFocus(errors);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const enough = readCode(code).length >= 10;
    setErrors({ code: enough ? '' : 'The code has 10 letters and numbers. Check it and type it again.' });
    if (enough) onNext();
  };
  return html`<${Page} title="I have an invitation" back="/">
    <form ref=${form} class="account-form" onSubmit=${submit} novalidate>
      <${Field} label="Code" hint="10 letters and numbers. Spaces and small letters are fine." name="code" autocomplete="one-time-code"
        spellcheck=${false} value=${code} onInput=${onCode} error=${errors.code} />
      <${TaskNotes} task=${task} />
      <${Button} type="submit" tall busy=${task.busy}>Go on<//>
    </form>
  <//>`;
}

/** @param {{onDone: () => unknown, onBack: () => unknown}} props */
function JoinAccount({ onDone, onBack }) {
  const { mode } = session.value;
  const [have, setHave] = useState(mode === 'signed_out');
  const mayChoose = mode === 'none';
  return html`<${Page} title=${have ? 'Sign in' : 'Make an account'}>
    <p>${have ? 'Then your invitation goes on by itself.' : 'An account keeps what is shared with you safe. It also gives you a diary of your own.'}</p>
    ${have ? html`<${SignInForm} onDone=${onDone} />` : html`<${RegisterForm} onDone=${onDone} />`}
    ${mayChoose && html`<${Button} variant="line" tall onClick=${() => setHave(!have)}>
      ${have ? 'Make an account instead' : 'I have an account'}<//>`}
    <${Button} variant="line" tall icon="back" onClick=${onBack}>Back to the code<//>
  <//>`;
}

function Joined() {
  return html`<${Page} title="Done">
    <${Notice} tone="good" now>
      <p>Now tell the person who invited you. They confirm you on their phone. Then you will see it here.</p>
    <//>
    <${Button} tall href="/people">Go to People<//>
    <${Button} variant="line" tall href="/">Go to Today<//>
  <//>`;
}
