/** Bringing in a file: choosing it, what it holds, adding it, what became of it. */
import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { BOM, csvRow } from '../../domain/csv.js';
import { fileName } from '../../domain/export.js';
import { back, go } from '../../router.js';
import { incoming, look, NOTHING_CHOSEN, putAway, stop, take } from '../../state/import.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';
import { handOver } from './data-file.js';
import { byOthers, dayWords, entries, kindName, many, planSentences, planTitle, resultSentences, toStore, unreadWords } from './data-words.js';
import { listed } from '../diary/words.js';

/** @typedef {import('../../state/import.js').Plan} Plan */
/** @typedef {import('../../domain/import.js').Refused} Refused */

const STEP = { state: { step: 'file' } };

/** A row that opens the phone's own list of files; with one under way, the way back to it. */
export function ChooseFile() {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const open = incoming.value.step !== 'none';
  const chosen = () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    look(file);
    go('/you/data', STEP);
  };
  return html`
    <input ref=${input} type="file" accept=".json,application/json" hidden onChange=${chosen} />
    ${open
    ? html`<${Pick} title="The file you chose" detail="Go on with it" icon="forward" onClick=${() => go('/you/data', STEP)} />`
    : html`<${Pick} title="Bring in a file" detail="A copy that Limber made" icon="log" onClick=${() => input.current?.click()} />`}`;
}

/** The file that was chosen, whatever becomes of it. */
export function BringIn() {
  const now = incoming.value;
  useEffect(() => { if (SAID[now.step]) announce(SAID[now.step]); }, [now.step]);
  if (now.step === 'asking') return html`<${Asking} plan=${now.plan} />`;
  return html`<${Page} ...${FRAME}>
    ${now.step === 'reading' && html`<p>Reading the file${now.done > 0 ? `: ${entries(now.done)} so far` : ''}.</p>
      <${Button} variant="line" onClick=${leave}>Stop<//>`}
    ${now.step === 'unread' && html`<${Notice} now><p>${unreadWords(now.why)}</p><p>Nothing was changed.</p><//>
      <${Button} variant="line" onClick=${leave}>Back to your data<//>`}
    ${now.step === 'taking' && html`<p>Adding: ${many(now.done)} of ${entries(now.all)}.</p>
      <p class="soft">What is added stays, even if you stop or the phone is switched off.</p>
      <${Button} variant="line" onClick=${stop}>Stop here<//>`}
    ${now.step === 'done' && html`<${Done} result=${now.result} />`}
  <//>`;
}

const FRAME = { title: 'Bring in a file', back: '/you/data' };

/** For ears, when the step changes. @type {Record<string, string>} */
const SAID = { asking: 'The file is read.', taking: 'Adding the entries.', done: 'Done with the file.' };

function leave() {
  putAway();
  back('/you/data');
}

/** @param {{plan: Plan}} props */
function Asking({ plan }) {
  const [choice, setChoice] = useState(NOTHING_CHOSEN);
  const choose = (/** @type {Partial<typeof NOTHING_CHOSEN>} */ more) => setChoice({ ...choice, ...more });
  const count = toStore(plan, choice);
  const differing = plan.rows.filter((row) => row.differs).length;
  const deleted = plan.rows.filter(({ did }) => did === 'deleted').length;
  const others = byOthers(plan);
  const foot = html`<${Button} variant="line" tall onClick=${leave}>${count > 0 ? 'Leave it' : 'Back to your data'}<//>
    ${count > 0 && html`<${Button} tall onClick=${() => take(plan, choice)}>Bring in ${entries(count)}<//>`}`;
  return html`<${Page} ...${FRAME} foot=${foot}>
    ${plan.foreign && html`<${Notice}><p><b>This file is from another diary.</b> Add its entries here?</p>
      <p>If it is somebody else’s, leave it.</p><//>`}
    <${Card} title="In this file">
      <p>${planTitle(plan, today.value)}</p>
      <ul class="plain-list">${planSentences(plan).map((text) => html`<li key=${text}>${text}</li>`)}</ul>
    <//>
    <${NotTaken} refused=${plan.refused} />
    ${differing > 0 && html`<section class="stack" aria-labelledby="differ-title"><h2 id="differ-title">Where the file says something else</h2>
      <${Choices} rows label="Where the file says something else" chosen=${[choice.useFile ? 'file' : 'here']}
        onToggle=${(/** @type {string} */ id) => choose({ useFile: id === 'file' })}
        items=${[{ id: 'here', label: 'Keep what is here' }, { id: 'file', label: 'Use the file’s', detail: `Changes ${entries(differing)}` }]} />
    </section>`}
    ${deleted > 0 && html`<${Switch} label="Bring back what was deleted" detail=${entries(deleted)} on=${choice.deleted}
      onChange=${(/** @type {boolean} */ on) => choose({ deleted: on })} />`}
    ${others.count > 0 && html`<${Switch} label=${`Add what ${listed(others.names)} wrote`}
      detail=${`${entries(others.count)}. Here ${others.count === 1 ? 'it stands' : 'they stand'} under your own name.`} on=${choice.others}
      onChange=${(/** @type {boolean} */ on) => choose({ others: on })} />`}
    ${count === 0 && html`<p>Nothing in this file is new here.</p>`}
  <//>`;
}

/** @param {{result: import('../../state/import.js').Result}} props */
function Done({ result }) {
  return html`
    <${Notice} tone=${result.ended === null ? 'good' : 'care'}>${resultSentences(result).map((text) => html`<p key=${text}>${text}</p>`)}<//>
    <${NotTaken} refused=${result.refused} />
    <${Button} onClick=${leave}>Back to your data<//>`;
}

const SHOWN = 3;

/** Rows that cannot be taken, each with its reason; the whole list as a file. @param {{refused: Refused[]}} props */
function NotTaken({ refused }) {
  if (refused.length === 0) return null;
  const save = () => handOver({
    blob: new Blob([BOM, csvRow(['row', 'kind', 'day', 'why']), ...refused.map(({ row, kind, day, why }) => csvRow([row, kind, day, why]))], { type: 'text/csv;charset=utf-8' }),
    name: fileName(today.value, 'csv', 'list'),
  });
  return html`<${Card} title=${`${entries(refused.length)} cannot be added`}>
    <ul class="plain-list">${refused.slice(0, SHOWN).map(({ row, kind, day, why }) => html`
      <li key=${`${row} ${why}`}>Row ${many(row)}${kind ? `, ${kindName(kind).toLowerCase()}` : ''}${day ? `, ${dayWords(day, today.value)}` : ''}: ${why}</li>`)}</ul>
    ${refused.length > SHOWN && html`<p>And ${many(refused.length - SHOWN)} more.</p>`}
    <${Button} variant="line" icon="download" onClick=${save}>Save the list<//>
  <//>`;
}
