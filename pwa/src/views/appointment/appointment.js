import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { AGREED_MOST, WHO_MOST, isOver } from '../../domain/appointment.js';
import { NOTE_MOST } from '../../domain/symptom.js';
import { back, go } from '../../router.js';
import { thisMoment, visitsNow } from '../../state/appointments.js';
import { remove, restore } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { stored } from '../log/save.js';
import { KeptText } from '../profile/kept.js';
import { HelperNotes } from './helper-notes.js';
import { useOwnRecord } from './own-record.js';
import { Questions } from './questions.js';
import { questionCount, visitTitle, visitWhen } from './words.js';
import { When } from './when.js';

const LIST = '/you/visits';

/** One visit: who and when, what to ask, what was agreed. Every answer is kept as it is given. */
export function Appointment() {
  const { id, record, isNew, set } = useOwnRecord('appointment');
  if (!record && !isNew) {
    return html`<${Page} title="This visit is not here" back=${LIST}>
      <${Card}><p>It was taken out, or it is on another phone.</p><${Button} variant="quiet" tall href=${LIST}>Go to the visits<//><//>
    <//>`;
  }
  const body = record?.body ?? {};
  const over = isOver(body, thisMoment());
  return html`<${Page} title=${record ? visitTitle(body) : 'A new visit'} back=${LIST} note=${record ? visitWhen(body, today.value) : ''}
    foot=${html`<${Button} tall onClick=${() => back(LIST)}>Done<//>`}>
    ${over && html`<${Agreed} body=${body} set=${set} />`}
    <${KeptText} label="Who you will see" hint="Such as a doctor, a nurse or a clinic." value=${body.who} limit=${WHO_MOST}
      onKeep=${(/** @type {string | null} */ who) => set({ who })} />
    <${When} body=${body} onKeep=${set} />
    <${Questions} name=${`question ${isNew ? 'new' : id}`} questions=${body.questions ?? []} onKeep=${(/** @type {string[]} */ questions) => set({ questions })} />
    ${record && html`<${HelperNotes} id=${record.id} />`}
    ${record && !over && html`<${Kept} record=${record} />`}
    <${Switch} label="Take my report" detail="A reminder to bring it." on=${body.take_report === true}
      onChange=${(/** @type {boolean} */ take_report) => set({ take_report })} />
    ${!over && record && html`<${Pick} title="A report for this visit" icon="note" href="/report" />`}
    ${!over && html`<${Agreed} body=${body} set=${set} />`}
    <${KeptText} label="Note" long hint="Shared only if you chose to share notes." value=${body.note} limit=${NOTE_MOST}
      onKeep=${(/** @type {string | null} */ note) => set({ note })} />
    <${Switch} label="Keep this visit private" detail=${body.private ? 'Off: people you share appointments with see it, with its questions.'
      : 'Nobody you share with sees it, or that it is there.'}
      on=${body.private === true} onChange=${(/** @type {boolean} */ on) => set({ private: on })} />
    ${record && html`<${Button} variant="line" tall icon="bin" onClick=${() => takeOut(record)}>Delete this visit<//>`}
  <//>`;
}

/** @param {{body: Record<string, any>, set: (values: Record<string, unknown>) => unknown}} props */
function Agreed({ body, set }) {
  return html`<${KeptText} label="What was agreed" long hint="After the visit, in your own words." value=${body.agreed} limit=${AGREED_MOST}
    onKeep=${(/** @type {string | null} */ agreed) => set({ agreed })} />`;
}

/** Questions from private entries wait apart; at the next visit they are one tap away. @param {{record: import('../../state/records.js').Rec}} props */
function Kept({ record }) {
  const { coming } = visitsNow();
  const next = coming.find(({ body }) => !body.private);
  const mine = coming.find(({ body }) => body.private);
  const count = mine?.body.questions?.length ?? 0;
  if (next?.id !== record.id || !mine || count === 0) return null;
  return html`<${Pick} title="Only for me" detail=${`${questionCount(count)} from private entries. Nobody else sees them.`} icon="lock"
    onClick=${() => go(`${LIST}/${mine.id}`)} />`;
}

/** @param {import('../../state/records.js').Rec} record */
async function takeOut({ id, body }) {
  if (!(await stored(async () => { await remove(id); return id; }))) return;
  say(`Deleted: ${visitTitle(body)}.`, () => restore(id));
  go(LIST, { replace: true });
}
