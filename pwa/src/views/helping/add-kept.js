import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Scale } from '../../components/scale.js';
import { isConfirmed } from '../../domain/confirmed.js';
import { TEXT_MOST } from '../../domain/helping.js';
import { siteIds, siteLabel } from '../../domain/injection.js';
import { injects } from '../../domain/medicine.js';
import { hasPlace } from '../../domain/symptom.js';
import { go } from '../../router.js';
import { label, vocabulary } from '../../state/content.js';
import { changeFor } from '../../state/helping.js';
import { announce } from '../../ui/announce.js';
import { addDays, dayName, shortDayName } from '../../ui/dates.js';
import { stored } from '../log/save.js';
import { Places } from './add-places.js';
import { takeOut } from './add-save.js';
import { todayThere } from './add-there.js';
import { addedState, addedTitle } from './add-words.js';

/**
 * @typedef {import('../../domain/overlay.js').Rec} Rec
 * @typedef {{person: import('../../state/people.js').Person, records: readonly Rec[], rec: Rec}} Props
 * @typedef {{rec: Rec, set: (values: Record<string, any>) => unknown}} PartProps
 */

/** One thing the reader added: a little more about it, and the way to take it out. @param {Props} props */
export function Kept({ person, records, rec }) {
  const { name, space } = person;
  const today = todayThere(person, records);
  const title = addedTitle(rec, records);
  const set = async (/** @type {Record<string, any>} */ values) => {
    if (await stored(async () => { await changeFor(space, rec, values); return rec.id; })) announce('Saved on this phone.');
  };
  const medicine = rec.kind === 'dose' ? records.find(({ id }) => id === rec.body.medicine_id) : null;
  return html`<${Page} title=${title} back=${`/people/${space}`} note=${`For ${name}, ${addedState(rec, today)}`}
    foot=${html`<${Button} tall onClick=${() => go(`/people/${space}`, { replace: true })}>Done<//>`}>
    <p>Saved on this phone, and signed with your name.</p>
    ${rec.kind === 'symptom' && html`<${ScorePart} rec=${rec} set=${set} name=${name} />`}
    ${rec.kind === 'observation' && html`<${TextPart} rec=${rec} set=${set} />`}
    ${rec.kind === 'event' && html`<${DayPart} rec=${rec} set=${set} today=${today} />`}
    ${medicine && injects(medicine.body) && html`<${SitePart} rec=${rec} set=${set} />`}
    <${Button} variant="line" tall icon="bin" onClick=${() => takeOut(person, rec.id, title)}>Take it out<//>
  <//>`;
}

/** @param {PartProps & {name: string}} props */
function ScorePart({ rec, set, name }) {
  const scale = useSignal(false);
  const { body } = rec;
  return html`
    ${hasPlace(body.symptom) && html`<${Places} chosen=${body.regions ?? []} onChange=${(/** @type {any} */ regions) => set({ regions })} />`}
    <${Pick} title="Another number" open=${scale.value} icon="edit" onClick=${() => { scale.value = !scale.value; }} />
    ${scale.value && html`<${Card}><${Scale} label="How strong?" plain=${body.symptom !== 'pain'} chosen=${body.severity_nrs ?? null}
      onPick=${(/** @type {number} */ severity_nrs) => set({ severity_nrs })} /><//>`}
    <p class="soft">${isConfirmed(body) ? `${name} said that this is right. After a change it is asked again.` : `It counts once ${name} says that it is right.`}</p>`;
}

/** @param {PartProps} props */
function TextPart({ rec, set }) {
  const text = useSignal(rec.body.text ?? '');
  const keep = (/** @type {string} */ value) => { if (value.trim() !== (rec.body.text ?? '')) set({ text: value.trim() || null }); };
  return html`<${Field} label="A few words, if they help" long value=${text.value} maxLength=${TEXT_MOST}
    hint="Kept as soon as this field is left." onInput=${(/** @type {string} */ value) => { text.value = value; }} onChange=${keep} />`;
}

/** @param {PartProps & {today: string}} props */
function DayPart({ rec, set, today }) {
  const days = Array.from({ length: 7 }, (_, ago) => addDays(today, -ago)).map((on) => ({ id: on, label: shortDayName(on, today) }));
  return html`<${Card} title="Which day?"><p class="soft">${dayName(rec.body.on, today)}</p>
    <${Chips} label="Which day?" items=${days} chosen=${[rec.body.on]} onToggle=${(/** @type {string} */ on) => set({ on })} /><//>`;
}

/** @param {PartProps} props */
function SitePart({ rec, set }) {
  const word = (/** @type {string} */ id) => label('body_sites', id);
  const items = siteIds(vocabulary.value.body_sites ?? []).map((id) => ({ id, label: siteLabel(id, word) }));
  return html`<h2>Where did it go?</h2>
    <${Choices} label="Where did it go?" items=${items} chosen=${[rec.body.body_site]}
      onToggle=${(/** @type {string} */ id) => set({ body_site: id === rec.body.body_site ? null : id })} />`;
}
