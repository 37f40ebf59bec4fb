import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Chip } from '../../components/chip.js';
import { Field } from '../../components/field.js';
import { REACTION_MOST } from '../../domain/contact.js';
import { draft } from '../../state/drafts.js';
import { theOne } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { keepCard } from './save.js';

/** Cards the person carries, such as that of a medicine. */
export function AlertCards() {
  const cards = /** @type {string[]} */ (theOne('care_card')?.body.alert_cards ?? []);
  const written = draft('alert card');
  const text = (written.value ?? '').trim();
  const add = async () => {
    if (text && !cards.includes(text) && !(await keepCard({ alert_cards: [...cards, text] }))) return;
    written.value = null;
  };
  const remove = async (/** @type {string} */ card) => {
    if (await keepCard({ alert_cards: cards.filter((one) => one !== card) })) say(`Taken away: ${card}`, () => keepCard({ alert_cards: cards }));
  };
  return html`<section class="stack" aria-label="Cards I carry">
    <h2>Cards I carry</h2>
    ${cards.length > 0 && html`<div class="chips" role="group" aria-label="Cards I carry">
      ${cards.map((card) => html`<${Chip} key=${card} label=${card} removable onClick=${() => remove(card)} />`)}
    </div>`}
    <${Field} label="A card" hint="Such as a patient alert card, and where you keep it." value=${written.value ?? ''} maxLength=${REACTION_MOST}
      onInput=${(/** @type {string} */ now) => { written.value = now || null; }} />
    ${text && html`<${Button} variant="quiet" tall icon="log" onClick=${add}>Add this card<//>`}
  </section>`;
}
