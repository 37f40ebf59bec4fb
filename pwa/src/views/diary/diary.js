import { signal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Icon } from '../../components/icon.js';
import { dailyOf, symptoms, today } from '../../state/diary.js';
import { session } from '../../state/session.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { byDay } from './days.js';
import { entryTitle, labelsText } from './words.js';

/** @typedef {import('../../state/diary.js').Rec} Rec */

const PAGE_DAYS = 14;
const ENERGY = /** @type {Record<string, string>} */ ({ usual: 'Energy as usual', low: 'Low energy', very_low: 'Very low energy' });

/** Kept while the app is open, so that coming back from an entry finds the same place. */
const shownDays = signal(PAGE_DAYS);

/** What was logged, day by day, newest first. */
export function Diary() {
  const { days, more } = byDay(symptoms.value, shownDays.value);
  return html`<${Page} title="Diary">
    ${days.length === 0 && html`<${Card}>
      <p>Nothing here yet. One tap on Today starts it.</p>
      <${Button} variant="quiet" tall href="/">Go to Today<//>
    <//>`}
    ${days.map(({ on, entries }) => html`<${Day} key=${on} on=${on} entries=${entries} />`)}
    ${more && html`<${Button} variant="line" tall onClick=${() => { shownDays.value += PAGE_DAYS; }}>Show more days<//>`}
  <//>`;
}

/** @param {{on: string, entries: Rec[]}} props */
function Day({ on, entries }) {
  const energy = dailyOf(on)?.body.energy;
  return html`<${Card} title=${dayName(on, today.value)}>
    ${energy && html`<p class="soft">${ENERGY[energy]}</p>`}
    <ul class="entries" role="list">
      ${entries.map((record) => html`<li key=${record.id}><${Entry} record=${record} /></li>`)}
    </ul>
  <//>`;
}

/** @param {{record: Rec}} props */
function Entry({ record }) {
  const { body } = record;
  const number = typeof body.severity_nrs === 'number' ? body.severity_nrs : null;
  const rest = [labelsText('words', body.words), clockTime(body.at), loggedBy(record), body.private && 'private']
    .filter(Boolean).join(' · ');
  return html`<a class="entry" href=${`/diary/${record.id}`}>
    <span class="entry-mark" style=${{ '--bar': number === null ? 'var(--line)' : `var(--pain-${number})` }} aria-hidden="true"></span>
    <span class="entry-words"><b>${entryTitle(body)}</b><span class="entry-rest">${rest}</span>
      ${record.waiting && session.value.mode === 'account' && html`<span class="entry-rest">waiting to be sent</span>`}</span>
    <${Icon} name="forward" />
  </a>`;
}

/**
 * "by Daniel" where somebody else wrote it, nothing where the person did.
 * @param {Rec} record
 */
export function loggedBy(record) {
  const { author } = record;
  if (!author?.name || author.account === session.value.account?.id) return '';
  return `by ${author.name}`;
}
