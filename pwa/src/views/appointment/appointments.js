import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { visitsNow } from '../../state/appointments.js';
import { today } from '../../state/today.js';
import { visitLine, visitTitle } from './words.js';

/** Visits to come and visits that were. */
export function Appointments() {
  const { coming, past } = visitsNow();
  return html`<${Page} title="Visits" back="/you">
    <${Button} tall icon="log" href="/you/visits/new">Add a visit<//>
    ${coming.length + past.length === 0 && html`<p>Nothing here yet. A visit needs no day: it can wait as your next visit and collect your questions.</p>`}
    <${Visits} title="Coming up" visits=${coming} />
    <${Visits} title="Past" visits=${past} />
  <//>`;
}

/** @param {{title: string, visits: import('../../state/records.js').Rec[]}} props */
function Visits({ title, visits }) {
  if (visits.length === 0) return null;
  return html`<section class="stack" aria-label=${title}>
    <h2>${title}</h2>
    ${visits.map(({ id, body }) => html`<${Pick} key=${id} title=${visitTitle(body)} detail=${visitLine(body, today.value)} href=${`/you/visits/${id}`} />`)}
  </section>`;
}
