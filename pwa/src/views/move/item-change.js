import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Count } from '../../components/count.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { counted, doseBody, doseWords, isMore, partsOf } from '../../domain/plan-words.js';
import { pastDay } from '../../domain/profile.js';
import { movement as movementOf } from '../../state/knowledge.js';
import { today } from '../../state/today.js';
import { addDays, dayName } from '../../ui/dates.js';
import { sentence } from './words.js';

/** @typedef {import('../../domain/plan.js').Item} Item */
/** @typedef {import('../../domain/planner/dose.js').Dose} Dose */
/** @typedef {(change: import('./item-scope.js').Change) => unknown} OnChange */

const NOTE_MOST = 200;
/** Room for the date in front. */
const THERAPIST_MOST = 160;

/** Less, freely; more, with a word why. @param {{item: Item, free: boolean, onChange: OnChange}} props */
export function HowMuch({ item, free, onChange }) {
  const open = useSignal(false);
  const next = useSignal(item.dose);
  const why = useSignal('');
  const missing = useSignal(false);
  const more = isMore(next.value, item.dose);
  const movement = movementOf(item.dose.movement) ?? null;
  const keep = () => {
    const note = why.value.trim();
    if (more && !note) {
      missing.value = true;
      return;
    }
    const asked = more ? { set_by: /** @type {const} */ ('person'), override_note: note } : {};
    onChange({ set: { dose: doseBody(next.value), ...asked }, said: sentence(doseWords(next.value, movement)) });
  };
  return html`<div class="stack">
    <${Pick} title="Change how much" detail="Less is always fine" icon="edit" open=${open.value} onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Card}>
      <${Parts} dose=${next.value} onlyLess=${free ? null : item.dose} onChange=${(/** @type {Dose} */ dose) => { next.value = dose; }} />
      ${more && html`<${Field} label="Why more?" hint="A few words, such as: it went easily for a week." value=${why.value} maxLength=${NOTE_MOST}
        error=${missing.value && !why.value.trim() ? 'Write a few words first.' : undefined} onInput=${(/** @type {string} */ text) => { why.value = text; }} />`}
      ${changed(next.value, item.dose) && html`<${Button} tall onClick=${keep}>Keep: ${doseWords(next.value, movement)}<//>`}
    <//>`}
  </div>`;
}

/** What a therapist set, with its day. @param {{item: Item, onChange: OnChange}} props */
export function Therapist({ item, onChange }) {
  const open = useSignal(false);
  const next = useSignal(item.dose);
  const on = useSignal('');
  const words = useSignal('');
  const missing = useSignal(false);
  const movement = movementOf(item.dose.movement) ?? null;
  const keep = () => {
    if (!pastDay(on.value, today.value)) {
      missing.value = true;
      return;
    }
    const note = [`${fullDay(on.value)}.`, words.value.trim()].filter(Boolean).join(' ');
    onChange({ set: { dose: doseBody(next.value), set_by: 'therapist', override_note: note }, said: `From your therapist: ${doseWords(next.value, movement)}` });
  };
  return html`<div class="stack">
    <${Pick} title="From my therapist" detail="What they set goes before the rules of progress" icon="edit" open=${open.value}
      onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Card}>
      <${Parts} dose=${next.value} onlyLess=${null} all onChange=${(/** @type {Dose} */ dose) => { next.value = dose; }} />
      <${Field} label="When did they say so?" type="date" value=${on.value} max=${today.value} min="1900-01-01"
        error=${missing.value && !pastDay(on.value, today.value) ? 'Choose the day, roughly.' : undefined} onInput=${(/** @type {string} */ text) => { on.value = text; }} />
      <${Field} label="What did they say?" hint="If you like." value=${words.value} maxLength=${THERAPIST_MOST}
        onInput=${(/** @type {string} */ text) => { words.value = text; }} />
      <${Button} tall onClick=${keep}>Keep: ${doseWords(next.value, movement)}<//>
    <//>`}
  </div>`;
}

/** @param {{dose: Dose, onlyLess: Dose | null, all?: boolean, onChange: (dose: Dose) => unknown}} props - onlyLess: nothing above this */
function Parts({ dose, onlyLess, all = false, onChange }) {
  return html`${partsOf(dose, movementOf(dose.movement) ?? null, { all }).map(({ part, one, label, step, least, most, value }) => html`<div key=${part} class="stack">
    <p><b>${label}</b></p>
    <${Count} label=${label} value=${value} step=${step} min=${least} max=${onlyLess?.[part] ?? Math.max(most, value)}
      words=${(/** @type {number} */ count) => counted(count, one)} onChange=${(/** @type {number} */ count) => onChange({ ...dose, [part]: count })} />
  </div>`)}`;
}

/** @param {Dose} a @param {Dose} b */
const changed = (a, b) => JSON.stringify(doseBody(a)) !== JSON.stringify(doseBody(b));

/** @param {string} on @returns {string} "Friday 20 November", also of yesterday */
const fullDay = (on) => dayName(on, addDays(on, -1));
