import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Scale } from '../../components/scale.js';
import { lastDaySaid } from '../../domain/symptom.js';
import { go, route } from '../../router.js';
import { label } from '../../state/content.js';
import { symptoms, today, usual } from '../../state/diary.js';
import { draft } from '../../state/drafts.js';
import { addDays, dayName, daysBetween, shortDayName } from '../../ui/dates.js';
import { usualText } from '../diary/words.js';
import { ChooseSymptom } from './choose-symptom.js';
import { logHardDay, logNumber, logUsual } from './save.js';
import { DAYS_BACK, chosenOn, moment, rightNow } from './when.js';

/** @typedef {import('./when.js').Chosen} Chosen */

/** Days without a word after which the log offers to say them in one. */
const SILENT_DAYS = 3;

/** The number first; when it was, if not now; and the entries without a number. */
export function Log() {
  const { step, symptom } = /** @type {{step?: string, symptom?: string}} */ (route.value.state);
  if (step === 'symptom') return html`<${ChooseSymptom} />`;
  return html`<${Numbered} key=${symptom} symptom=${symptom} />`;
}

/** @param {{symptom?: string}} props - pain unless it is given */
function Numbered({ symptom }) {
  const kept = draft('log_when');
  const late = useSignal(false);
  const chosen = chosenOn(kept.value, today.value);
  const set = (/** @type {Partial<Chosen>} */ more) => {
    late.value = false;
    const next = { ...chosen, ...more };
    kept.value = next.when === 'now' ? null : next;
  };
  const ask = question(chosen, symptom);
  const log = async (/** @type {number} */ number) => {
    const given = moment(chosen, today.value, Date.now());
    late.value = given === null;
    if (given && await logNumber(number, { ...given, ...(symptom && { symptom }) })) kept.value = null;
  };
  const pain = !symptom;
  return html`<${Page} title=${pain ? 'Log pain' : label('symptoms', symptom)} back="/">
    <${Card} title=${ask}>
      ${said(chosen) && html`<p class="soft">${said(chosen)}</p>`}
      <${Scale} label=${ask} plain=${!pain} onPick=${log} />
      ${pain && chosen.when === 'now' && html`<${Button} variant="quiet" tall icon="check" onClick=${() => logNumber(0)}>No pain today<//>`}
      ${late.value && html`<${Notice} now>${chosen.when === 'since' ? 'Choose the first day below, then tap the number.'
        : 'That time is still to come, or not whole yet. Change the day or the time below, then tap the number.'}<//>`}
    <//>
    <${WhenCard} chosen=${chosen} set=${set} />
    ${pain && html`<${OneTap} />
      <${Pick} title="Something other than pain" icon="forward" onClick=${() => go('/log', { state: { step: 'symptom' } })} />`}
  <//>`;
}

/** @param {Chosen} chosen @param {string} [symptom] */
function question({ when }, symptom) {
  if (!symptom) return when === 'now' ? 'How strong is your pain now?' : 'How strong was your pain?';
  return when === 'now' ? 'How strong is it now?' : 'How strong was it?';
}

/** The moment a number would be stored for, where it is not now. @param {Chosen} chosen */
function said(chosen) {
  const given = moment(chosen, today.value, Date.now());
  if (!given?.on || !given.at) return '';
  const day = dayName(given.on, today.value);
  if (chosen.when === 'since') return `${/^Yesterday$/.test(day) ? 'Since yesterday' : `Since ${day}`}, until today. Marked as entered later.`;
  return `${day}, ${given.at.slice(11, 16)}.`;
}

/** @param {{chosen: Chosen, set: (more: Partial<Chosen>) => unknown}} props */
function WhenCard({ chosen, set }) {
  const last = lastDaySaid(symptoms.value);
  const silent = last === null || daysBetween(last, today.value) >= SILENT_DAYS;
  const days = Array.from({ length: DAYS_BACK }, (_, i) => addDays(today.value, -1 - i))
    .map((on) => ({ id: on, label: shortDayName(on, today.value) }));
  return html`<${Card} title="When?">
    <${Chips} label="When?" items=${choices()} chosen=${[chosen.when]}
      onToggle=${(/** @type {import('./when.js').When} */ when) => set({ ...rightNow(today.value), when })} />
    ${chosen.when === 'other' && html`<div class="pair">
      <${Field} label="Day" type="date" value=${chosen.on} min=${addDays(today.value, -DAYS_BACK)} max=${today.value}
        onInput=${(/** @type {string} */ on) => set({ on })} />
      <${Field} label="Time" type="time" value=${chosen.time} onInput=${(/** @type {string} */ time) => set({ time })} />
    </div>`}
    ${(silent || chosen.when === 'since') && html`<${Pick} title="It has been like this since ..." icon="calendar" open=${chosen.when === 'since'}
      onClick=${() => set({ ...rightNow(today.value), when: chosen.when === 'since' ? 'now' : 'since', on: '' })} />`}
    ${chosen.when === 'since' && html`<${Chips} label="Since which day?" items=${days} chosen=${[chosen.on]}
      onToggle=${(/** @type {string} */ on) => set({ on: on === chosen.on ? '' : on })} />`}
  <//>`;
}

/** What takes no number. */
function OneTap() {
  const words = usual.value ? usualText(usual.value) : '';
  return html`<${Card} title="In one tap">
    ${usual.value && html`<${Button} variant="quiet" tall wide icon="usual" detail=${words}
      onClick=${() => logUsual(words)}>Same as usual<//>`}
    <${Button} variant="line" tall wide icon="hard-day" onClick=${logHardDay}>Hard day<//>
  <//>`;
}

/** This morning is offered once it has been; the hour that will be stored is said. */
function choices() {
  const morning = new Date().getHours() >= 8;
  return [
    { id: 'now', label: 'Now' },
    ...(morning ? [{ id: 'morning', label: 'This morning, 08:00' }] : []),
    { id: 'night', label: 'Last night, 22:00' },
    { id: 'other', label: 'Another time' },
  ];
}
