import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Question } from '../../components/question.js';
import { Switch } from '../../components/switch.js';
import { injects, rhythmText } from '../../domain/medicine.js';
import { go, route } from '../../router.js';
import { label, vocabulary } from '../../state/content.js';
import { addMedicine, change, recordOf, remove, restore, setPrivate, titleOf, today } from '../../state/medicines.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { dayName } from '../../ui/dates.js';
import { Written } from '../log/detail.js';
import { stored } from '../log/save.js';
import { DayField } from './day-field.js';
import { EffectCard } from './effect-card.js';
import { AskAgain, doseWhen, useMark } from './mark.js';
import { NameCard } from './name-card.js';
import { RouteCard, WhenCard } from './when-card.js';

/** @typedef {import('../../state/medicines.js').Rec} Rec */

/** One medicine: two short steps after its kind when it is new, then everything on one page. */
export function Medicine() {
  const id = route.value.parts[1];
  if (id === 'new') return html`<${Kind} />`;
  const record = recordOf(id);
  if (record?.kind !== 'medicine' || record.deleted) {
    return html`<${Page} title="This medicine is not here" back="/cabinet">
      <${Card}><p>It was taken out, or it is on another phone.</p><${Button} variant="quiet" tall href="/cabinet">Go to medicines<//><//>
    <//>`;
  }
  const step = Number(route.value.state.step ?? 0);
  return step > 0 ? html`<${Step} key=${step} record=${record} step=${step} />` : html`<${Whole} record=${record} />`;
}

function Kind() {
  const choose = async (/** @type {string} */ kind) => {
    const id = await stored(() => addMedicine(kind));
    if (!id) return;
    say(`Saved on this phone. ${label('medicine_classes', kind)}.`, () => takeBack(id));
    go(`/cabinet/${id}`, { replace: true, state: { step: 1 } });
  };
  return html`<${Page} title="What kind of medicine is it?" back="/cabinet" note="1 of 3. Not sure? Choose “Other”.">
    <${Choices} label="What kind of medicine is it?" rows items=${kinds()} chosen=${[]} onToggle=${choose} />
  <//>`;
}

/** @param {string} id */
async function takeBack(id) {
  await remove(id);
  go('/cabinet', { replace: true });
}

/** Plain words first, the medical one below. */
const kinds = () => (vocabulary.value.medicine_classes ?? []).map((term) => ({ id: term.id, label: term.label, detail: term.medical }));

/** @param {{record: Rec, step: number}} props */
function Step({ record, step }) {
  const { id } = record;
  const done = () => go('/cabinet', { replace: true });
  const next = step === 1 ? () => go(`/cabinet/${id}`, { state: { step: 2 } }) : undefined;
  return html`<${Question} title=${step === 1 ? 'What is it called?' : 'When do you take it?'} back="/cabinet" place=${step + 1} of=${3}
    note=${`${titleOf(record.body)}. Saved already.`} onDone=${done} onNext=${next}>
    ${step === 1 ? html`<${Card}><${NameCard} record=${record} /><//>` : html`
      <${Card} title="Times and days"><${WhenCard} record=${record} /><//>
      <${Card} title="How it is taken"><${RouteCard} record=${record} /><//>`}
  <//>`;
}

/** @param {{record: Rec}} props */
function Whole({ record }) {
  const { id, body } = record;
  const set = async (/** @type {Record<string, unknown>} */ values) => {
    if (await stored(async () => { await change(id, values); return id; })) announce('Saved on this phone.');
  };
  const hide = async (/** @type {boolean} */ on) => {
    if (await stored(async () => { await setPrivate(id, on); return id; })) announce('Saved on this phone.');
  };
  const gone = body.stopped_on && body.stopped_on <= today.value;
  const note = gone ? `Taken until ${dayName(body.stopped_on, today.value)}` : rhythmText(body.regimen);
  return html`<${Page} title=${titleOf(body)} back="/cabinet" note=${note}>
    ${record.conf.length > 0 && html`<${Pick} title="Two versions of this medicine" detail="Which is right? Both are kept." href=${`/diary/two/${id}`} />`}
    ${!gone && html`<${Now} record=${record} />`}
    <${Card} title="Name and dose"><${NameCard} record=${record} /><${KindRow} record=${record} set=${set} /><//>
    <${Card} title="When"><${WhenCard} record=${record} /><//>
    <${Card} title="How it is taken"><${RouteCard} record=${record} /><//>
    <${Card} title="What you notice"><${EffectCard} body=${body} set=${set} /><//>
    <${Card} title="Since"><${Dates} body=${body} set=${set} /><//>
    <${Card}><${Written} id=${id} field="note" label="Note" hint="Shared only if you chose to share notes." value=${body.note} limit=${2000} /><//>
    <${Switch} label="Keep this medicine private" detail="Nobody you share with sees it, or its doses. Doses noted while it is private stay private."
      on=${body.private === true} onChange=${hide} />
    ${!gone && html`<${Button} variant="line" tall icon="stop" onClick=${() => stop(record)}>I no longer take this<//>`}
    <${Button} variant="line" tall icon="bin" onClick=${() => takeOut(record)}>Delete this medicine<//>
  <//>`;
}

/** @param {{record: Rec, set: (values: Record<string, unknown>) => unknown}} props */
function KindRow({ record, set }) {
  const open = useSignal(false);
  const kind = record.body.class;
  return html`<${Pick} title="Kind" detail=${kind ? label('medicine_classes', kind) : 'Not said'} icon="edit" open=${open.value}
      onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Choices} label="What kind of medicine is it?" rows items=${kinds()} chosen=${[kind]}
      onToggle=${(/** @type {string} */ id) => set({ class: id === kind ? null : id })} />`}`;
}

/** @param {{record: Rec}} props */
function Now({ record }) {
  const injection = injects(record.body);
  const kept = (/** @type {string} */ id) => {
    const dose = /** @type {Rec} */ (recordOf(id));
    if (injection) go('/cabinet/injected', { state: { id, from: `/cabinet/${record.id}` } });
    else say(`Saved on this phone. Taken ${doseWhen(dose.body)}.`, () => remove(id));
  };
  const mark = useMark(record, undefined, kept);
  return html`<${Button} variant="quiet" tall wide icon=${injection ? 'syringe' : 'pill'} onClick=${() => mark.mark()}>
      ${injection ? 'I’ve injected' : 'Taken now'}<//>
    <${AskAgain} mark=${mark} />`;
}

/** @param {{body: Record<string, any>, set: (values: Record<string, unknown>) => unknown}} props */
function Dates({ body, set }) {
  return html`
    <${DayField} label="First day" value=${body.started_on} max=${body.stopped_on ?? undefined} problem="It is after the day of stopping."
      onKeep=${(/** @type {string | null} */ on) => set({ started_on: on })} />
    <${DayField} label="First day without it" value=${body.stopped_on} min=${body.started_on ?? undefined} problem="It is before the first day."
      onKeep=${(/** @type {string | null} */ on) => set({ stopped_on: on })} />`;
}

/** @param {Rec} record */
async function stop({ id, body }) {
  const before = body.stopped_on ?? null;
  if (!(await stored(async () => { await change(id, { stopped_on: today.value }); return id; }))) return;
  say(`Noted: ${titleOf(body)} until today.`, () => change(id, { stopped_on: before }));
}

/** @param {Rec} record */
async function takeOut({ id, body }) {
  if (!(await stored(async () => { await remove(id); return id; }))) return;
  say(`Deleted: ${titleOf(body)}.`, () => restore(id));
  go('/cabinet', { replace: true });
}
