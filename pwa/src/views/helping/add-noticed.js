import { html } from 'htm/preact';

import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { label, vocabulary } from '../../state/content.js';
import { keepNew, openKept } from './add-save.js';

/** What the reader saw, in one tap; words may follow. @param {import('./add-one.js').FormProps} props */
export function Noticed({ person }) {
  const keep = async (/** @type {string} */ type) => {
    const id = await keepNew(person, 'observation', { type });
    if (id) openKept(person, id, label('observations', type));
  };
  return html`<${Page} title="What did you notice?" back=${`/people/${person.space}`} note=${`For ${person.name}. One tap keeps it.`}>
    <${Choices} label="What did you notice?" items=${vocabulary.value.observations ?? []} chosen=${[]} onToggle=${keep} />
    <p class="soft">It stands beside what ${person.name} says, and never in its place.</p>
  <//>`;
}
