import { html } from 'htm/preact';

import { Icon } from '../../components/icon.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { PersonView } from './person-view.js';
import { Covered, NotAvailable, usePerson, useTheirs } from './shared.js';

/** @typedef {import('./shared.js').Shared} Shared */

/** Today and the last days of one person, in words. */
export function Person() {
  const person = usePerson();
  return person ? html`<${Shown} key=${person.space} person=${person} />` : html`<${NotAvailable} />`;
}

/** @param {{person: Shared}} props */
function Shown({ person }) {
  const { records, updated } = useTheirs(person);
  const toPeople = html`<a class="top-button" href="/people"><${Icon} name="people" /><span>People</span></a>`;
  // What may be old is never called today.
  return html`<${Page} title=${updated.stale ? person.name : `${person.name}, today`} note=${updated.stale ? undefined : updated.text} action=${toPeople}>
    ${updated.stale && html`<${Notice}><p>${updated.text}</p><//>`}
    ${updated.covered ? html`<${Covered} />` : html`<${PersonView} person=${person} records=${records} stale=${updated.stale} />`}
  <//>`;
}
