import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Scale } from '../../components/scale.js';
import { label, vocabulary } from '../../state/content.js';
import { capital, strength } from '../diary/words.js';
import { keepNew, openKept } from './add-save.js';

/** Symptoms with a scope of their own are for the person alone to note. */
const NOT_HERE = ['pain', 'bladder', 'bowel', 'constipation', 'sexual', 'low_mood', 'anxious'];

/** A number on somebody's behalf. @param {import('./add-one.js').FormProps} props */
export function Score({ person }) {
  const symptom = useSignal('pain');
  const choosing = useSignal(false);
  const pain = symptom.value === 'pain';
  const ask = pain ? `How strong is ${person.name}’s pain now?` : `${label('symptoms', symptom.value)}: how strong is it now?`;
  const others = (vocabulary.value.symptoms ?? []).filter(({ id }) => !NOT_HERE.includes(id));
  const keep = async (/** @type {number} */ severity_nrs) => {
    const said = { symptom: symptom.value, severity_nrs };
    const id = await keepNew(person, 'symptom', said);
    if (id) openKept(person, id, capital(strength(said)));
  };
  return html`<${Page} title=${`A number, for ${person.name}`} back=${`/people/${person.space}`}>
    <${Card} title=${ask}>
      <${Scale} key=${symptom.value} label=${ask} plain=${!pain} onPick=${keep} />
      <p class="soft">Ask “What is it like?”, and note the answer. It counts once ${person.name} says that it is right.</p>
    <//>
    ${!pain && html`<${Pick} title="Pain instead" icon="back" onClick=${() => { symptom.value = 'pain'; }} />`}
    <${Pick} title="Something other than pain" open=${choosing.value} icon=${choosing.value ? 'less' : 'more'}
      onClick=${() => { choosing.value = !choosing.value; }} />
    ${choosing.value && html`<${Choices} label="Which symptom?" items=${others} chosen=${[symptom.value]}
      onToggle=${(/** @type {string} */ id) => { symptom.value = id; choosing.value = false; }} />`}
  <//>`;
}
