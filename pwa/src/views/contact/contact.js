import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { Switch } from '../../components/switch.js';
import { NAME_MOST, REACTION_MOST, ROLES, contactTitle } from '../../domain/contact.js';
import { isPhone } from '../../domain/country.js';
import { NOTE_MOST } from '../../domain/symptom.js';
import { back, go, route } from '../../router.js';
import { remove, restore } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { useOwnRecord } from '../appointment/own-record.js';
import { stored } from '../log/save.js';
import { KeptText } from '../profile/kept.js';
import { CallButton } from './call.js';

/** @typedef {{record: import('../../state/records.js').Rec | null, set: (values: Record<string, unknown>) => Promise<boolean>}} OneProps */

const LIST = '/you/numbers';

/** One number to call, or one allergy. */
export function Contact() {
  const contact = useOwnRecord('contact');
  const allergy = useOwnRecord('allergy');
  const isAllergy = allergy.record !== null || (allergy.isNew && route.value.state.kind === 'allergy');
  const { record, isNew, set } = isAllergy ? allergy : contact;
  if (!record && !isNew) {
    return html`<${Page} title="This is not here" back=${LIST}>
      <${Card}><p>It was taken out, or it is on another phone.</p><${Button} variant="quiet" tall href=${LIST}>Go to the numbers<//><//>
    <//>`;
  }
  const body = record?.body ?? {};
  const name = isAllergy ? body.what || 'An allergy' : contactTitle(body);
  const takeOut = async () => {
    if (!record || !(await stored(async () => { await remove(record.id); return record.id; }))) return;
    say(`Deleted: ${name}.`, () => restore(record.id));
    go(LIST, { replace: true });
  };
  return html`<${Page} title=${record ? name : isAllergy ? 'A new allergy' : 'A new number'} back=${LIST}
    foot=${html`<${Button} tall onClick=${() => back(LIST)}>Done<//>`}>
    <${isAllergy ? Allergy : OneNumber} record=${record} set=${set} />
    <${Switch} label="Keep this private" detail="Nobody you share with sees it, or that it is there." on=${body.private === true}
      onChange=${(/** @type {boolean} */ on) => set({ private: on })} />
    ${record && html`<${Button} variant="line" tall icon="bin" onClick=${takeOut}>Delete this ${isAllergy ? 'allergy' : 'number'}<//>`}
  <//>`;
}

/** @param {OneProps} props */
function OneNumber({ record, set }) {
  const body = record?.body ?? {};
  const unclear = useSignal(false);
  const keepNumber = (/** @type {string | null} */ number) => {
    unclear.value = number !== null && !isPhone(number);
    if (!unclear.value) set({ number });
  };
  return html`
    <${KeptText} label="Who" hint="Such as a name, or the nurse line." value=${body.who} limit=${NAME_MOST} onKeep=${(/** @type {string | null} */ who) => set({ who })} />
    <${KeptText} label="Number" type="tel" inputMode="tel" value=${body.number} limit=${30} onKeep=${keepNumber}
      error=${unclear.value ? 'Not kept yet. Use digits, and + or spaces if you like.' : undefined} />
    ${body.number && html`<${CallButton} number=${body.number} words="Call this number" />`}
    <${KeptText} label="When they answer" hint="Such as Monday to Friday, 9 to 12." value=${body.hours} limit=${NAME_MOST}
      onKeep=${(/** @type {string | null} */ hours) => set({ hours })} />
    <h2>Who is it?</h2>
    <${Choices} label="Who is it?" items=${ROLES} chosen=${body.role ? [body.role] : []}
      onToggle=${(/** @type {string} */ id) => set({ role: body.role === id ? null : id })} />
    <${KeptText} label="Note" long hint="Shared only if you chose to share notes." value=${body.note} limit=${NOTE_MOST}
      onKeep=${(/** @type {string | null} */ note) => set({ note })} />`;
}

/** @param {OneProps} props */
function Allergy({ record, set }) {
  const body = record?.body ?? {};
  return html`
    <${KeptText} label="What you cannot take" hint="A medicine, a food, a plaster, anything." value=${body.what} limit=${NAME_MOST}
      onKeep=${(/** @type {string | null} */ what) => set({ what })} />
    <${KeptText} label="What it does" hint="Such as a rash, or hard to breathe." value=${body.reaction} limit=${REACTION_MOST}
      onKeep=${(/** @type {string | null} */ reaction) => set({ reaction })} />`;
}
