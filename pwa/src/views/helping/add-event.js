import { html } from 'htm/preact';

import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { EVENTS } from '../../domain/event.js';
import { eventsFor } from '../../domain/helping.js';
import { keepNew, openKept } from './add-save.js';

/** Something that happened today; its day can be changed after. @param {import('./add-one.js').FormProps} props */
export function Happened({ person }) {
  const items = eventsFor(person).flatMap((type) => EVENTS.find(({ id }) => id === type) ?? []);
  const keep = async (/** @type {string} */ type) => {
    const id = await keepNew(person, 'event', { type });
    if (id) openKept(person, id, items.find((one) => one.id === type)?.label ?? 'Noted');
  };
  return html`<${Page} title="What happened?" back=${`/people/${person.space}`} note=${`For ${person.name}, today. One tap keeps it.`}>
    <${Choices} label="What happened?" rows items=${items} chosen=${[]} onToggle=${keep} />
  <//>`;
}
