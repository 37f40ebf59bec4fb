/** What is added for somebody, in words. */
import { dayOfEntry } from '../../domain/helping.js';
import { siteLabel } from '../../domain/injection.js';
import { label } from '../../state/content.js';
import { titleOf } from '../../state/medicines.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { observedName } from '../diary/observed.js';
import { sentenceOf } from '../diary/rows.js';
import { entryTitle } from '../diary/words.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/** What each act is called, and what it is for. @type {Record<import('../../domain/helping.js').Act, (name: string) => {title: string, detail?: string}>} */
export const ACT = {
  noticed: () => ({ title: 'What I noticed', detail: 'Spasms, a fall, very tired, and more' }),
  pain: (name) => ({ title: 'A number for pain', detail: `It counts once ${name} says that it is right` }),
  dose: () => ({ title: 'A dose given' }),
  together: () => ({ title: 'We did it together', detail: 'Today’s plan' }),
  event: () => ({ title: 'What happened', detail: 'With its day' }),
  visit: () => ({ title: 'A note on a visit' }),
  note: (name) => ({ title: `A quiet note to ${name}`, detail: 'It waits. No message is sent.' }),
};

/** "Pain 6, right hip", "Spasms", "Painkiller, taken 08:05" @param {Rec} rec @param {readonly Rec[]} records - of the same diary */
export function addedTitle(rec, records) {
  const { kind, body } = rec;
  if (kind === 'symptom') return entryTitle(body);
  if (kind === 'observation') return observedName(body) || 'Something noticed';
  if (kind === 'dose') return doseTitle(body, records);
  return sentenceOf(rec);
}

/** @param {Record<string, any>} body @param {readonly Rec[]} records */
function doseTitle(body, records) {
  const medicine = records.find(({ id }) => id === body.medicine_id);
  const site = body.body_site ? siteLabel(body.body_site, (id) => label('body_sites', id)).toLowerCase() : '';
  return [medicine ? titleOf(medicine.body) : 'A medicine', body.status === 'skipped' ? 'not taken' : `given ${clockTime(body.at)}`, site].filter(Boolean).join(', ');
}

/** "today, 09:40, waiting to be sent" @param {Rec} rec @param {string} today - the person's */
export function addedState(rec, today) {
  const on = dayOfEntry(rec);
  const day = on && dayName(on, today).replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase());
  const sent = rec.blocked ? 'not taken' : rec.waiting ? 'waiting to be sent' : '';
  return [day, rec.kind === 'event' ? '' : clockTime(rec.body.at), sent].filter(Boolean).join(', ');
}

