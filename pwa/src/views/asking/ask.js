import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { ASKS } from '../../domain/asking.js';
import { emergency } from '../../state/numbers.js';
import { often } from '../../state/often.js';
import { remove } from '../../state/records.js';
import { ask, asked, helpers } from '../../state/requests.js';
import { say } from '../../state/toast.js';
import { CallButton } from '../contact/call.js';
import { listed } from '../diary/words.js';
import { stored } from '../log/save.js';
import { AskedList } from './asked.js';

/** A request in one tap, to everybody who helps and sees requests. Not for emergencies, and that stands first. */
export function Ask() {
  useEffect(often, []);
  const names = helpers.value;
  const { number, sure } = emergency.value;
  return html`<${Page} title="Ask for help" back="/" note="Not for emergencies.">
    <${AskedList} />
    ${names.length > 0 && html`<p>${listed(names)} ${names.length === 1 ? 'sees' : 'see'} it as soon as Limber is open there. Nothing rings.</p>
      <div class="stack" role="group" aria-label="What would help?">
        ${ASKS.filter(({ id }) => !asked.value.some(({ body }) => body.ask === id)).map(({ id, label }) => html`<${Button} key=${id} variant="quiet" tall wide onClick=${() => send(id, label)}>${label}<//>`)}
      </div>`}
    ${names.length === 0 && html`<${Card} title="Nobody sees requests yet">
      <p>Share with one person, as much of it as you choose. Then one tap asks them.</p>
      <${Pick} title="Sharing" detail="Who sees what" icon="people" href="/you/sharing" />
    <//>`}
    <${Card} title="In an emergency">
      <p>A request may be seen late, or not at all. Call instead.</p>
      <${CallButton} alert number=${number} words=${`Call ${number} now`} detail=${sure ? undefined : 'Is your emergency number another one? Call that.'} />
    <//>
  <//>`;
}

/** @param {string} what @param {string} label */
async function send(what, label) {
  const id = await stored(() => ask(what));
  if (id) say(`Asked: ${label}.`, () => remove(id));
}
