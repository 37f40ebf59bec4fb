import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { pauseUntil, pausedUntil, quietHours, setQuiet } from '../../state/reminders.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';
import { addDays } from '../../ui/dates.js';
import { stored } from '../log/save.js';
import { pauseWords } from './words.js';

const SPANS = [
  { id: '1', label: 'Today' }, { id: '3', label: '3 days' }, { id: '7', label: '1 week' }, { id: '14', label: '2 weeks' },
];
const NIGHT = { from: '22:00', to: '07:00' };

/** @param {() => Promise<unknown>} act */
const kept = async (act) => {
  if (await stored(async () => { await act(); return 'kept'; })) announce('Saved on this phone.');
};

/** All reminders rest for some days, in two taps. @param {{open: boolean, onOpen: () => unknown}} props */
export function Pause({ open, onOpen }) {
  const until = pausedUntil.value;
  if (until && until > today.value) {
    return html`<${Card}><p>${pauseWords(until, today.value)}</p>
      <${Button} variant="line" onClick=${() => kept(() => pauseUntil(null))}>Let them come again<//><//>`;
  }
  return html`<${Pick} title="Pause all" icon="pause" open=${open} onClick=${onOpen} />
    ${open && html`<${Card}><${Chips} label="Pause all for how long?" items=${SPANS} chosen=${[]}
      onToggle=${(/** @type {string} */ days) => kept(() => pauseUntil(addDays(today.value, Number(days))))} /><//>`}`;
}

/** Hours in which nothing shows. What came up in them shows once they are over, on the same day. */
export function Quiet() {
  const hours = quietHours.value;
  const isNight = hours?.from === NIGHT.from && hours.to === NIGHT.to;
  const [other, setOther] = useState(Boolean(hours) && !isNight);
  const [from, setFrom] = useState(hours?.from ?? '');
  const [to, setTo] = useState(hours?.to ?? '');
  const chosen = other ? 'other' : isNight ? 'night' : 'none';
  const choose = (/** @type {string} */ id) => {
    setOther(id === 'other');
    if (id !== 'other') kept(() => setQuiet(id === 'night' ? NIGHT : null));
  };
  const both = (/** @type {string} */ begin, /** @type {string} */ end) => { if (begin && end) kept(() => setQuiet({ from: begin, to: end })); };
  return html`<${Card}>
    <${Chips} label="Quiet hours" chosen=${[chosen]} onToggle=${choose}
      items=${[{ id: 'none', label: 'None' }, { id: 'night', label: '22:00 to 07:00' }, { id: 'other', label: 'Other hours' }]} />
    ${other && html`<div class="pair">
      <${Field} label="From" type="time" value=${from} onInput=${setFrom} onChange=${(/** @type {string} */ value) => both(value, to)} />
      <${Field} label="To" type="time" value=${to} onInput=${setTo} onChange=${(/** @type {string} */ value) => both(from, value)} />
    </div>`}
  <//>`;
}
