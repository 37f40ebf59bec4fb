import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { textOf } from '../../domain/reminder.js';
import { LIST_MOST } from '../../domain/storable.js';
import { active, quietHours, reminders } from '../../state/reminders.js';
import { AddReminder } from './reminder-add.js';
import { ReminderEdit } from './reminder-edit.js';
import { Pause, Quiet } from './reminder-rest.js';
import { saveCalendar } from './save-calendar.js';
import { daysWords, quietWords } from './words.js';

/** Reminders one makes for oneself. They are lines in the app; a calendar can carry them further. */
export function Reminders() {
  const [open, setOpen] = useState(/** @type {string | null} */ (null));
  const toggle = (/** @type {string} */ id) => () => setOpen(open === id ? null : id);
  return html`<${Page} title="Reminders" back="/you/settings">
    <p>A reminder is a quiet line on Today. Limber sends no messages to your phone.</p>
    <div class="stack">
      ${reminders.value.map((one) => html`<div class="stack" key=${one.id}>
        <${Pick} title=${`${one.time ?? 'No time yet'}, ${textOf(one)}`} detail=${daysWords(one)} icon="edit" open=${open === one.id}
          onClick=${toggle(one.id)} />
        ${open === one.id && html`<${ReminderEdit} reminder=${one} onGone=${() => setOpen(null)} />`}
      </div>`)}
      ${reminders.value.length < LIST_MOST && html`<${Pick} title="Add a reminder" icon="log" open=${open === 'add'} onClick=${toggle('add')} />`}
      ${open === 'add' && html`<${AddReminder} onAdded=${setOpen} />`}
    </div>
    ${reminders.value.length > 0 && html`
      <section class="stack" aria-label="Rest from reminders">
        <h2>Rest from reminders</h2>
        <${Pause} open=${open === 'pause'} onOpen=${toggle('pause')} />
        <${Pick} title="Quiet hours" detail=${quietWords(quietHours.value)} icon="moon" open=${open === 'quiet'} onClick=${toggle('quiet')} />
        ${open === 'quiet' && html`<${Quiet} />`}
      </section>
      ${active.value.length > 0 && html`<${Card} title="In your calendar">
        <p>Your phone’s calendar can ring at these times. The words above will stand there.</p>
        <${Button} variant="quiet" tall icon="calendar" onClick=${saveCalendar}>Save a calendar file<//>
        <p class="soft">After a change here, save the file once more and open it again.</p>
      <//>`}`}
  <//>`;
}
