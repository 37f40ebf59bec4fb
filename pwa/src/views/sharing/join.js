import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { go } from '../../router.js';
import { acceptShare } from '../../state/people.js';
import { session } from '../../state/session.js';
import { useTask } from '../account/task.js';
import { CodeStep } from './code-step.js';
import { JoinAccount } from './join-account.js';
import { readCode } from './words.js';

/** @typedef {'code' | 'account' | 'done'} Step */

/** Using an invitation: the code, then an account if there is none. What was typed survives the way. */
export function Join() {
  const [link] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [code, setCode] = useState(link);
  const [step, setStep] = useState(/** @type {Step} */ ('code'));
  const task = useTask();
  // Replacing the address takes the secret of the link out of it.
  const show = (/** @type {Step} */ next) => {
    setStep(next);
    go('/join', { replace: true, state: { step: next } });
  };
  const use = () => task.run(async () => {
    await acceptShare(readCode(code));
    show('done');
  });
  const next = () => (session.value.mode === 'account' ? use() : show('account'));
  const ready = () => {
    show('code');
    use();
  };
  if (step === 'done') return html`<${Joined} />`;
  if (step === 'account' && session.value.mode !== 'account') {
    return html`<${JoinAccount} invitation=${readCode(code)} onDone=${ready} onBack=${() => show('code')} />`;
  }
  return html`<${CodeStep} code=${code} linked=${link !== '' && code === link} onCode=${setCode} onNext=${next} task=${task} />`;
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
