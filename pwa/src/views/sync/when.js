import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { asksWhen } from '../../domain/conflict.js';
import { nowParts, zoneNow } from '../../domain/time.js';
import { back, route } from '../../router.js';
import { bring, change, recordOf } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { addDays, clockTime, dayName } from '../../ui/dates.js';
import { instantOf } from '../../ui/instant.js';
import { quietRow, sentenceOf } from '../diary/rows.js';
import { stored } from '../log/save.js';
import { DayField } from '../medicine/day-field.js';

const FIRST = '2020-01-01';

/** When an entry was that a phone noted whose clock was not set. A time nobody knows is left open. */
export function When() {
  const id = route.value.parts[2];
  useEffect(() => { bring(id).catch(() => {}); }, [id]);
  const on = useSignal('');
  const time = useSignal('');
  const record = recordOf(id);
  if (!record) return html`<${Page} title="When was this?" back="/diary" />`;
  if (!asksWhen(record)) {
    const when = [dayName(record.body.on ?? record.body.at.slice(0, 10), today.value), clockTime(record.body.at)].filter(Boolean).join(', ');
    return html`<${Page} title="When was this?" back="/diary" note=${sentenceOf(record)}>
      <${Card}><p>It is noted for ${when}.</p>
        <${Button} variant="quiet" tall href=${quietRow(record).href}>Go to the entry<//><//><//>`;
  }
  const keep = (/** @type {boolean} */ timed) => kept(record, on.value, timed ? time.value : '');
  const last = today.value;
  return html`<${Page} title="When was this?" back="/diary" note=${sentenceOf(record)}>
    <p>The phone’s clock was not set when this was noted. All that you wrote is kept.</p>
    <${Card} title="Which day?">
      ${[last, addDays(last, -1)].map((day) => html`<${Pick} key=${day} title=${dayName(day, last)} on=${on.value === day}
        onClick=${() => { on.value = on.value === day ? '' : day; }} />`)}
      <${DayField} label="Another day" value=${on.value || null} min=${FIRST} max=${last} problem="That day is still to come, or long ago."
        onKeep=${(/** @type {string | null} */ day) => { on.value = day ?? ''; }} />
    <//>
    ${on.value && html`<${Card} title="About what time?">
      <${Field} label="Time" type="time" value=${time.value} onInput=${(/** @type {string} */ text) => { time.value = text; }} />
      ${time.value && html`<${Button} tall onClick=${() => keep(true)}>Keep this time<//>`}
      <${Button} variant="quiet" tall onClick=${() => keep(false)}>I do not know the time<//>
    <//>`}
  <//>`;
}

/** @param {import('../../domain/overlay.js').Rec} record @param {string} on @param {string} time */
async function kept({ id, body }, on, time) {
  const before = { at: body.at ?? null, on: body.on ?? null, tz: body.tz ?? null, ...('slot' in body ? { slot: body.slot } : {}) };
  const moment = time ? instantOf(on, time) : { at: null, on, tz: zoneNow() };
  if (moment.at && Date.parse(moment.at) > Date.parse(nowParts().at)) {
    say('That time is still to come. Choose another.');
    return;
  }
  // A slot of a day long before this app was worked out from the same clock.
  const set = { ...moment, ...('slot' in before ? { slot: null } : {}) };
  if (!(await stored(async () => { await change(id, set); return id; }))) return;
  say('Saved on this phone.', () => change(id, before));
  back('/diary');
}
