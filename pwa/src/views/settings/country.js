import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { ANOTHER, isPhone } from '../../domain/country.js';
import { inAmerica, units } from '../../state/knowledge.js';
import { countries, countryHereNow, crisis, emergency } from '../../state/numbers.js';
import { theOne } from '../../state/records.js';
import { CallButton, crisisDetail } from '../contact/call.js';
import { keepCard } from '../contact/save.js';

/** Where the person lives: whom to call there, and how things are said. Takes effect at once. */
export function Country() {
  const body = theOne('care_card')?.body ?? {};
  const said = /** @type {string | null | undefined} */ (body.country);
  const choose = (/** @type {string} */ id) => {
    if (id === said) return keepCard({ country: null, emergency_number: null });
    const row = countries.value.find((one) => one.id === id);
    return keepCard({ country: id, emergency_number: row?.emergency ?? null });
  };
  return html`<${Page} title="Country and words" back="/you/settings">
    <${Now} said=${Boolean(said)} />
    ${said && html`<${OwnNumber} key=${said} number=${body.emergency_number} />`}
    <${List} said=${said ?? null} onChoose=${choose} />
  <//>`;
}

/** @param {{said: boolean}} props */
function Now({ said }) {
  const { number, sure, country } = emergency.value;
  const line = crisis.value;
  const where = country ? `Your country is ${country.name}.` : said ? 'Your country is another one.' : 'Limber does not know your country yet.';
  const words = `${inAmerica.value ? 'American' : 'British'} words. Temperatures in °${units.value}.`;
  return html`<${Card} title="As it is now">
    <p>${said || !country ? where : `Your phone seems to be in ${country.name}. Choose it below if that is right.`}</p>
    <${CallButton} alert number=${number} words=${`Call ${number}`} detail=${sure ? 'Emergency number' : 'Emergency number, not yet checked by you'} />
    ${country?.also.map((one) => html`<${CallButton} key=${one.number} number=${one.number} words=${`Call ${one.number}`} detail=${one.name} />`)}
    ${line && html`<${CallButton} number=${line.number} words=${`Call ${line.name}`} detail=${crisisDetail(line)} />`}
    ${country && !line && html`<p>Limber knows no crisis line here for certain. You can save one under “Numbers and allergies”.</p>`}
    <p class="soft">${words}</p>
    <p class="soft">Not every number here has been checked in its country. If one is wrong, write your own below.</p>
  <//>`;
}

/** @param {{number: string | null | undefined}} props */
function OwnNumber({ number }) {
  const text = useSignal(number ?? '');
  const wrong = useSignal(false);
  const keep = () => {
    const now = text.value.trim();
    wrong.value = now !== '' && !isPhone(now);
    if (!wrong.value && (now || null) !== (number ?? null)) keepCard({ emergency_number: now || null });
  };
  return html`<${Field} label="My emergency number" type="tel" inputMode="tel" value=${text.value} maxLength=${30}
    hint="The number to call when life is in danger." error=${wrong.value ? 'Not kept yet. Use digits, and + or spaces if you like.' : undefined}
    onInput=${(/** @type {string} */ now) => { text.value = now; }} onChange=${keep} />`;
}

/** @param {{said: string | null, onChoose: (id: string) => unknown}} props */
function List({ said, onChoose }) {
  const all = useSignal(false);
  const rows = countries.value.map(({ id, name }) => ({ id, label: name }));
  const here = countryHereNow.value?.id;
  const first = rows.filter(({ id }) => id === said || id === here);
  const items = [...(all.value || first.length === 0 ? rows : first), { id: ANOTHER, label: 'Another country' }];
  return html`<section class="stack" aria-label="Choose your country">
    <h2>Choose your country</h2>
    <${Choices} label="Choose your country" items=${items} chosen=${said ? [said] : []} onToggle=${onChoose} />
    ${!all.value && first.length > 0 && html`<${Pick} title="Show all countries" icon="list" onClick=${() => { all.value = true; }} />`}
  </section>`;
}
