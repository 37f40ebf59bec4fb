import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { label } from '../../state/content.js';
import { movement, one } from '../../state/knowledge.js';
import { pastChanged } from '../../state/past.js';
import { anything, eased, holds, pains, readYear, steps, weekly } from '../../state/progress.js';
import { today } from '../../state/today.js';
import { Waiting } from '../learn/opening.js';
import { Why } from '../learn/why.js';
import { easedText, holdText, lower, shareText, shortText, spanText, weekText } from './progress-words.js';

const HOLDS = 6;
/** Of ladders, and of pain before and after. */
const GROUNDS = { facts: ['EX-03', 'EX-10', 'TRG-17'], sources: ['2h'] };

/** What was moved, in words first: this week and those before, and what went further than it did. */
export function Progress() {
  useEffect(() => { readYear().catch(() => {}); }, [pastChanged.value]);
  const told = weekly.value;
  if (!told) return html`<${Page} title="Your movement" back="/move"><${Waiting} /><//>`;
  if (!anything.value) return html`<${Page} title="Your movement" back="/move"><${Empty} /><//>`;
  return html`<${Page} title="Your movement" back="/move">
    <${Week} told=${told} />
    <${Further} />
    <${Before} told=${told} />
    <${Ladders} />
    <${Pain} />
    <${Aim} told=${told} />
    <${Why} facts=${[...told.rule.facts, ...GROUNDS.facts]} sources=${[...told.rule.sources, ...GROUNDS.sources]} />
    <p class="soft">A clinician has still to check every movement here.</p>
  <//>`;
}

function Empty() {
  return html`<${Card}>
    <p>Nothing here yet. It fills by itself when you have moved. No rush.</p>
    <${Button} variant="quiet" tall href="/move">Go to Move<//>
  <//>`;
}

/** @typedef {NonNullable<typeof weekly.value>} Told */

/** @param {{told: Told}} props */
function Week({ told: { weeks, minutes } }) {
  return html`<${Card} title="This week">
    <p class="progress-lead">${weekText(weeks[0], minutes)}</p>
    <p class="soft">Arms and wheels count. A short bout counts.</p>
  <//>`;
}

/** What went further, and nothing that went less far. */
function Further() {
  const lines = [
    ...eased.value.map((row) => easedText(label('activities', row.activity), row, today.value)),
    ...holds.value.slice(0, HOLDS).map((row) => holdText(movement(row.movement)?.name ?? 'A movement', row, today.value)),
  ];
  if (lines.length === 0) return null;
  return html`<${Card} title="Further than before">
    <ul class="plain-list">${lines.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
  <//>`;
}

/** @param {{told: Told}} props */
function Before({ told: { weeks, minutes } }) {
  if (weeks.length < 2) return null;
  return html`<${Card} title="The weeks">
    <table class="progress-table">
      <caption class="unseen">What was moved in each week</caption>
      <thead><tr><th scope="col">Week</th><th scope="col">Moved</th></tr></thead>
      <tbody>${weeks.map((week, back) => html`<tr key=${week.from}>
        <th scope="row">${back === 0 ? 'This week' : spanText(week)}</th><td>${shortText(week, minutes)}</td>
      </tr>`)}</tbody>
    </table>
    <p class="soft">${minutes ? 'Of a day with sessions and minutes of “Being active”, the larger counts.' : 'Every time counts, however short.'}</p>
  <//>`;
}

/** How far up each ladder. */
function Ladders() {
  const rows = steps.value;
  if (rows.length === 0) return null;
  return html`<${Card} title="Where you are">
    <p class="soft">In the last 4 weeks. Every step is a good place to stay.</p>
    <ul class="plain-list">${rows.map(({ id, name, step, of, movement: at, before }) => html`<li key=${id}><b>${name}:</b>
      ${` step ${step} of ${of}, ${lower(movement(at)?.name ?? 'a movement')}.`}${before && ` Before it was step ${before}.`}</li>`)}</ul>
  <//>`;
}

/** Pain before and after, for kinds that were done often enough to say. */
function Pain() {
  const rows = pains.value;
  if (rows.length === 0) return null;
  return html`<${Card} title="Pain before and after">
    <table class="progress-table">
      <caption class="unseen">The middle of your numbers before and after, by kind of movement</caption>
      <thead><tr><th scope="col">Kind</th><th scope="col">Pain</th></tr></thead>
      <tbody>${rows.map(({ category, times, before, after }) => html`<tr key=${category}>
        <th scope="row">${one('library', 'categories', category)?.name ?? 'Other'}<span class="progress-count">${times} sessions</span></th>
        <td>${before} before, ${after} after</td>
      </tr>`)}</tbody>
    </table>
    <p class="soft">The middle of your numbers, 0 to 10. It may be chance.</p>
  <//>`;
}

/** Their own next step first; what guidelines say beside it, and neither while the body has other things to do. @param {{told: Told}} props */
function Aim({ told: { target, direction, rule } }) {
  if (!direction) return null;
  const { direction_minutes: many, ms_aerobic_minutes: minutes, ms_aerobic_days: days, ms_strength_days: strength } = rule.parameters;
  return html`<${Card} title="If you want to aim at something">
    ${target !== null && html`<p><b>About ${target} minutes a week.</b> That is ${shareText(rule.parameters.up)} more than your last two weeks. Less is fine too.</p>`}
    <p class="soft">Many guidelines name ${many} minutes a week as a direction. The one for MS says ${days} times ${minutes} minutes, and strength on ${strength} days.</p>
  <//>`;
}
