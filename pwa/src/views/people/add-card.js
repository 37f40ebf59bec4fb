import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { personOf } from '../../state/helping.js';
import { AddedList } from '../helping/add-own.js';
import { actsThere } from '../helping/add-there.js';
import { TwoDoses } from '../helping/add-twice.js';
import { ACT } from '../helping/add-words.js';

/** So many stand on the person's page; the others one tap further. */
const FIRST = 2;

/**
 * What may be added for somebody, and what was added today. Nothing where nothing may be.
 * @param {{person: {space: string, name: string, read: string[]}, records: readonly import('../../domain/overlay.js').Rec[]}} props
 */
export function AddCard({ person: { space }, records }) {
  const person = personOf(space);
  if (!person) return null;
  const acts = actsThere(person, records);
  const first = acts.length > FIRST + 1 ? acts.slice(0, FIRST) : acts;
  return html`<${TwoDoses} person=${person} records=${records} />
    ${acts.length > 0 && html`<${Card} title=${`Add for ${person.name}`}><div class="stack">
      ${first.map((act) => html`<${Pick} key=${act} ...${ACT[act](person.name)} href=${`/people/${space}/add/${act}`} />`)}
      ${acts.length > first.length && html`<${Pick} title="More to add" href=${`/people/${space}/add`} />`}
    </div><//>`}
    <${AddedList} person=${person} records=${records} days=${1} most=${5} />`;
}
