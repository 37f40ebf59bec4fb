import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { howMany } from '../../domain/movement.js';
import { movements } from '../../state/knowledge.js';
import { Waiting } from '../learn/opening.js';
import { Filter } from './filter.js';
import { FIRST_ROWS, fitting, question, shown, want, wanted, wantOnly } from './looked-for.js';
import { Row } from './row.js';

/** The movement library: found by word, narrowed by what suits. */
export function Find() {
  const open = useSignal(false);
  const found = fitting();
  const chosen = howMany(wanted.value);
  return html`<${Page} title="Movements" back="/move">
    <${Field} label="Find by word" type="search" value=${question.value} hint="Such as calf, sit or breath." autocomplete="off"
      onInput=${(/** @type {string} */ text) => { question.value = text; want({}); }} />
    <${Pick} title="Filter" detail=${chosen ? `${chosen} chosen` : 'Position, place, kind, things, minutes'} icon="list" open=${open.value}
      onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Filter} />`}
    ${!found && html`<${Waiting} />`}
    ${found && html`<p role="status">${found.length} of ${movements()?.length} movements</p>`}
    ${found?.length === 0 && html`<${Card}>
      <p>Nothing has all of this. Take one thing away, or start anew.</p>
      <${Button} variant="quiet" tall onClick=${() => wantOnly()}>Show all movements<//>
    <//>`}
    <ul class="stack stack-list" role="list">${found?.slice(0, shown.value).map((movement) => html`<li key=${movement.id}><${Row} movement=${movement} /></li>`)}</ul>
    ${found && found.length > shown.value && html`<${Button} variant="line" tall
      onClick=${() => { shown.value += FIRST_ROWS; }}>Show ${Math.min(FIRST_ROWS, found.length - shown.value)} more<//>`}
  <//>`;
}
