import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { dayOf } from '../../domain/appointment.js';
import { clockTime } from '../../ui/dates.js';
import { instantOf } from '../../ui/instant.js';

const FIRST = '2000-01-01';
const LAST = '2099-12-31';

/**
 * The day of a visit, and the hour once the day is known. Both can be left out or taken away.
 * @param {{body: Record<string, any>, onKeep: (when: {at: string | null, on: string | null, tz: string | null}) => unknown}} props
 */
export function When({ body, onKeep }) {
  const day = useSignal(dayOf(body) ?? '');
  const time = useSignal(clockTime(body.at));
  const keep = () => {
    const on = day.value;
    // A year that is still being typed is no day yet.
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || on < FIRST || on > LAST) return;
    onKeep(/^\d{2}:\d{2}$/.test(time.value) ? instantOf(on, time.value) : { at: null, on, tz: null });
  };
  const clear = () => {
    day.value = time.value = '';
    onKeep({ at: null, on: null, tz: null });
  };
  return html`<div class="stack">
      <${Field} label="Day" type="date" value=${day.value} min=${FIRST} max=${LAST}
        onInput=${(/** @type {string} */ value) => { day.value = value; keep(); }} />
      ${day.value && html`<${Field} label="Time" type="time" value=${time.value}
        onInput=${(/** @type {string} */ value) => { time.value = value; keep(); }} />`}
    </div>
    ${dayOf(body) ? html`<${Button} variant="line" onClick=${clear}>Take the day away<//>`
      : html`<p class="soft">Without a day it waits as your next visit.</p>`}`;
}
