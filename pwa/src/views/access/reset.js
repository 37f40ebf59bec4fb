import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { resetAccess } from '../../state/access.js';
import { TaskNotes, useTask } from '../account/task.js';
import { endedWords } from './words.js';

/** One act after which only this phone reaches the diary; what it does is said before. @param {{onDone: () => unknown}} props */
export function Reset({ onDone }) {
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(/** @type {import('../../state/access.js').Ended | null} */ (null));
  const task = useTask();
  const act = () => task.run(async () => {
    setDone(await resetAccess());
    setAsking(false);
    onDone();
  });
  if (done) {
    return html`<${Notice} tone="good" now><p>${endedWords(done)}</p><//>
      <p>Somebody who knows the password can sign in again. Set a new one now, and make new codes.</p>
      <${Button} tall href="/you/access/password">New password<//>
      <${Button} variant="line" tall href="/you/access/codes">New recovery codes<//>`;
  }
  return html`<${Card} title="If something is not right">
    <p>One act leaves only this phone able to open the diary.</p>
    ${asking ? html`<ul class="plain-list">
      <li>Every other phone and computer is signed out, and empties its copy when it next connects.</li>
      <li>What was written there and never sent stays on it, unseen, until you sign in there again.</li>
      <li>Invitations that wait are withdrawn.</li>
      <li>All sharing pauses. Nobody is told. You open each again when you like.</li>
    </ul>
    ${!task.waits && html`<div class="pair">
      <${Button} variant="alert" busy=${task.busy} onClick=${act}>Do it now<//>
      <${Button} variant="line" onClick=${() => setAsking(false)}>Leave it<//>
    </div>`}` : html`<${Button} variant="line" onClick=${() => setAsking(true)}>Sign out everything but this phone<//>`}
    <${TaskNotes} task=${task} />
  <//>`;
}
