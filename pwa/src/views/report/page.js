import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Switch } from '../../components/switch.js';
import { STAYS } from '../../domain/report/shape.js';
import { choice, choose, leaveOut, made, makeReport, period, putBack, shown } from '../../state/report.js';
import { say } from '../../state/toast.js';
import { Block } from './block.js';
import { LOCAL_WORDS, outWords, phoneWords } from './words.js';

/** The report as a page, to read and to print. What is left out here stays out of the files too. */
export function ReportPage() {
  const [editing, setEditing] = useState(false);
  const now = made.value;
  const hasDays = period.value !== null;
  useEffect(() => { if (hasDays) makeReport(); }, []);
  return html`<${Page} title="The report" back="/report">
    ${!hasDays && html`<${Card}><p>Choose the days first.</p><${Button} variant="quiet" tall href="/report">Go to the choices<//><//>`}
    ${hasDays && now.step === 'making' && html`<p role="status">Making the report.</p>`}
    ${hasDays && now.step === 'broken' && html`<${Notice} now><p>The report could not be made. Nothing is lost.</p><//>
      <${Button} tall onClick=${makeReport}>Try again<//>`}
    ${now.step === 'made' && html`<${Tools} now=${now} editing=${editing} onEdit=${setEditing} /><${Paper} report=${now.report} editing=${editing} />`}
  <//>`;
}

/** @param {{now: Extract<import('../../state/report.js').Made, {step: 'made'}>, editing: boolean, onEdit: (on: boolean) => void}} props */
function Tools({ now, editing, onEdit }) {
  const { out } = choice.value;
  return html`<div class="stack stack-wide report-tools">
    ${now.by === 'phone' && html`<${Notice}><p>${now.why === 'local' ? LOCAL_WORDS : phoneWords(now.why)}</p><//>`}
    ${now.missing > 0 && html`<${Notice}><p>Some entries are not sent yet, and not in it.</p><//>`}
    <${Button} tall onClick=${() => print()}>Print this page<//>
    <p class="soft">In the print window you can also save it as a file.</p>
    <${Switch} label="Leave things out" detail="Shows a button at each line." on=${editing} onChange=${onEdit} />
    ${out.length > 0 && html`<p>${outWords(out.length)}.</p><${Button} variant="line" icon="undo" onClick=${() => choose({ out: [] })}>Put all back<//>`}
  </div>`;
}

/** @param {{report: import('../../state/report.js').Report, editing: boolean}} props */
function Paper({ report, editing }) {
  return html`<article class=${`report paper-${choice.value.paper}`} aria-labelledby="report-title">
    <header><h2 id="report-title">${report.title}</h2><p><b>${report.period}</b></p><p>${report.lead} Self-reported.</p></header>
    ${shown.value.map(({ id, title, blocks }) => html`<section key=${id} class="report-part" data-part=${id} aria-labelledby=${`part-${id}`}>
      <h3 id=${`part-${id}`} tabindex="-1">${title}</h3>
      ${blocks.map((block) => html`<${Block} key=${block.id} block=${block} onOut=${editing && id !== STAYS ? outOf(id) : undefined} />`)}
    </section>`)}
  </article>`;
}

/** Leaves one thing out; the heading of its part is read next, since the button is gone. @param {string} part */
const outOf = (part) => (/** @type {string} */ id, /** @type {string} */ words) => {
  leaveOut(id);
  say(`Left out: ${words}.`, () => putBack(id));
  requestAnimationFrame(() => {
    /** @type {HTMLElement | null} */ (document.getElementById(`part-${part}`) ?? document.querySelector('h1'))?.focus({ preventScroll: true });
  });
};
