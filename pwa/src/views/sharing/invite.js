import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { READ_AT_FIRST } from '../../domain/scopes.js';
import { go } from '../../router.js';
import { offerShare } from '../../state/people.js';
import { useErrorFocus } from '../account/error-focus.js';
import { TaskNotes, useTask } from '../account/task.js';
import { Code } from './code.js';
import { ScopeSwitches } from './scope-switches.js';
import { Until } from './until.js';
import { WriteSwitches } from './write-switches.js';
import { addsWords, writeWords } from './write-words.js';
import { hiddenWords, seesWords } from './words.js';

/** Inviting someone: a name, what they see, until when; then a code to pass on. */
export function Invite() {
  const [label, setLabel] = useState('');
  const [rights, setRights] = useState({ read: [...READ_AT_FIRST], write: /** @type {string[]} */ ([]) });
  const [adding, setAdding] = useState(false);
  const [until, setUntil] = useState(/** @type {string | null} */ (null));
  const [errors, setErrors] = useState({ label: '' });
  const [offer, setOffer] = useState(/** @type {import('./code.js').Offer | null} */ (null));
  const task = useTask();
  const form = useErrorFocus(errors);
  const name = label.trim();
  const make = async () => {
    setOffer(await offerShare({ label: name, ...rights, until }));
    go('/you/sharing/new', { replace: true, state: { step: 'code' } });
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    setErrors({ label: name ? '' : 'Type a name first, such as “Daniel”.' });
    if (name) task.run(make);
  };
  const { read, write } = rights;
  // What is not seen is not added to.
  const setRead = (/** @type {string[]} */ next) => setRights({ read: next, write: write.filter((scope) => next.includes(scope)) });
  if (offer) return html`<${Code} name=${name} offer=${offer} />`;
  return html`<${Page} title="Invite someone" back="/you/sharing">
    <form ref=${form} class="account-form" onSubmit=${submit} novalidate>
      <${Field} label="Who is it?" hint="The name you use for them. Only you see it." name="label" maxLength=${80} autocomplete="off"
        value=${label} onInput=${setLabel} error=${errors.label} />
      <h2>What ${name || 'they'} may see</h2>
      <${ScopeSwitches} label="What they may see" read=${read} onChange=${setRead} />
      <h2>What ${name || 'they'} may add</h2>
      <${Pick} title=${adding ? 'Hide these choices' : 'Let something be added'} detail=${writeWords(write)} icon="edit" open=${adding} onClick=${() => setAdding(!adding)} />
      ${adding && html`<${WriteSwitches} name=${name} read=${read} write=${write} onChange=${setRights} />`}
      <h2>Until</h2>
      <${Until} until=${until} onChange=${setUntil} />
      <${Card} tone="soft"><p aria-live="polite"><b>${seesWords(name || 'This person', read)}</b>${' '}
        ${hiddenWords(name || 'This person', read)}${' '}${addsWords(name || 'This person', write)}</p><//>
      ${!task.waits && html`<${Button} type="submit" tall busy=${task.busy}>Make the code<//>`}
    </form>
    <${TaskNotes} task=${task} />
  <//>`;
}
