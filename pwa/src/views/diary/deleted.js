import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { deletedRecords, pastChanged } from '../../state/past.js';
import { bring, remove, restore } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { stored } from '../log/save.js';
import { sentenceOf } from './rows.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

const PAGE = 30;

/** What was deleted, and the way back for each. Nothing is shown until it is asked for. */
export function Deleted() {
  const open = useSignal(false);
  const all = useSignal(/** @type {Rec[]} */ ([]));
  const most = useSignal(PAGE);
  useEffect(() => { deletedRecords().then((recs) => { all.value = recs; }); }, [pastChanged.value]);
  return html`<${Pick} title="Deleted entries" detail="They can be brought back." icon=${open.value ? 'less' : 'more'} open=${open.value}
      onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Card}>
      ${all.value.length === 0 && html`<p>Nothing was deleted.</p>`}
      <ul class="entries" role="list">${all.value.slice(0, most.value).map((rec) => html`<li key=${rec.id}><${One} rec=${rec} /></li>`)}</ul>
      ${all.value.length > most.value && html`<${Button} variant="line" tall onClick=${() => { most.value += PAGE; }}>Show more<//>`}
    <//>`}`;
}

/** @param {{rec: Rec}} props */
function One({ rec }) {
  const text = sentenceOf(rec);
  const day = rec.body.on ? dayName(rec.body.on, today.value) : '';
  const back = async () => {
    await bring(rec.id);
    if (!(await stored(async () => { await restore(rec.id); return rec.id; }))) return;
    say(`Brought back: ${text}.`, () => remove(rec.id));
  };
  return html`<div class="deleted-one"><span class="entry-words"><b>${text}</b>${day && html`<span class="entry-rest">${day}</span>`}</span>
    <${Button} variant="quiet" label=${`Bring back: ${text}${day && `, ${day}`}`} onClick=${back}>Bring back<//></div>`;
}
