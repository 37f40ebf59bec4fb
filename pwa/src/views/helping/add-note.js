import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Choices } from '../../components/choices.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { NOTE, TEXT_MOST, VISIT_NOTE } from '../../domain/helping.js';
import { dayName } from '../../ui/dates.js';
import { backWith, keepNew } from './add-save.js';
import { todayThere, visitsThere } from './add-there.js';

/** A quiet note, or one on a visit. It waits for the person. @param {import('./add-one.js').FormProps} props */
export function Note({ person, records, act }) {
  const text = useSignal('');
  const error = useSignal('');
  const today = todayThere(person, records);
  const visits = act === 'visit' ? visitsThere(records, today) : [];
  const about = useSignal(visits.find(({ body }) => body.at.slice(0, 10) >= today)?.id ?? visits[0]?.id ?? null);
  const keep = async () => {
    error.value = text.value.trim() ? '' : 'Write a few words first.';
    if (error.value) {
      document.querySelector('textarea')?.focus();
      return;
    }
    const set = act === 'visit' ? { type: VISIT_NOTE, about: about.value } : { type: NOTE };
    const id = await keepNew(person, 'observation', { ...set, text: text.value.trim() });
    if (id) backWith(person, id, act === 'visit' ? 'A note on a visit' : `A note to ${person.name}`);
  };
  return html`<${Page} title=${act === 'visit' ? 'A note on a visit' : `A note to ${person.name}`} back=${`/people/${person.space}`}
    foot=${html`<${Button} tall onClick=${keep}>Keep this note<//>`}>
    ${visits.length > 1 && html`<${Choices} label="Which visit?" rows chosen=${[about.value]} onToggle=${(/** @type {string} */ id) => { about.value = id; }}
      items=${visits.map(({ id, body }) => ({ id, label: body.who || 'A visit', detail: dayName(body.at.slice(0, 10), today) }))} />`}
    ${visits.length === 1 && html`<p><b>${visits[0].body.who || 'A visit'}</b>, ${dayName(visits[0].body.at.slice(0, 10), today)}</p>`}
    <${Field} label="Your note" long value=${text.value} maxLength=${TEXT_MOST} error=${error.value}
      hint=${`Up to ${TEXT_MOST} letters. It waits for ${person.name}, and nothing rings.`}
      onInput=${(/** @type {string} */ value) => { text.value = value; if (value.trim()) error.value = ''; }} />
  <//>`;
}
