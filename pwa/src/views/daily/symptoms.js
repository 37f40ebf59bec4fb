import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { ELSEWHERE, INTIMATE, changeOf, withChange } from '../../domain/daily.js';
import { go } from '../../router.js';
import { addCustom, terms } from '../../state/custom.js';
import { mySymptoms } from '../../state/dailies.js';
import { draft } from '../../state/drafts.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';
import { symptomName } from './words.js';

const CHANGES = [{ id: 'usual', label: 'Usual' }, { id: 'worse', label: 'Worse' }, { id: 'new', label: 'New' }];
/** Shown at once to who has none of their own yet. */
const FIRST = ['fatigue', 'weakness', 'numbness', 'balance', 'spasms', 'thinking'];

/** Every symptom with three chips; the person's own first. @param {import('./answer.js').AnswerProps} props */
export function Symptoms({ body, keep, on }) {
  const all = useSignal(false);
  // As they were on coming here: rows must not move under the finger.
  const mine = useMemo(() => mySymptoms.peek(), []);
  const known = terms('symptoms').map(({ id }) => id).filter((id) => !ELSEWHERE.includes(id));
  const first = mine.length > 0 ? mine : FIRST;
  const rest = known.filter((id) => !first.includes(id) && !INTIMATE.includes(id));
  const intimate = INTIMATE.filter((id) => !first.includes(id));
  const said = (/** @type {string} */ id) => changeOf(body, id) !== null;
  const row = (/** @type {string} */ id) => html`<${OneSymptom} key=${id} id=${id} chosen=${changeOf(body, id)}
    onPick=${(/** @type {any} */ change) => keep((/** @type {any} */ now) => withChange(now, id, change))} />`;
  return html`
    <div class="stack stack-wide">${first.map(row)}${!all.value && [...rest, ...intimate].filter(said).map(row)}</div>
    <${Pick} title=${all.value ? 'Fewer symptoms' : 'More symptoms'} icon="list" open=${all.value} onClick=${() => { all.value = !all.value; }} />
    ${all.value && html`
      <div class="stack stack-wide">${rest.map(row)}</div>
      ${intimate.length > 0 && html`<h2>Bladder, bowel and sex</h2>
        <p class="soft">These stay with you. They are shared only if you choose them by name.</p>
        <div class="stack stack-wide">${intimate.map(row)}</div>`}
      <${OwnSymptom} secret=${body.private === true} onAdded=${(/** @type {string} */ id) => keep((/** @type {any} */ now) => withChange(now, id, 'new'))} />`}
    <${Pick} title="Low mood or anxious" detail="These have a page of their own." icon="forward"
      onClick=${() => go('/day/mind', { state: { on } })} />`;
}

/** @param {{id: string, chosen: string | null, onPick: (change: string) => unknown}} props */
function OneSymptom({ id, chosen, onPick }) {
  const name = symptomName(id);
  return html`<div class="stack changes">
    <h2>${name}</h2>
    <${Chips} thirds label=${name} items=${CHANGES} chosen=${chosen ? [chosen] : []} onToggle=${onPick} />
  </div>`;
}

/** @param {{secret: boolean, onAdded: (id: string) => unknown}} props */
function OwnSymptom({ secret, onAdded }) {
  const words = draft('own_symptom');
  const add = async () => {
    const text = (words.value ?? '').trim();
    if (!text) return;
    const id = await stored(() => addCustom('symptoms', text, secret));
    if (!id) return;
    words.value = null;
    await onAdded(id);
    announce(`${text}: new. Saved on this phone.`);
  };
  return html`<div class="stack">
    <h2>Something else</h2>
    <${Field} label="In my own words" hint="It stays in your list." maxLength=${60} value=${words.value ?? ''}
      onInput=${(/** @type {string} */ text) => { words.value = text; }} />
    <${Button} variant="quiet" tall icon="log" onClick=${add}>Add it, as new<//>
  </div>`;
}
