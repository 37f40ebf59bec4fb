import { html } from 'htm/preact';
import { useEffect, useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Icon } from '../../components/icon.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { route } from '../../router.js';
import { people, recordsOf } from '../../state/people.js';
import { syncNow } from '../../state/sync.js';
import { PersonView } from './person-view.js';
import { updatedWords } from './words.js';

/** @typedef {import('./people.js').Shared} Shared */

/** Today and the last days of one person, in words, read only. */
export function Person() {
  useEffect(() => { syncNow(); }, []);
  const space = route.value.parts[1] ?? '';
  const person = /** @type {Shared[]} */ (people.value).find((one) => one.space === space);
  // One text for ended, paused and unknown: the screen must not tell them apart.
  if (!person) {
    return html`<${Page} title="People" back="/people">
      <p>This view is not available.</p>
      <${Button} tall href="/people">Go to People<//>
    <//>`;
  }
  return html`<${Shown} key=${space} person=${person} />`;
}

/** @param {{person: Shared}} props */
function Shown({ person }) {
  const records = useMemo(() => recordsOf(person.space), [person.space]);
  const updated = updatedWords(person, new Date());
  const toPeople = html`<a class="top-button" href="/people"><${Icon} name="people" /><span>People</span></a>`;
  return html`<${Page} title=${`${person.name}, today`} note=${updated.stale ? undefined : updated.text} action=${toPeople}>
    ${updated.stale && html`<${Notice}><p>${updated.text}</p><//>`}
    ${updated.covered ? html`<p>Connect once to see this again. Limber then asks whether it is still shared with you.</p>` : html`<${PersonView} person=${person} records=${records.value} stale=${updated.stale} />`}
  <//>`;
}
