import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { session, signOut } from '../../state/session.js';
import { syncNow, syncState } from '../../state/sync.js';
import { useInSight } from '../account/in-sight.js';
import { leaveApp } from '../account/leave-app.js';
import { Problem } from '../account/problem.js';
import { TaskNotes, useTask } from '../account/task.js';
import { TypedWord } from '../account/typed-word.js';
import { entryCount } from '../sharing/words.js';
import { lazy } from '../shell/lazy.js';

/** Making files is much to carry for a screen that seldom makes one. */
const fileFirst = lazy(async () => (await import('./file-first.js')).FileFirst);

/**
 * Says what goes and what stays, then signs out.
 * @param {{onCancel: () => unknown}} props
 */
export function SignOut({ onCancel }) {
  const task = useTask();
  const place = useInSight();
  const { waiting } = syncState.value;
  const leave = (/** @type {{erase?: boolean}} */ how) => task.run(async () => {
    await signOut(how);
    leaveApp();
  });
  return html`<div ref=${place} class="stack"><${Card}>
      <p>Your diary leaves this phone. It stays on your server. Sign in again to see it here.</p>
      ${waiting > 0 && html`<p><b>${entryCount(waiting)} ${waiting === 1 ? 'is' : 'are'} not sent yet.</b> What becomes of ${waiting === 1 ? 'it' : 'them'}?</p>`}
    <//>
    <${TaskNotes} task=${task} />
    ${waiting > 0 ? html`<${Unsent} waiting=${waiting} busy=${task.busy} onLeave=${leave} />`
      : html`<${Button} tall busy=${task.busy} onClick=${() => leave({})}>Sign out<//>`}
    <${Button} variant="line" tall onClick=${onCancel}>Stay<//>
  </div>`;
}

/** @param {{waiting: number, busy: boolean, onLeave: (how: {erase?: boolean}) => unknown}} props */
function Unsent({ waiting, busy, onLeave }) {
  const [open, setOpen] = useState(/** @type {'file' | 'erase' | null} */ (null));
  const [told, setTold] = useState('');
  const File = open === 'file' ? fileFirst.view() : null;
  const [sending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    setTold('');
    await syncNow();
    setSending(false);
    const { waiting: left, text } = syncState.value;
    if (left === 0) onLeave({});
    else setTold(text);
  };
  const toggle = (/** @type {'file' | 'erase'} */ what) => () => setOpen(open === what ? null : what);
  const them = waiting === 1 ? 'it' : 'them';
  const act = `Erase ${entryCount(waiting)} and sign out`;
  return html`<div class="stack" role="group" aria-label="What becomes of the entries that are not sent">
    <${Button} tall wide busy=${busy} detail=${`Unseen, until you sign in here again and send ${them}.`}
      onClick=${() => onLeave({})}>Keep ${entryCount(waiting).replace(' ', ' unsent ')} on this phone<//>
    ${session.value.mode === 'account' && html`<${Button} tall wide variant="line" busy=${sending} onClick=${send}>
      ${sending ? 'Sending' : 'Wait and send'}<//>`}
    ${told && html`<${Problem} text=${told} />`}
    <${Button} tall wide variant="line" onClick=${toggle('file')}>Save a file, then erase ${them}<//>
    ${open === 'file' && html`<${Card}>
      <p>First your whole diary, in a file. Whoever has the file can read it.</p>
      ${File && html`<${File}><${TypedWord} word="erase" act=${act} busy=${busy} onAct=${() => onLeave({ erase: true })} /><//>`}
      ${fileFirst.gone() && html`<${Problem} text="This part of Limber is not on this phone yet. Connect once, then try again." />`}
    <//>`}
    <${Button} tall wide variant="line" onClick=${toggle('erase')}>Erase ${them}<//>
    ${open === 'erase' && html`<${Card}>
      <p>${waiting === 1 ? 'This entry is' : 'These entries are'} nowhere else. Erased, ${waiting === 1 ? 'it is' : 'they are'} gone for good.</p>
      <${TypedWord} word="erase" act=${act} busy=${busy} onAct=${() => onLeave({ erase: true })} />
    <//>`}
  </div>`;
}
