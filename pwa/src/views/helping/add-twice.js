import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { wroteIt } from '../../domain/helping.js';
import { notedTwice } from '../../domain/twice.js';
import { draft } from '../../state/drafts.js';
import { changeFor, me, removeFor, restoreFor } from '../../state/helping.js';
import { titleOf } from '../../state/medicines.js';
import { say } from '../../state/toast.js';
import { clockTime } from '../../ui/dates.js';
import { stored } from '../log/save.js';
import { todayThere } from './add-there.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

const KEPT = 50;

/**
 * Asks about a slot that both noted. What the person noted stays in either case: only the reader's own can go.
 * @param {{person: import('../../state/people.js').Person, records: readonly Rec[]}} props
 */
export function TwoDoses({ person, records }) {
  const two = draft('helper_two_doses');
  if (!person.write.includes('medicines')) return null;
  const doses = records.filter(({ kind, deleted, id }) => kind === 'dose' && !deleted && !(two.value ?? []).includes(id));
  const pair = notedTwice(doses, todayThere(person, records)).find((one) => one.some((rec) => wroteIt(rec, me.value)));
  const medicine = pair && records.find(({ id }) => id === pair[0].body.medicine_id);
  if (!pair || !medicine) return null;
  const mine = /** @type {Rec} */ ([...pair].reverse().find((rec) => wroteIt(rec, me.value)));
  const other = mine === pair[0] ? pair[1] : pair[0];
  const name = titleOf(medicine.body);
  const one = async () => {
    if (!(await stored(async () => { await removeFor(person.space, mine.id); return mine.id; }))) return;
    say('One dose is kept.', () => restoreFor(person.space, mine.id));
  };
  const both = async () => {
    if (!(await stored(async () => { await changeFor(person.space, mine, { beside: other.id }); return mine.id; }))) return;
    // The link between two doses is for the person alone, so this phone remembers the answer.
    two.value = [...(two.value ?? []), mine.id].slice(-KEPT);
    say('Noted: two doses.');
  };
  return html`<${Card} title="One dose or two?" region=${false}>
    <p><b>${name}</b> is noted twice for ${mine.body.slot.slice(11)}.</p>
    <ul class="stack" role="list">${pair.map((rec) => html`<li key=${rec.id}>${[`Noted ${clockTime(rec.body.at)}`, wroteIt(rec, me.value) ? 'by you' : `by ${rec.author?.name || person.name}`].join(' ')}</li>`)}</ul>
    <div class="pair">
      <${Button} variant="quiet" tall label=${`One dose: ${name}`} onClick=${one}>One dose<//>
      <${Button} variant="quiet" tall label=${`Two doses: ${name}`} onClick=${both}>Two doses<//>
    </div>
  <//>`;
}
