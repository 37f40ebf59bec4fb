import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { siteLabel } from '../../domain/injection.js';
import { injects, rhythmText } from '../../domain/medicine.js';
import { go } from '../../router.js';
import { label } from '../../state/content.js';
import { doses, inUseNow, medicines, stopped, titleOf, today } from '../../state/medicines.js';
import { dayName } from '../../ui/dates.js';
import { DosesCard } from '../today/doses.js';
import { Earlier } from './earlier.js';
import { LighterDays } from './lighter.js';
import { doseWhen } from './mark.js';

/** @typedef {import('../../state/medicines.js').Rec} Rec */

/** What is taken and when, as the person wrote it. */
export function Medicines() {
  const none = medicines.value.length === 0;
  return html`<${Page} title="Medicines" back="/you">
    <${DosesCard} />
    ${none && html`<${Card}>
      <p>Nothing here yet. You can list what you take, for yourself and for visits. Then one tap on Today notes each dose.</p>
    <//>`}
    ${inUseNow.value.length > 0 && html`<${Group} title="I take now" list=${inUseNow.value} />`}
    <${Button} tall icon="log" href="/cabinet/new">Add a medicine<//>
    <p class="soft">Limber shows what you wrote. It gives no advice on doses.</p>
    ${!none && html`<${LastInjection} /><${EarlierDoses} /><${LighterDays} />`}
    ${stopped.value.length > 0 && html`<${Group} title="I took before" list=${stopped.value} />`}
  <//>`;
}

/** @param {{title: string, list: readonly Rec[]}} props */
function Group({ title, list }) {
  return html`<section class="stack" aria-label=${title}><h2>${title}</h2>
    ${list.map(({ id, body }) => html`<${Pick} key=${id} title=${titleOf(body)} detail=${detail(body)} href=${`/cabinet/${id}`} />`)}
  </section>`;
}

/** @param {Record<string, any>} body */
function detail(body) {
  const stop = body.stopped_on && body.stopped_on <= today.value ? `Until ${dayName(body.stopped_on, today.value)}` : rhythmText(body.regimen);
  return [stop, body.private && 'private'].filter(Boolean).join(' · ');
}

function LastInjection() {
  const mine = new Set(medicines.value.filter(({ body }) => injects(body)).map(({ id }) => id));
  const last = doses.value.find(({ body }) => mine.has(body.medicine_id) && body.status !== 'skipped');
  if (!last) return null;
  const site = last.body.body_site;
  const where = site ? siteLabel(site, (id) => label('body_sites', id)).toLowerCase() : '';
  const when = doseWhen(last.body);
  return html`<${Pick} title="Last injection" icon="forward" detail=${[when[0].toUpperCase() + when.slice(1), where].filter(Boolean).join(', ')}
    onClick=${() => go('/cabinet/injected', { state: { id: last.id, from: '/cabinet' } })} />`;
}

function EarlierDoses() {
  const open = useSignal(false);
  return html`<div class="stack">
    <${Pick} title="Earlier doses" detail="Only if you want to note something" icon="clock" open=${open.value}
      onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Earlier} />`}
  </div>`;
}
