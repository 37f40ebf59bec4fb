import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { doseText } from '../../domain/medicine.js';
import { asOne, asTwo, isOwn, notedTwice } from '../../domain/twice.js';
import { change, doses, recordOf, remove, restore, titleOf, today } from '../../state/medicines.js';
import { session } from '../../state/session.js';
import { say } from '../../state/toast.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { stored } from '../log/save.js';

/** @typedef {import('../../state/medicines.js').Rec} Rec */

const me = () => session.value.account?.id ?? null;

/** Asks once about a slot that was noted twice, as by the person and by somebody who helps. */
export function OneOrTwo() {
  const pair = notedTwice(doses.value, today.value)[0];
  const medicine = pair && recordOf(pair[0].body.medicine_id);
  if (!medicine) return null;
  const { slot } = pair[0].body;
  const name = [titleOf(medicine.body), doseText(medicine.body.regimen)].filter(Boolean).join(', ');
  const day = dayName(slot.slice(0, 10), today.value);
  return html`<${Card} title="One dose or two?" region=${false}>
    <p><b>${name}</b> is noted twice for ${slot.slice(11)}, ${day.replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase())}.</p>
    <ul class="stack" role="list">${pair.map((dose) => html`<li key=${dose.id}>${doseWords(dose)}</li>`)}</ul>
    <div class="pair">
      <${Button} variant="quiet" tall label=${`One dose: ${name}`} onClick=${() => one(pair)}>One dose<//>
      <${Button} variant="quiet" tall label=${`Two doses: ${name}`} onClick=${() => two(pair)}>Two doses<//>
    </div>
  <//>`;
}

/** "Taken 08:05, noted by Daniel" @param {Rec} dose */
function doseWords(dose) {
  const { status, at } = dose.body;
  const time = clockTime(at);
  const who = isOwn(dose, me()) ? 'you' : dose.author?.name || 'somebody else';
  return `${status === 'late' ? 'Taken later' : 'Taken'}${time && ` ${time}`}, noted by ${who}`;
}

/** @param {[Rec, Rec]} pair */
async function one(pair) {
  const { goes, stays, add } = asOne(pair, me());
  const before = Object.fromEntries(Object.keys(add).map((field) => [field, stays.body[field] ?? null]));
  const kept = await stored(async () => {
    if (Object.keys(add).length > 0) await change(stays.id, add);
    await remove(goes.id);
    return goes.id;
  });
  if (!kept) return;
  say(`One dose is kept: ${doseWords(stays).replace(/^T/, 't')}.`, async () => {
    await restore(goes.id);
    if (Object.keys(before).length > 0) await change(stays.id, before);
  });
}

/** @param {[Rec, Rec]} pair */
async function two(pair) {
  const { id, set } = asTwo(pair, me());
  if (!(await stored(async () => { await change(id, set); return id; }))) return;
  say('Noted: two doses.', () => change(id, { beside: null }));
}
