import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { addReminder } from '../../state/reminders.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';
import { everyWords } from './words.js';

const TIMES = [
  { id: '08:00', label: 'Morning, 08:00' }, { id: '12:30', label: 'Midday, 12:30' }, { id: '18:00', label: 'Evening, 18:00' },
  { id: '21:00', label: 'Night, 21:00' }, { id: 'other', label: 'Another time' },
];

/** What a break from sitting begins as. */
const [BREAK_FROM, BREAK] = ['09:00', { every: 60, until: '18:00' }];

/** One tap on a time makes a reminder; all else about it can be changed then. @param {{onAdded: (id: string) => unknown}} props */
export function AddReminder({ onAdded }) {
  const [other, setOther] = useState(false);
  const [time, setTime] = useState('');
  const add = async (/** @type {string} */ at, /** @type {{every: number, until: string} | undefined} */ again = undefined) => {
    const id = await stored(() => addReminder(at, again));
    if (!id) return;
    announce('Saved on this phone.');
    onAdded(id);
  };
  return html`<${Card}>
    <h2>At what time?</h2>
    <${Chips} label="At what time?" items=${TIMES} chosen=${other ? ['other'] : []}
      onToggle=${(/** @type {string} */ id) => (id === 'other' ? setOther(!other) : add(id))} />
    ${other && html`<${Field} label="Time" type="time" value=${time} onInput=${setTime} />
      ${time && html`<${Button} onClick=${() => add(time)}>Add it at ${time}<//>`}`}
    <${Pick} title="A break from sitting" detail=${`${everyWords(BREAK.every)}, from ${BREAK_FROM} to ${BREAK.until}. You can change all of it.`} icon="log"
      onClick=${() => add(BREAK_FROM, BREAK)} />
  <//>`;
}
