import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { contactTitle } from '../../domain/contact.js';
import { crisis, emergency, saved } from '../../state/numbers.js';
import { CallButton, crisisDetail } from '../contact/call.js';

/** "Call 112 now", the biggest button there is. */
export function CallNow() {
  const { number, sure } = emergency.value;
  return html`<div class="call-now"><${CallButton} alert number=${number} words=${`Call ${number} now`} detail=${sure ? undefined : 'Is your number another one? Call that.'} /></div>`;
}

/** Somebody to talk to now: a crisis line where one is known, then the person's own numbers. */
export function CrisisCall() {
  const line = crisis.value;
  return html`${line && html`<div class="call-now"><${CallButton} alert number=${line.number} words=${`Talk to someone: ${line.name}`} detail=${crisisDetail(line)} /></div>`}
    <${SavedNumbers} />`;
}

/** The person's own numbers, or the way to write some down. */
export function SavedNumbers() {
  const known = saved.value.filter(({ body }) => body.number);
  return html`<div class="stack">
    ${known.map(({ id, body }) => html`<${CallButton} key=${id} number=${body.number} words=${contactTitle(body)} detail=${[body.number, body.hours].filter(Boolean).join(', ')} />`)}
    ${known.length === 0 && html`<${Button} variant="line" tall wide icon="call" href="/you/numbers">Save the numbers you call<//>`}
  </div>`;
}
