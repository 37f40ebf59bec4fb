import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { codesState, makeCodes } from '../../state/access.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { giveFile } from '../../ui/file.js';
import { useFetched } from '../account/fetched.js';
import { TaskNotes, useTask } from '../account/task.js';
import { codesText, codesWords } from './words.js';

/** Says what recovery codes are for, makes them, and shows them once. */
export function CodesMaker() {
  const { found, task, again } = useFetched(codesState);
  const [codes, setCodes] = useState(/** @type {string[] | null} */ (null));
  const making = useTask();
  if (codes) return html`<${Shown} codes=${codes} />`;
  const make = () => making.run(async () => {
    setCodes(await makeCodes());
    announce('Ten new codes are shown.');
  });
  return html`<p>If the password is ever forgotten, one of these codes opens the account. You need your email and one code.</p>
    <${Card}>
      <ul class="plain-list">
        <li>There are ten. Each works once.</li>
        <li>Keep them on paper, or where you keep passwords. Not only on this phone.</li>
        <li>Whoever has one, and knows your email, can open the diary.</li>
      </ul>
    <//>
    <${TaskNotes} task=${task} />
    ${!found && task.problem && html`<${Button} variant="line" onClick=${again}>Try again<//>`}
    ${found && html`<p><b>${found.made ? codesWords(found, new Date()) : 'There are no codes yet.'}</b></p>`}
    ${found && !making.waits && html`<${Button} tall busy=${making.busy} detail=${found.made ? 'The older ones stop working.' : undefined}
      onClick=${make}>Make ten ${found.made ? 'new codes' : 'codes'}<//>`}
    <${TaskNotes} task=${making} />`;
}

/** @param {{codes: string[]}} props */
function Shown({ codes }) {
  const text = codesText(codes, location.origin);
  const copy = () => navigator.clipboard.writeText(text)
    .then(() => say('Codes copied.'), () => say('Copying did not work here. Save the file instead.'));
  return html`<p><b>They are shown only now.</b> Keep them before going on.</p>
    <ol class="access-codes" translate="no">${codes.map((code) => html`<li key=${code}><code>${code}</code></li>`)}</ol>
    <div class="pair">
      <${Button} variant="quiet" icon="copy" onClick=${copy}>Copy<//>
      <${Button} variant="quiet" icon="download" onClick=${() => giveFile('limber-codes.txt', text, 'text/plain')}>Save a file<//>
    </div>
    <${Button} variant="quiet" onClick=${() => print()}>Print<//>`;
}
