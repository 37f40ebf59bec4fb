import { html } from 'htm/preact';

import { Pick } from '../../components/pick.js';
import { people } from '../../state/people.js';

/** The way to the people one helps, for somebody with a diary of their own. Nothing where there is nobody. */
export function PeopleRow() {
  if (people.value.length === 0) return null;
  return html`<${Pick} title="People I help" detail=${people.value.map(({ name }) => name).join(', ')} icon="people" href="/people" />`;
}
