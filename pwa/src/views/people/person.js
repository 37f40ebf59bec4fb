import { html } from 'htm/preact';
import { useEffect, useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Icon } from '../../components/icon.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { route } from '../../router.js';
import { people, recordsOf } from '../../state/people.js';
import { syncNow } from '../../state/sync.js';
import { PlanCard } from './plan-card.js';
import { readingOf } from './reading.js';
import { earlierDays, todayWords, updatedWords } from './words.js';

/** @typedef {import('./people.js').Shared} Shared */

/** Today and the last days of one person, in words, read only. */
export function Person() {
  useEffect(() => { syncNow(); }, []);
  const space = route.value.parts[1] ?? '';
  const person = /** @type {Shared[]} */ (people.value).find((one) => one.space === space);
  // One text for ended, paused and unknown: the screen must not tell them apart.
  if (!person) {
    return html`<${Page} title="People" back="/people">
      <p>This view is not available.</p>
      <${Button} tall href="/people">Go to People<//>
    <//>`;
  }
  return html`<${Shown} key=${space} person=${person} />`;
}

/** @param {{person: Shared}} props */
function Shown({ person }) {
  const records = useMemo(() => recordsOf(person.space), [person.space]);
  const updated = updatedWords(person, new Date());
  const toPeople = html`<a class="top-button" href="/people"><${Icon} name="people" /><span>People</span></a>`;
  return html`<${Page} title=${`${person.name}, today`} note=${updated.stale ? undefined : updated.text} action=${toPeople}>
    ${updated.stale && html`<${Notice}><p>${updated.text}</p><//>`}
    ${updated.covered ? html`<p>Connect once to see this again. Limber then asks whether it is still shared with you.</p>` : html`<${Days} person=${person} entries=${records.value} stale=${updated.stale} />`}
  <//>`;
}

/** @param {{person: Shared, entries: readonly import('../../domain/overlay.js').Rec[], stale: boolean}} props */
function Days({ person, entries, stale }) {
  const reading = readingOf(person, entries);
  const today = todayWords(entries, reading, stale);
  const days = earlierDays(entries, reading);
  return html`<${Card} title=${today.title}>
      ${today.lines.map((line) => html`<p key=${line}>${line}</p>`)}
    <//>
    <${PlanCard} person=${person} records=${entries} today=${reading.today} />
    ${days.length > 0 && html`<${Card} title="The last days"><ul role="list" class="people-days">
      ${days.map((day) => html`<li key=${day.on} class="people-day">
        <h3>${day.title}</h3>
        ${day.lines.map((line) => html`<p key=${line}>${line}</p>`)}
      </li>`)}
    </ul><//>`}
    <p class="soft">${person.name} decides what is shown here. Days with nothing to show are left out.</p>`;
}
