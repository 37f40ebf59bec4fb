import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { deleteAccount, session } from '../../state/session.js';
import { syncState } from '../../state/sync.js';
import { entryCount } from '../sharing/words.js';
import { FileFirst } from '../you/file-first.js';
import { leaveApp } from './leave-app.js';
import { TaskNotes, useTask } from './task.js';
import { TypedWord } from './typed-word.js';

/** What goes, what stays, a file first, and a word typed: then the account is deleted for good. */
export function DeleteAccount() {
  const task = useTask();
  const { waiting } = syncState.value;
  const erase = () => task.run(async () => {
    await deleteAccount();
    leaveApp();
  });
  return html`<${Page} title="Delete my account" back="/you/data">
    <${Card} title="What goes">
      <ul class="plain-list">
        <li>Your diary on the server: every entry, and the history of each.</li>
        <li>Your diary on this phone${waiting > 0 ? `, with ${entryCount(waiting)} that ${waiting === 1 ? 'was' : 'were'} never sent` : ''}.</li>
        <li>All sharing. Those who see your diary lose it when their device next connects.</li>
        <li>Your email, your name and your sign-in.</li>
      </ul>
    <//>
    <${Card} title="What stays">
      <ul class="plain-list">
        <li>Backups of the server, until they are replaced. The person who runs it can say when that is.</li>
        <li>What you wrote into the diary of somebody you help. It is theirs.</li>
        <li>The copy on other devices of yours. Sign out there to remove it.</li>
        <li>One line that an account was deleted, without your name.</li>
      </ul>
    <//>
    <${Card} title="First, a file">
      <p>Save your whole diary, if you may want it later. Afterwards nobody can bring it back.</p>
      <${FileFirst} />
    <//>
    <${Card} title="Delete for good">
      ${session.value.mode === 'account' ? html`<${TaskNotes} task=${task} />
        <${TypedWord} word="delete" act="Delete my account for good" busy=${task.busy} onAct=${erase} />`
        : html`<p>You are signed out. Sign in first.</p><${Button} variant="line" tall href="/sign-in">Sign in<//>`}
    <//>
  <//>`;
}
