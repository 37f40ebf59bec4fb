import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { PARTS } from '../../domain/report/shape.js';
import { periodWords } from '../../domain/report/words.js';
import { choice, choose, period, savedBundle, savedPdf, visitBefore } from '../../state/report.js';
import { session } from '../../state/session.js';
import { today } from '../../state/today.js';
import { Fold } from '../people/fold.js';
import { SavingNotes, useSaving } from './saving.js';
import { Tables } from './tables.js';
import { outWords } from './words.js';

const PAPERS = [{ id: 'a4', label: 'A4' }, { id: 'letter', label: 'Letter' }];

/** What a report is made of, and the ways to take it along. */
export function Report() {
  const days = period.value;
  return html`<${Page} title="A report for a visit" back="/you">
    <p>What you wrote down, set out for a clinician. It says that it is self-reported and not checked.</p>
    <${Days} />
    <${Contents} />
    ${days && html`<${Button} tall href="/report/page">See it<//>`}
    <${Files} />
  <//>`;
}

/** From which day to which. */
function Days() {
  const { span, first, last } = choice.value;
  const days = period.value;
  const spans = [
    ...(visitBefore.value ? [{ id: 'visit', label: 'Since the last visit' }] : []),
    { id: '30', label: '30 days' }, { id: '90', label: '90 days' }, { id: 'own', label: 'Other dates' }];
  const pick = (/** @type {any} */ id) => choose(id === 'own' && days ? { span: id, first: first || days.first, last: last || days.last } : { span: id });
  return html`<section class="stack" aria-labelledby="days-title">
    <h2 id="days-title">Which days?</h2>
    <${Chips} label="Which days?" items=${spans} chosen=${[span === 'visit' && !visitBefore.value ? '90' : span]} onToggle=${pick} />
    ${span === 'own' && html`
      <${Field} label="From" type="date" value=${first} max=${today.value} onInput=${(/** @type {string} */ on) => choose({ first: on })} />
      <${Field} label="To" type="date" value=${last} error=${days ? undefined : 'Choose a first day and a last day, the first one earlier.'}
        onInput=${(/** @type {string} */ on) => choose({ last: on })} />`}
    <p role="status">${days ? `${periodWords(days.first, days.last)}.` : ''}</p>
  </section>`;
}

/** Which parts, and what stays out. */
function Contents() {
  const { parts, secret, out, paper } = choice.value;
  const set = (/** @type {string} */ id, /** @type {boolean} */ on) => choose({ parts: PARTS.map((one) => one.id).filter((one) => (one === id ? on : parts.includes(one))) });
  return html`<section class="stack" aria-labelledby="parts-title">
    <h2 id="parts-title">What is in it?</h2>
    <${Fold} title="Parts" detail=${`${parts.length} of ${PARTS.length} are in it`}>
      <div class="stack">${PARTS.map(({ id, title }) => html`<${Switch} key=${id} label=${title} on=${parts.includes(id)}
        detail=${id === 'mood' ? 'Off unless you want it there.' : undefined}
        onChange=${(/** @type {boolean} */ on) => set(id, on)} />`)}</div>
    <//>
    <${Switch} label="Entries marked private" detail=${secret ? 'On: they are in the report too.' : 'Off: they stay out.'} on=${secret}
      onChange=${(/** @type {boolean} */ on) => choose({ secret: on })} />
    <p class="soft">Notes are not on the page or in the PDF. Single lines can be left out on the page.</p>
    ${out.length > 0 && html`<${Pick} title="Put all back" detail=${`${outWords(out.length)}.`} icon="undo" onClick=${() => choose({ out: [] })} />`}
    <h3>Paper</h3>
    <${Chips} label="Paper" items=${PAPERS} chosen=${[paper]} onToggle=${(/** @type {any} */ id) => choose({ paper: id })} />
  </section>`;
}

/** The same days as files. */
function Files() {
  const pdf = useSaving();
  const bundle = useSaving();
  const online = session.value.mode === 'account';
  return html`<section class="stack" aria-labelledby="files-title">
    <h2 id="files-title">Save it</h2>
    <p class="soft">A file is not locked. Whoever has it can read it.</p>
    ${online && html`<${Pick} title="Save the PDF" detail="For paper or a message. Needs a connection." icon="download" onClick=${() => pdf.make(savedPdf)} />
      <${SavingNotes} saving=${pdf} />`}
    ${!online && html`<p>The PDF needs an account. Without one, open the page and print it.</p>`}
    <${Fold} title="Save tables (CSV)" detail="For a spreadsheet. Works offline."><${Tables} /><//>
    ${online && html`<${Fold} title="More" detail="For other programs" icon="settings">
      <${Pick} title="FHIR for the clinic’s system" detail="Only if somebody asks for it. It holds no notes. Needs a connection." icon="download" onClick=${() => bundle.make(savedBundle)} />
      <${SavingNotes} saving=${bundle} />
    <//>`}
  </section>`;
}
