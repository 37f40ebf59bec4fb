import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { erase } from '../../state/conflicts.js';
import { deletedRecords, pastChanged } from '../../state/past.js';
import { bring, remove, restore } from '../../state/records.js';
import { session } from '../../state/session.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { useInSight } from '../account/in-sight.js';
import { stored } from '../log/save.js';
import { sentenceOf } from './rows.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

const PAGE = 30;

/** What was deleted, and the way back for each. Nothing is shown until it is asked for. */
export function Deleted() {
  const open = useSignal(false);
  const all = useSignal(/** @type {Rec[]} */ ([]));
  const most = useSignal(PAGE);
  // What was erased for good has no words left to show.
  useEffect(() => { deletedRecords().then((recs) => { all.value = recs.filter(({ erased }) => !erased); }); }, [pastChanged.value]);
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
  const asking = useSignal(false);
  const text = sentenceOf(rec);
  const day = rec.body.on ? dayName(rec.body.on, today.value) : '';
  const whole = `${text}${day && `, ${day}`}`;
  const back = async () => {
    await bring(rec.id);
    if (!(await stored(async () => { await restore(rec.id); return rec.id; }))) return;
    say(`Brought back: ${text}.`, () => remove(rec.id));
  };
  return html`<div class="deleted-one"><span class="entry-words"><b>${text}</b>${day && html`<span class="entry-rest">${day}</span>`}</span>
    ${asking.value ? html`<${Erase} rec=${rec} whole=${whole} onLeave=${() => { asking.value = false; }} />` : html`<div class="row">
      <${Button} variant="quiet" label=${`Bring back: ${whole}`} onClick=${back}>Bring back<//>
      <${Button} variant="line" label=${`Erase for good: ${whole}`} onClick=${() => { asking.value = true; }}>Erase for good<//>
    </div>`}</div>`;
}

/**
 * The one act that has no way back, so it names what goes and from where.
 * @param {{rec: Rec, whole: string, onLeave: () => void}} props
 */
function Erase({ rec, whole, onLeave }) {
  const place = useInSight();
  const act = async () => {
    await bring(rec.id);
    if (!(await stored(async () => { await erase(rec); return rec.id; }))) return;
    say('Erased for good.');
  };
  const where = session.value.mode === 'local' ? 'Its words go from this phone.'
    : 'Its words go from this phone now, and from your server and your other phones as soon as they hear of it. '
      + 'A copy that the server’s owner has kept aside may still hold them.';
  return html`<div class="stack" ref=${place}>
    <p><b>Erase “${whole}” for good?</b> ${where} This cannot be undone.</p>
    <${Button} variant="quiet" tall onClick=${onLeave}>Leave it<//>
    <${Button} variant="alert" tall icon="bin" label=${`Erase for good, now: ${whole}`} onClick=${act}>Erase for good<//>
  </div>`;
}
