import { html } from 'htm/preact';

import { Page } from '../../components/page.js';
import { granted } from '../../domain/granted.js';
import { CallList } from './call-list.js';
import { readingOf } from './reading.js';
import { Covered, NotAvailable, usePerson, useTheirs } from './shared.js';

/** Call for somebody: works without a network, and with whatever is shared. */
export function CallForMe() {
  const person = usePerson();
  return person ? html`<${Shown} key=${person.space} person=${person} />` : html`<${NotAvailable} />`;
}

/** @param {{person: import('./shared.js').Shared}} props */
function Shown({ person }) {
  const { records, updated } = useTheirs(person);
  // A covered copy tells nothing of the person; the signs and the number of this country are nobody's.
  const seen = updated.covered ? [] : granted(records, person.read);
  return html`<${Page} title=${`Call for ${person.name}`} back=${`/people/${person.space}`} note=${updated.stale ? updated.text : undefined}>
    <${CallList} person=${person} seen=${seen} reading=${readingOf(person, seen)} />
    ${updated.covered && html`<${Covered} />`}
  <//>`;
}
