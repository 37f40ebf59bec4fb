import { html } from 'htm/preact';
import { useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { wroteIt } from '../../domain/helping.js';
import { route } from '../../router.js';
import { me, personOf } from '../../state/helping.js';
import { recordsOf } from '../../state/people.js';
import { DoseGiven } from './add-dose.js';
import { Happened } from './add-event.js';
import { NotHere } from './add-gone.js';
import { Kept } from './add-kept.js';
import { Note } from './add-note.js';
import { Noticed } from './add-noticed.js';
import { Score } from './add-score.js';
import { actsThere } from './add-there.js';
import { Together } from './add-together.js';

/**
 * @typedef {object} FormProps
 * @property {import('../../state/people.js').Person} person
 * @property {readonly import('../../domain/overlay.js').Rec[]} records - what the share shows, newest first
 * @property {string} act
 */

/** @type {Record<string, import('preact').FunctionComponent<FormProps>>} */
const FORMS = { pain: Score, noticed: Noticed, note: Note, visit: Note, dose: DoseGiven, event: Happened, together: Together };

/** One thing to add for somebody, or one that the reader added. */
export function AddOne() {
  const [, space = '', , what = ''] = route.value.parts;
  const person = personOf(space);
  return person ? html`<${One} key=${`${space} ${what}`} person=${person} what=${what} />` : html`<${NotHere} />`;
}

/** @param {{person: import('../../state/people.js').Person, what: string}} props */
function One({ person, what }) {
  const records = useMemo(() => recordsOf(person.space), [person.space]).value;
  const rec = records.find(({ id }) => id === what);
  if (rec && !rec.deleted && wroteIt(rec, me.value)) return html`<${Kept} key=${what} person=${person} records=${records} rec=${rec} />`;
  const Form = Object.hasOwn(FORMS, what) ? FORMS[what] : null;
  if (Form && /** @type {string[]} */ (actsThere(person, records)).includes(what)) return html`<${Form} person=${person} records=${records} act=${what} />`;
  // What is still being read from storage is not there yet either.
  return html`<${Page} title=${`Add for ${person.name}`} back=${`/people/${person.space}`}>
    <p>${Form ? 'This cannot be added here at the moment.' : 'This entry is not here.'}</p>
    <${Button} variant="quiet" tall href=${`/people/${person.space}`}>Go to ${person.name}<//>
  <//>`;
}
