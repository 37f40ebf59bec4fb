import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { contactTitle, roleLabel } from '../../domain/contact.js';
import { go } from '../../router.js';
import { crisis, emergency, saved } from '../../state/numbers.js';
import { ofKind, theOne } from '../../state/records.js';
import { AlertCards } from './alert-cards.js';
import { CallButton, crisisDetail } from './call.js';
import { helpWords } from './helps.js';

/** Whom to call, what the person cannot take, and what helps: what others need when she cannot say it herself. */
export function Contacts() {
  const { number, sure, country } = emergency.value;
  const where = country ? `For ${country.name}. ` : '';
  const help = helpWords(theOne('care_card')?.body.help);
  return html`<${Page} title="Numbers and allergies" back="/you">
    <${Card} title="In an emergency">
      <${CallButton} alert number=${number} words=${`Call ${number}`} />
      <p class="soft">${sure ? `${where}You chose this number.` : `${where}Limber took this from your phone's clock or language.`}</p>
      <${Pick} title="Country and number" detail=${sure ? 'Change it' : 'Check that it is right'} icon="forward" href="/you/settings/country" />
      ${crisis.value && html`<${CallButton} number=${crisis.value.number} words=${`Call ${crisis.value.name}`} detail=${crisisDetail(crisis.value)} />`}
    <//>
    <section class="stack" aria-label="My numbers">
      <h2>My numbers</h2>
      ${saved.value.map(({ id, body }) => html`<${OneContact} key=${id} id=${id} body=${body} />`)}
      <${Button} variant="line" tall wide icon="log" onClick=${() => go('/you/numbers/new')}>Add a number<//>
    </section>
    <section class="stack" aria-label="Allergies">
      <h2>Allergies</h2>
      ${ofKind('allergy').map(({ id, body }) => html`<${Pick} key=${id} title=${body.what || 'Something'} detail=${body.reaction ?? ''} icon="forward"
        onClick=${() => go(`/you/numbers/${id}`, { state: { kind: 'allergy' } })} />`)}
      <${Button} variant="line" tall wide icon="log" onClick=${() => go('/you/numbers/new', { state: { kind: 'allergy' } })}>Add an allergy<//>
    </section>
    <section class="stack" aria-label="What helps me">
      <h2>What helps me</h2>
      <${Pick} title="Ways to help" detail=${help || 'Nothing yet. Your own list, for people who help you.'} icon="forward" href="/you/numbers/helps" />
    </section>
    <${AlertCards} />
    <p class="soft">Others see this page only if you share “Phone numbers, allergies and what helps” with them.</p>
  <//>`;
}

/** @param {{id: string, body: Record<string, any>}} props */
function OneContact({ id, body }) {
  const title = contactTitle(body);
  const detail = [body.who ? roleLabel(body.role) : '', body.number, body.hours].filter(Boolean).join(' · ');
  return html`<${Card}>
    <${Pick} title=${title} detail=${detail} icon="edit" onClick=${() => go(`/you/numbers/${id}`, { state: { kind: 'contact' } })} />
    ${body.number && html`<${CallButton} number=${body.number} words=${`Call ${title}`} />`}
  <//>`;
}
