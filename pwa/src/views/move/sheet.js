import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Page } from '../../components/page.js';
import { planCalendar } from '../../domain/plan-calendar.js';
import { lastDayOf, lengthFor } from '../../domain/plan.js';
import { counted, doseWords } from '../../domain/plan-words.js';
import { datesTo, dayPlan, sheetOf, weekOf } from '../../domain/plan-week.js';
import { movement as movementOf } from '../../state/knowledge.js';
import { itemsOn, plan, session, shelf, template } from '../../state/plans.js';
import { profile } from '../../state/profile.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';
import { addDays, dayName } from '../../ui/dates.js';
import { giveFile } from '../../ui/file.js';
import { Waiting } from '../learn/opening.js';
import { Picture } from './picture.js';
import { nameOf, positionWords, sentence, STILL_TO_CHECK, STOP_LINE, weekdayName } from './words.js';

/** @typedef {{dose: import('../../domain/planner/dose.js').Dose, days: string[]}} Line */

const SPANS = [{ id: 'week', label: 'This week' }, { id: 'today', label: 'Today' }];
const STARTER_DAYS = 7;
/** More lines than this are set smaller, so that the page stays one page. */
const MANY = 16;

/** One page for the wall, and days for the calendar. Both are made on this phone. */
export function Sheet() {
  const span = useSignal('week');
  const days = planned(weekOf(today.value));
  const lines = span.value === 'week' ? days && sheetOf(days) : todayLines();
  return html`<${Page} title="Print or save" back="/move">
    <div class="stack stack-wide sheet-tools">
      <${Chips} label="What to print" items=${SPANS} chosen=${[span.value]} onToggle=${(/** @type {string} */ id) => { span.value = id; }} />
      <${Button} tall onClick=${() => print()}>Print this page<//>
      <p class="soft">In the print window you can also save it as a file.</p>
      <${Card} title="In your calendar">
        <p>One entry a day at 9:00, called “Limber” and nothing else. You can move it there.</p>
        <${Button} variant="quiet" tall onClick=${saveCalendar}>Save the calendar file<//>
      <//>
    </div>
    ${!lines && html`<${Waiting} />`}
    ${lines && html`<${Paper} lines=${lines} title=${span.value === 'week' ? weekTitle() : dayName(today.value, addDays(today.value, -1))} week=${span.value === 'week'} />`}
  <//>`;
}

/** @param {{lines: Line[], title: string, week: boolean}} props */
function Paper({ lines, title, week }) {
  const known = shelf.value;
  return html`<section class=${lines.length > MANY ? 'sheet sheet-many' : 'sheet'} aria-label="The page">
    <h2>${title}</h2>
    <p class="sheet-stop">${STOP_LINE}</p>
    ${lines.length === 0 && html`<p>A free day.</p>`}
    <ul class="sheet-lines" role="list">${lines.map(({ dose, days }) => html`<li key=${`${dose.movement} ${dose.position}`}>
      <${Picture} dose=${dose} />
      <div><b>${nameOf(dose.movement)}</b>
        <span>${sentence(doseWords(dose, movementOf(dose.movement) ?? null))}. ${positionWords(dose.position)}.</span>
        ${week && html`<span>${daysWords(days)}</span>`}</div>
    </li>`)}</ul>
    ${known && week && html`<p class="soft">Up to ${counted(lengthFor(profile.value.minutes), 'minute')} a day, set-up included. Less is fine.</p>`}
    <p class="soft">${STILL_TO_CHECK} Printed from Limber on ${dayName(today.value, addDays(today.value, -1))}.</p>
  </section>`;
}

/** What these days hold at the usual length; null until the packs are there. @param {string[]} days */
function planned(days) {
  const known = shelf.value;
  if (!known || !itemsOn(today.value)) return null;
  return days.map((on) => ({ on, ...dayPlan(known, itemsOn(on) ?? [], lengthFor(profile.value.minutes)) }));
}

/** Today as it is after what was logged. @returns {Line[] | null} */
const todayLines = () => session.value && session.value.doses.map((dose) => ({ dose, days: [today.value] }));

/** @param {string[]} days */
const daysWords = (days) => (days.length === 7 ? 'Every day' : days.map((on) => weekdayName(on).slice(0, 3)).join(', '));

function weekTitle() {
  const [first, last] = [weekOf(today.value)[0], weekOf(today.value)[6]];
  const date = (/** @type {string} */ on) => dayName(on, addDays(on, -1)).replace(/^\S+ /, '');
  return `Week of ${date(first)} to ${date(last)}`;
}

/** The days of the plan from today on; of a starter week, the next seven. */
function saveCalendar() {
  const its = plan.peek();
  const days = planned(datesTo(today.peek(), its ? lastDayOf(its) : addDays(today.peek(), STARTER_DAYS - 1)));
  if (!days) return;
  giveFile('limber.ics', planCalendar({ id: its?.id ?? `starter-${template.peek()}`, days }, new Date()), 'text/calendar');
  announce('The file is with your downloads. Open it to add the days to your calendar.');
}
