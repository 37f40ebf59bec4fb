import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { addedBy } from '../../domain/helping.js';
import { me } from '../../state/helping.js';
import { addDays } from '../../ui/dates.js';
import { todayThere } from './add-there.js';
import { addedState, addedTitle } from './add-words.js';

/**
 * What the reader added for somebody of late. Each can be opened, changed and taken out by them alone.
 * @param {{person: import('../../state/people.js').Person, records: readonly import('../../domain/overlay.js').Rec[], days: number, most?: number}} props
 */
export function AddedList({ person, records, days, most = 40 }) {
  const today = todayThere(person, records);
  const mine = addedBy(records, me.value, addDays(today, 1 - days)).slice(0, most);
  if (mine.length === 0) return null;
  return html`<${Card} title="Added by you"><div class="stack">
    ${mine.map((rec) => html`<${Pick} key=${rec.id} title=${addedTitle(rec, records)} detail=${addedState(rec, today)} href=${`/people/${person.space}/add/${rec.id}`} />`)}
  </div><//>`;
}
