import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { aboutWords } from './about-words.js';
import { Fold } from './fold.js';
import { changeWords, noticedWords } from './more-words.js';
import { earlierDays } from './words.js';

/** @typedef {import('./entry-words.js').Reading} Reading */
/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/** What people who help noticed. Nothing where nobody did. @param {{seen: readonly Rec[], reading: Reading}} props */
export function NoticedFold({ seen, reading }) {
  const rows = noticedWords(seen, reading);
  if (rows.length === 0) return null;
  return html`<${Fold} title="What helpers noticed"><${Card}><ul role="list" class="people-days">
    ${rows.map(({ id, title, text, by }) => html`<li key=${id} class="people-day"><h3>${title}</h3>${text && html`<p>${text}</p>`}<p class="soft">${by}</p></li>`)}
  </ul><//><//>`;
}

/** New aids, illness, medicines: what may explain another day. @param {{seen: readonly Rec[], reading: Reading}} props */
export function LatelyFold({ seen, reading }) {
  const lines = changeWords(seen, reading);
  if (lines.length === 0) return null;
  return html`<${Fold} title="What is new lately" detail="The last 4 weeks"><${Card}>
    <ul class="plain-list">${lines.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
  <//><//>`;
}

/** @param {{records: readonly Rec[], reading: Reading, first: boolean}} props - first: open from the start */
export function DaysFold({ records, reading, first }) {
  const days = earlierDays(records, reading);
  if (days.length === 0) return null;
  return html`<${Fold} title="The last days" first=${first} icon="calendar"><${Card}><ul role="list" class="people-days">
    ${days.map((day) => html`<li key=${day.on} class="people-day">
      <h3>${day.title}</h3>
      ${day.lines.map((line) => html`<p key=${line}>${line}</p>`)}
    </li>`)}
  </ul><//><//>`;
}

/** How the person gets about, and when an aid was last looked at. @param {{seen: readonly Rec[], reading: Reading}} props */
export function AboutFold({ seen, reading }) {
  const { lines, aids } = aboutWords(seen, reading);
  if (lines.length + aids.length === 0) return null;
  return html`<${Fold} title=${`About ${reading.name}`} icon="person"><${Card}>
    ${lines.map((line) => html`<p key=${line}>${line}</p>`)}
    ${aids.length > 0 && html`<ul class="plain-list">${aids.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
      <${Pick} title="A look at stick, walker and chair" href="/learn/CARD-48" />`}
  <//><//>`;
}
