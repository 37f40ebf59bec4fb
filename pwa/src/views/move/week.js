import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Pick } from '../../components/pick.js';
import { lengthFor } from '../../domain/plan.js';
import { dayPlan, weekOf } from '../../domain/plan-week.js';
import { one } from '../../state/knowledge.js';
import { itemsOn, plan, shelf, template } from '../../state/plans.js';
import { profile } from '../../state/profile.js';
import { ofKind } from '../../state/records.js';
import { today } from '../../state/today.js';
import { addDays } from '../../ui/dates.js';
import { Waiting } from '../learn/opening.js';
import { dayWords, weekdayName } from './words.js';

const WEEK_DAYS = 7;

/** The days that have a session behind them. @returns {Set<string>} dates */
export const daysDone = () => new Set(ofKind('session').map(({ body }) => body.on));

/** Monday to Sunday, in words; each day opens. */
export function Week() {
  const next = useSignal(false);
  const on = next.value ? addDays(today.value, WEEK_DAYS) : today.value;
  const known = shelf.value;
  const days = known && itemsOn(on) ? weekOf(on) : [];
  const done = daysDone();
  const length = lengthFor(profile.value.minutes);
  return html`<section class="stack" aria-labelledby="week">
    <h2 id="week">${next.value ? 'Next week' : 'This week'}</h2>
    ${days.length > 0 && html`<p class="soft">${named()}</p>`}
    ${days.length === 0 && html`<${Waiting} />`}
    <ul class="stack stack-list" role="list">${days.map((day) => html`<li key=${day} class=${day === today.value ? 'plan-today' : undefined}>
      <${Pick} title=${day === today.value ? `${weekdayName(day)}, today` : weekdayName(day)} icon="forward" href=${`/move/day/${day}`}
        detail=${[done.has(day) && 'Done.', known && dayWords(dayPlan(known, itemsOn(day) ?? [], length), length)].filter(Boolean).join(' ')} />
    </li>`)}</ul>
    ${days.length > 0 && html`<${Button} variant="line" onClick=${() => { next.value = !next.value; }}>${next.value ? 'Back to this week' : 'Next week'}<//>`}
  </section>`;
}

/** What the week is called, and whose it is. */
function named() {
  const week = one('plans', 'templates', template.value ?? '');
  return `${plan.value ? 'Your plan' : 'A starter week'}${week ? `: ${week.name}` : ''}`;
}
