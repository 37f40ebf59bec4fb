import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { EARLIER_DAYS, slotsOn } from '../../domain/dose.js';
import { change, doses, medicines, noteEarlier, remove, titleOf, today } from '../../state/medicines.js';
import { announce } from '../../ui/announce.js';
import { addDays, dayName } from '../../ui/dates.js';
import { instantOf } from '../../ui/instant.js';
import { stored } from '../log/save.js';

/** @typedef {import('../../state/medicines.js').Slot} Slot */
/** @typedef {'taken' | 'late' | 'skipped'} Status */

const ANSWERS = [{ id: 'taken', label: 'Taken' }, { id: 'late', label: 'Taken later' }, { id: 'skipped', label: 'Not taken' }];

/** The last two weeks, a day at a time. A dose that was not noted is just that. */
export function Earlier() {
  const on = useSignal(addDays(today.value, -1));
  const days = Array.from({ length: EARLIER_DAYS }, (_, index) => addDays(today.value, -1 - index))
    .map((day) => ({ id: day, label: shortName(day) }));
  const slots = medicines.value.flatMap((medicine) => slotsOn(medicine, on.value, doses.value))
    .sort((a, b) => (a.slot ?? a.on).localeCompare(b.slot ?? b.on));
  return html`<${Card} title="Which day?">
    <${Chips} label="Which day?" items=${days} chosen=${[on.value]} onToggle=${(/** @type {string} */ day) => { on.value = day; }} />
    <h3>${dayName(on.value, today.value)}</h3>
    ${slots.length === 0 && html`<p>No dose has a time on this day.</p>`}
    ${slots.map((slot) => html`<${Answer} key=${slot.key} slot=${slot} />`)}
    <p class="soft">What is not noted stays open. Nothing is owed.</p>
  <//>`;
}

/** "Yesterday", "Fri 13" @param {string} day */
function shortName(day) {
  const [name, number] = dayName(day, today.value).split(' ');
  return number ? `${name.slice(0, 3)} ${number}` : name;
}

/** @param {{slot: Slot}} props */
function Answer({ slot }) {
  const name = [titleOf(slot.medicine.body), slot.slot?.slice(11)].filter(Boolean).join(', ');
  const said = slot.doses.at(-1);
  const answer = async (/** @type {string} */ id) => {
    const kept = await stored(() => noted(slot, said, /** @type {Status} */ (id)));
    if (kept) announce(said?.body.status === id ? 'Taken back.' : 'Saved on this phone.');
  };
  return html`<div class="stack"><p><b>${name}</b></p>
    <${Chips} label=${name} items=${ANSWERS} chosen=${said ? [said.body.status] : []} onToggle=${answer} />
  </div>`;
}

/** @param {Slot} slot @param {Slot['doses'][number] | undefined} said @param {Status} status */
async function noted(slot, said, status) {
  if (said?.body.status === status) await remove(said.id);
  else if (said) await change(said.id, { status });
  else return noteEarlier(slot, status, status === 'taken' && slot.slot ? instantOf(slot.on, slot.slot.slice(11)) : {});
  return said.id;
}
