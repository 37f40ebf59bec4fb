import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Icon } from '../../components/icon.js';
import { Page } from '../../components/page.js';
import { lengthFor } from '../../domain/plan.js';
import { doseWords } from '../../domain/plan-words.js';
import { doseIn } from '../../domain/plan-week.js';
import { go, route } from '../../router.js';
import { movement as movementOf } from '../../state/knowledge.js';
import { itemsOn, shelf } from '../../state/plans.js';
import { profile } from '../../state/profile.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { Waiting } from '../learn/opening.js';
import { SessionCard } from '../today/session-card.js';
import { ItemPage } from './item.js';
import { MoveDay } from './move-day.js';
import { Picture } from './picture.js';
import { daysDone } from './week.js';
import { nameOf, positionWords, sentence, STILL_TO_CHECK, STOP_LINE } from './words.js';

/** @typedef {import('../../domain/plan.js').Item} Item */

/** What an item is called on its day, whether it has a record or not. @param {Item} item */
const keyOf = ({ id, order, dose }) => id ?? `${order}-${dose.movement}`;

/** One day of the week: its movements, and one of them with all that can be changed. */
export function Day() {
  const on = route.value.parts[2];
  const known = /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on));
  const items = known ? itemsOn(on) : [];
  const { step } = /** @type {{step?: string}} */ (route.value.state);
  const item = items?.find((one) => keyOf(one) === step);
  if (item) return html`<${ItemPage} key=${step} item=${item} />`;
  return html`<${Page} title=${known ? dayName(on, today.value) : 'This day is not here'} back="/move" note=${note(on)}>
    ${items === null && html`<${Waiting} />`}
    ${items?.length === 0 && html`<${Card}><p>A free day. Rest is part of it.</p><${Button} variant="line" tall href="/move">Back to the week<//><//>`}
    ${items && items.length > 0 && html`<${Items} on=${on} items=${items} />`}
  <//>`;
}

/** @param {string} on */
const note = (on) => (daysDone().has(on) ? 'Done.' : '');

/** @param {{on: string, items: Item[]}} props */
function Items({ on, items }) {
  const length = lengthFor(profile.value.minutes);
  const usual = items.filter(({ lengths }) => lengths.includes(length));
  const known = shelf.value;
  const rest = items.filter((one) => !usual.includes(one));
  return html`
    ${on === today.value && html`<${SessionCard} /><p class="soft">Below is what was planned for today.</p>`}
    <p><b>${STOP_LINE}</b></p>
    <${List} title=${`In ${length} minutes`} items=${usual} doses=${usual.map((item) => (known ? doseIn(known, items, item, length) : item.dose))} />
    ${rest.length > 0 && html`<${List} title="At other lengths" items=${rest} />`}
    <${MoveDay} on=${on} />
    <p class="soft">${STILL_TO_CHECK}</p>`;
}

/** @param {{title: string, items: Item[], doses?: Item['dose'][]}} props - doses: as they are done in that time */
function List({ title, items, doses = items.map(({ dose }) => dose) }) {
  return html`<section class="stack" aria-label=${title}>
    <h2>${title}</h2>
    <ul class="stack stack-list" role="list">${items.map((item, at) => html`<li key=${keyOf(item)}><${ItemRow} item=${item} dose=${doses[at]} /></li>`)}</ul>
  </section>`;
}

/** @param {{item: Item, dose: Item['dose']}} props */
function ItemRow({ item, dose }) {
  const { id, helper, set_by } = item;
  const whose = helper === 'skip' ? 'Left out' : set_by === 'therapist' ? 'From your therapist' : helper === 'hand' ? 'With a hand' : id && 'Alone';
  return html`<button type="button" class=${`movement-row${helper === 'skip' ? ' movement-out' : ''}`}
    onClick=${() => go(route.value.path, { state: { step: keyOf(item) } })}>
    <${Picture} dose=${dose} />
    <span class="movement-words"><b>${nameOf(dose.movement)}</b>
      <span class="movement-target">${sentence(doseWords(dose, movementOf(dose.movement) ?? null))}</span>
      <span class="movement-facts">${[positionWords(dose.position), whose].filter(Boolean).join(' · ')}</span></span>
    <${Icon} name="forward" />
  </button>`;
}
