import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { granted } from '../../domain/granted.js';
import { AddCard } from './add-card.js';
import { AskedCard } from './asked-card.js';
import { CallList } from './call-list.js';
import { Fold } from './fold.js';
import { helpLines } from './more-words.js';
import { AboutFold, DaysFold, LatelyFold, NoticedFold } from './past-folds.js';
import { PlanCard } from './plan-card.js';
import { readingOf } from './reading.js';
import { UrgentNotice } from './urgent-notice.js';
import { VisitCard } from './visit-card.js';
import { todayWords, updatedWords } from './words.js';
import { WorseCard } from './worse-card.js';

/** @typedef {import('./entry-words.js').Reading} Reading */
/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/**
 * What somebody shares, as the one who helps sees it: what counts on a bad day first, the rest folded below. The same view
 * serves "See it as they see it".
 * @param {object} props
 * @param {import('./shared.js').Shared} props.person
 * @param {readonly Rec[]} props.records - what the share shows, newest first
 * @param {boolean} props.stale - too old to be told as today's
 * @param {boolean} [props.preview] - looked at by the person themselves: nothing in it acts
 */
export function PersonView({ person, records, stale, preview = false }) {
  const seen = granted(records, person.read);
  const reading = readingOf(person, seen);
  const old = stale || (!preview && !updatedWords(person, new Date()).ofToday);
  return html`<${AskedCard} person=${person} records=${records} />
    <${UrgentNotice} seen=${seen} reading=${reading} />
    <${TodayCard} records=${records} reading=${reading} old=${old} stale=${stale} />
    ${preview
      ? html`<${Fold} title=${`Call for ${person.name}`} detail="Signs, and whom to call" icon="call"><${CallList} person=${person} seen=${seen} reading=${reading} preview /><//>`
      : html`<${Button} variant="quiet" tall wide icon="call" href=${`/people/${person.space}/call`} detail="Signs, and whom to call">Call for ${person.name}<//>`}
    <${PlanCard} person=${person} records=${records} today=${reading.today} />
    <${HelpsCard} seen=${seen} reading=${reading} />
    <${WorseCard} seen=${seen} reading=${reading} />
    <${VisitCard} seen=${seen} reading=${reading} />
    ${!preview && html`<${AddCard} person=${person} records=${records} />`}
    <${NoticedFold} seen=${seen} reading=${reading} />
    <${LatelyFold} seen=${seen} reading=${reading} />
    <${AboutFold} seen=${seen} reading=${reading} />
    <${DaysFold} records=${records} reading=${reading} first=${stale} />
    <${Pick} title="How to help" detail="Short cards, and one for the helper" icon="heart" href="/learn/helping" />
    <p class="soft">${person.name} decides what is shown here. Days with nothing to show are left out.</p>`;
}

/** @param {{records: readonly Rec[], reading: Reading, old: boolean, stale: boolean}} props */
function TodayCard({ records, reading, old, stale }) {
  const { title, lines } = todayWords(records, reading, old);
  return html`<div class=${stale ? 'people-stale' : undefined}><${Card} title=${title}>
    ${lines.length > 0 && html`<div class="people-lines">${lines.map((line) => html`<p key=${line}>${line}</p>`)}</div>`}
  <//></div>`;
}

/** The person's own list in their own order, and nothing where it is empty. @param {{seen: readonly Rec[], reading: Reading}} props */
function HelpsCard({ seen, reading }) {
  const lines = helpLines(seen, reading);
  if (lines.length === 0) return null;
  return html`<${Card} title=${`What helps ${reading.name}`}>
    <ul class="plain-list">${lines.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
    <p class="soft">From ${reading.name}’s own list.</p>
  <//>`;
}
