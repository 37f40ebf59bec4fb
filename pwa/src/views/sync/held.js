import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { answerHeld, heldNotes } from '../../state/held.js';
import { recordOf } from '../../state/records.js';
import { session } from '../../state/session.js';
import { lastSent } from '../../state/sync.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { useFetched } from '../account/fetched.js';
import { TaskNotes, useTask } from '../account/task.js';
import { fieldName, fieldText, hasWords } from '../diary/field-words.js';
import { sentenceOf } from '../diary/rows.js';
import { NeedsAccount } from '../sharing/needs-account.js';
import { IN_TITLE } from './unsent-words.js';
import { momentWords } from './who.js';

/** @typedef {import('../../state/held.js').Held} Held */

/** Leads to the notes that wait for a decision. Nothing while there are none, or no network. */
export function HeldLink() {
  const [count, setCount] = useState(0);
  useEffect(() => { heldNotes().then(({ length }) => setCount(length)).catch(() => {}); }, [lastSent.value]);
  if (count === 0) return null;
  return html`<${Pick} title=${count === 1 ? '1 note waits for you' : `${count} notes wait for you`}
    detail="From people you stopped sharing with" href="/you/sharing/held" />`;
}

/** What people wrote before they heard that sharing had changed. Each is kept or left out. */
export function HeldNotes() {
  if (session.value.mode !== 'account') return html`<${NeedsAccount} />`;
  return html`<${Notes} />`;
}

function Notes() {
  const { found, task, again } = useFetched(heldNotes, lastSent.value);
  return html`<${Page} title="Notes from people you stopped sharing with" back="/you/sharing">
    <${TaskNotes} task=${task} />
    ${!found && task.problem && html`<${Button} variant="line" onClick=${again}>Try again<//>`}
    ${!found && task.busy && html`<p class="soft" role="status">Looking for notes</p>`}
    ${found?.length === 0 && html`<${Card}><p>No note waits for you.</p><${Button} variant="quiet" tall href="/you/sharing">Go to Sharing<//><//>`}
    ${found && found.length > 0 && html`<p>They were written before the person heard that sharing had changed. You decide about each.
      No message about it is sent.</p>`}
    ${found?.map((note) => html`<${Note} key=${note.op} note=${note} onAnswered=${again} />`)}
  <//>`;
}

/** @param {{note: Held, onAnswered: () => unknown}} props */
function Note({ note, onAnswered }) {
  const [asking, setAsking] = useState(false);
  const task = useTask();
  const title = heldTitle(note);
  const who = note.by.name || 'Somebody';
  const answer = (/** @type {boolean} */ accept) => task.run(async () => {
    await answerHeld(note.op, accept);
    say(accept ? `Kept: ${title}.` : 'Left out.');
    await onAnswered();
  });
  return html`<${Card} title=${title} region=${false}>
    <p class="soft">${who}, ${momentWords(note.made_at, today.value)}.</p>
    ${heldSentences(note).map((text) => html`<p key=${text} class="version-text">${text}</p>`)}
    <${TaskNotes} task=${task} />
    ${asking ? html`<p><b>Leave out “${title}” from ${who}?</b> It cannot be brought back.</p>
      <${Button} variant="line" tall busy=${task.busy} label=${`Leave it out: ${title}`} onClick=${() => answer(false)}>Leave it out<//>
      <${Button} variant="quiet" tall onClick=${() => setAsking(false)}>Go back<//>`
    : html`<div class="pair">
      <${Button} variant="quiet" tall busy=${task.busy} label=${`Keep: ${title}`} onClick=${() => answer(true)}>Keep<//>
      <${Button} variant="line" tall label=${`Leave out: ${title}`} onClick=${() => setAsking(true)}>Leave out<//>
    </div>`}
  <//>`;
}

/** "Pain 6, right hip"; of a change or a delete what it was of. @param {Held} note */
function heldTitle({ record, kind, t, set, by }) {
  const known = recordOf(record);
  const body = { ...(t === 'put' ? known?.body : {}), ...set };
  const rec = /** @type {any} */ ({ ...known, id: record, kind, body, author: by });
  if (t === 'del') return `Delete: ${known ? sentenceOf(known) : 'an entry of theirs'}`;
  return `${known ? 'Change: ' : ''}${sentenceOf(rec)}`;
}

/** @param {Held} note @returns {string[]} */
function heldSentences(note) {
  const { kind, set, record } = note;
  const known = recordOf(record);
  const title = heldTitle(note);
  return Object.entries(set ?? {}).filter(([field]) => hasWords(kind, field) && (known || !IN_TITLE.has(field)))
    .map(([field, value]) => [fieldName(kind, field), fieldText(kind, field, value) || 'taken out'])
    .filter(([, text]) => !title.includes(text)).map(([name, text]) => `${name}: ${text}.`);
}
