import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Switch } from '../../components/switch.js';
import { BREAK_EVERY, BREAK_TEXT, DEFAULT_TEXT, textOf } from '../../domain/reminder.js';
import { changeReminder, removeReminder } from '../../state/reminders.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';
import { DAY_CHIPS, everyWords } from './words.js';

const LONGEST = 60;
const PAUSE_MS = 1200;

/**
 * All of one reminder. Every tap is kept at once.
 * @param {{reminder: import('../../domain/reminder.js').Reminder, onGone: () => unknown}} props
 */
export function ReminderEdit({ reminder, onGone }) {
  const { id, days, every } = reminder;
  const set = async (/** @type {Partial<import('../../domain/reminder.js').Reminder>} */ news) => {
    if (await stored(async () => { await changeReminder(id, news); return id; })) announce('Saved on this phone.');
  };
  const toggleDay = (/** @type {string} */ day) => set({ days: days?.includes(day) ? days.filter((one) => one !== day) : [...(days ?? []), day] });
  const remove = async () => {
    const text = textOf(reminder);
    await stored(async () => {
      const undo = await removeReminder(id);
      say(`Deleted: ${reminder.time ?? ''} ${text}.`, undo);
      onGone();
      return id;
    });
  };
  return html`<${Card}>
    <${Switch} label="On" on=${reminder.on !== false} onChange=${(/** @type {boolean} */ on) => set({ on })} />
    <${Field} label=${every ? 'From' : 'Time'} type="time" value=${reminder.time ?? ''} onInput=${() => {}}
      onChange=${(/** @type {string} */ time) => { if (time) set({ time }); }} />
    ${every && html`<${Again} reminder=${reminder} onSet=${set} />`}
    <h2>On which days?</h2>
    <p class="soft">With none chosen it comes every day.</p>
    <${Chips} label="On which days?" items=${DAY_CHIPS} chosen=${days ?? []} onToggle=${toggleDay} />
    <${OwnText} reminder=${reminder} onText=${(/** @type {string} */ text) => set({ text: text || null })} />
    <${Button} variant="line" icon="bin" onClick=${remove}>Delete this reminder<//>
  <//>`;
}

/** Of a break from sitting: until when, and how often. @param {{reminder: import('../../domain/reminder.js').Reminder, onSet: (news: Partial<import('../../domain/reminder.js').Reminder>) => unknown}} props */
function Again({ reminder, onSet }) {
  const items = BREAK_EVERY.map((minutes) => ({ id: String(minutes), label: everyWords(minutes) }));
  return html`<${Field} label="Until" type="time" value=${reminder.until ?? ''} onInput=${() => {}}
      onChange=${(/** @type {string} */ until) => { if (until) onSet({ until }); }} />
    <h2>How often?</h2>
    <p class="soft">As long as you sit well. Half an hour is the shortest.</p>
    <${Chips} label="How often?" items=${items} chosen=${[String(reminder.every)]}
      onToggle=${(/** @type {string} */ minutes) => onSet({ every: Number(minutes) })} />`;
}

/**
 * Kept a moment after the last key, and when the field is left.
 * @param {{reminder: import('../../domain/reminder.js').Reminder, onText: (text: string) => unknown}} props
 */
function OwnText({ reminder, onText }) {
  const [text, setText] = useState(reminder.text ?? '');
  const kept = useRef(reminder.text ?? '');
  const latest = useRef(text);
  latest.current = text;
  const keep = () => {
    const now = latest.current.trim();
    if (now === kept.current) return;
    kept.current = now;
    onText(now);
  };
  useEffect(() => {
    const timer = setTimeout(keep, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => keep, []);
  return html`<${Field} label="What it says" value=${text} maxLength=${LONGEST} onInput=${setText} onChange=${keep}
    hint=${`Left empty it says “${reminder.every ? BREAK_TEXT : DEFAULT_TEXT}”. Others may see these words on your phone.`} />`;
}
