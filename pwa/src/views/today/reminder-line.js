import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { textOf } from '../../domain/reminder.js';
import { breaks } from '../../state/plans.js';
import { done, due, notToday } from '../../state/reminders.js';
import { say } from '../../state/toast.js';

/** The reminder that is due, as the person worded it. One at most; nothing when there is none. */
export function ReminderLine() {
  const reminder = due.value;
  if (!reminder) return null;
  const rest = () => {
    const back = notToday();
    say('No more reminders today.', back);
  };
  return html`<${Card} tone="soft">
    <p><b>${textOf(reminder)}</b></p>
    ${reminder.every && html`<${Breaks} />`}
    <div class="pair">
      <${Button} onClick=${() => done(reminder)}>Done<//>
      <${Button} variant="line" onClick=${rest}>Not today<//>
    </div>
  <//>`;
}

/** What a break from sitting may be today, for this person. */
function Breaks() {
  return breaks.value.map(({ id, name }) => html`<${Pick} key=${id} title=${name} href=${`/move/${id}`} />`);
}
