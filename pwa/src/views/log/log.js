import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Scale } from '../../components/scale.js';
import { today, usual } from '../../state/diary.js';
import { addDays } from '../../ui/dates.js';
import { instantOf } from '../../ui/instant.js';
import { usualText } from '../diary/words.js';
import { logHardDay, logNumber, logUsual } from './save.js';

/** How far back an entry may be dated here. */
const DAYS_BACK = 14;

/** @typedef {'now' | 'morning' | 'night' | 'other'} When */

/** The number first; when it was, if not now; and the two entries without a number. */
export function Log() {
  const when = useSignal(/** @type {When} */ ('now'));
  const on = useSignal(today.value);
  const time = useSignal('');
  const late = useSignal(false);
  const ask = when.value === 'now' ? 'How strong is your pain now?' : 'How strong was your pain?';
  const log = (/** @type {number} */ number) => {
    const given = moment(when.value, on.value, time.value);
    late.value = given === null;
    if (given !== null) logNumber(number, given);
  };
  const words = usual.value ? usualText(usual.value) : '';
  return html`<${Page} title="Log pain" back="/">
    <${Card} title=${ask}>
      <${Scale} label=${ask} onPick=${log} />
      ${when.value === 'now' && html`<${Button} variant="quiet" tall icon="check" onClick=${() => logNumber(0)}>No pain now<//>`}
      ${late.value && html`<${Notice} now>That time is still to come, or not whole yet. Change the day or the time below, then tap the number.<//>`}
    <//>
    <${Card} title="When?">
      <${Chips} label="When?" items=${choices()} chosen=${[when.value]}
        onToggle=${(/** @type {When} */ id) => { when.value = id; late.value = false; }} />
      ${when.value === 'other' && html`<div class="pair">
        <${Field} label="Day" type="date" value=${on.value} min=${addDays(today.value, -DAYS_BACK)} max=${today.value}
          onInput=${(/** @type {string} */ value) => { on.value = value; }} />
        <${Field} label="Time" type="time" value=${time.value} onInput=${(/** @type {string} */ value) => { time.value = value; }} />
      </div>`}
    <//>
    <${Card} title="In one tap">
      ${usual.value && html`<${Button} variant="quiet" tall wide icon="usual" detail=${words}
        onClick=${() => logUsual(words)}>Same as usual<//>`}
      <${Button} variant="line" tall wide icon="hard-day" onClick=${logHardDay}>Hard day<//>
    <//>
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

/**
 * @param {When} when
 * @param {string} on
 * @param {string} time
 * @returns {{at?: string, on?: string, tz?: string} | null} null when it is not whole, too old or still to come
 */
function moment(when, on, time) {
  if (when === 'now') return {};
  if (when === 'morning') return instantOf(today.value, '08:00');
  if (when === 'night') return instantOf(addDays(today.value, -1), '22:00');
  if (!on || !time || on < addDays(today.value, -DAYS_BACK)) return null;
  const given = instantOf(on, time);
  return Date.parse(given.at) <= Date.now() ? given : null;
}
