import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { READ_AT_FIRST } from '../../domain/scopes.js';
import { go } from '../../router.js';
import { offerShare } from '../../state/people.js';
import { useErrorFocus } from '../account/error-focus.js';
import { TaskNotes, useTask } from '../account/task.js';
import { Code } from './code.js';
import { ScopeSwitches } from './scope-switches.js';
import { Until } from './until.js';
import { hiddenWords, seesWords } from './words.js';

/** Inviting someone: a name, what they see, until when; then a code to pass on. */
export function Invite() {
  const [label, setLabel] = useState('');
  const [read, setRead] = useState([...READ_AT_FIRST]);
  const [until, setUntil] = useState(/** @type {string | null} */ (null));
  const [errors, setErrors] = useState({ label: '' });
  const [offer, setOffer] = useState(/** @type {import('./code.js').Offer | null} */ (null));
  const task = useTask();
  const form = useErrorFocus(errors);
  const name = label.trim();
  const make = async () => {
    setOffer(await offerShare({ label: name, read, write: [], until }));
    go('/you/sharing/new', { replace: true, state: { step: 'code' } });
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    setErrors({ label: name ? '' : 'Type a name first, such as “Daniel”.' });
    if (name) task.run(make);
  };
  if (offer) return html`<${Code} name=${name} offer=${offer} />`;
  return html`<${Page} title="Invite someone" back="/you/sharing">
    <form ref=${form} class="account-form" onSubmit=${submit} novalidate>
      <${Field} label="Who is it?" hint="The name you use for them. Only you see it." name="label" maxLength=${80} autocomplete="off"
        value=${label} onInput=${setLabel} error=${errors.label} />
      <h2>What ${name || 'they'} may see</h2>
      <${ScopeSwitches} label="What they may see" read=${read} onChange=${setRead} />
      <h2>Until</h2>
      <${Until} until=${until} onChange=${setUntil} />
      <${Card} tone="soft"><p aria-live="polite"><b>${seesWords(name || 'This person', read)}</b>${' '}
        ${hiddenWords(name || 'This person', read)}</p><//>
      ${!task.waits && html`<${Button} type="submit" tall busy=${task.busy}>Make the code<//>`}
    </form>
    <${TaskNotes} task=${task} />
  <//>`;
}
