import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { AddCard } from './add-card.js';
import { AskedCard } from './asked-card.js';
import { PlanCard } from './plan-card.js';
import { readingOf } from './reading.js';
import { earlierDays, todayWords } from './words.js';

/**
 * What somebody shares, as the one who helps sees it. The same view serves "See it as they see it".
 * @param {object} props
 * @param {import('./people.js').Shared} props.person
 * @param {readonly import('../../domain/overlay.js').Rec[]} props.records - what the share shows, newest first
 * @param {boolean} props.stale - too old to be told as today's
 * @param {boolean} [props.preview] - looked at by the person themselves: nothing in it acts
 */
export function PersonView({ person, records, stale, preview = false }) {
  const reading = readingOf(person, records);
  const today = todayWords(records, reading, stale);
  const days = earlierDays(records, reading);
  return html`<${AskedCard} person=${person} records=${records} />
    <${Card} title=${today.title}>
      ${today.lines.map((line) => html`<p key=${line}>${line}</p>`)}
    <//>
    <${PlanCard} person=${person} records=${records} today=${reading.today} />
    ${days.length > 0 && html`<${Card} title="The last days"><ul role="list" class="people-days">
      ${days.map((day) => html`<li key=${day.on} class="people-day">
        <h3>${day.title}</h3>
        ${day.lines.map((line) => html`<p key=${line}>${line}</p>`)}
      </li>`)}
    </ul><//>`}
    ${!preview && html`<${AddCard} person=${person} records=${records} />`}
    <p class="soft">${person.name} decides what is shown here. Days with nothing to show are left out.</p>`;
}
