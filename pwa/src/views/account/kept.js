import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { goFrom, route } from '../../router.js';
import { kept, openKept, removedFrom, session } from '../../state/session.js';
import { keptWords, removedWords } from './kept-words.js';
import { TaskNotes, useTask } from './task.js';

/** What people who signed out have left here until they sign in again: how many and whose, nothing more. */
export function KeptEntries() {
  const task = useTask();
  const open = (/** @type {string} */ space) => task.run(async () => {
    const from = route.value;
    await openKept(space);
    goFrom(from, '/');
  });
  return html`
    ${removedFrom.value !== null && html`<${Notice}><p>${removedWords(removedFrom.value)}</p><//>`}
    ${kept.value.map((diary) => html`<div key=${diary.space} class="stack">
      <p class="soft">${keptWords(diary)}</p>
      ${diary.local && session.value.mode === 'none' && html`<${Button} tall wide variant="line" icon="phone" busy=${task.busy}
        onClick=${() => open(diary.space)}>Open this diary<//>`}
    </div>`)}
    <${TaskNotes} task=${task} />`;
}
