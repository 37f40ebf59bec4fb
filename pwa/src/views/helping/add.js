import { html } from 'htm/preact';
import { useMemo } from 'preact/hooks';

import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { route } from '../../router.js';
import { personOf } from '../../state/helping.js';
import { recordsOf } from '../../state/people.js';
import { AddedList } from './add-own.js';
import { NotHere } from './add-gone.js';
import { actsThere } from './add-there.js';
import { ACT } from './add-words.js';

const DAYS = 14;

/** Everything that may be added for one person, and what was added. */
export function Add() {
  const space = route.value.parts[1] ?? '';
  const person = personOf(space);
  return person ? html`<${Shown} key=${space} person=${person} />` : html`<${NotHere} />`;
}

/** @param {{person: import('../../state/people.js').Person}} props */
function Shown({ person }) {
  const { space, name } = person;
  const records = useMemo(() => recordsOf(space), [space]).value;
  const acts = actsThere(person, records);
  return html`<${Page} title=${`Add for ${name}`} back=${`/people/${space}`}>
    ${acts.length === 0 && html`<p>Nothing can be added here at the moment.</p>`}
    ${acts.length > 0 && html`<div class="stack">
      ${acts.map((act) => html`<${Pick} key=${act} ...${ACT[act](name)} href=${`/people/${space}/add/${act}`} />`)}
    </div>
    <${Card} tone="soft"><p>All of it is signed with your name, for ever. ${name} can take it out.</p><//>`}
    <${AddedList} person=${person} records=${records} days=${DAYS} />
  <//>`;
}
