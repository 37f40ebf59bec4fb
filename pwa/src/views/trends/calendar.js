import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { written } from '../../domain/trends/diary.js';
import { series, span } from '../../state/trends.js';
import { monthName } from './words.js';

/** More would be a wall of numbers; older days are in the Diary. */
const DAYS_MOST = 90;

/** @typedef {import('../../domain/trends/pain.js').PainDay} PainDay */

/** Each day with its strongest pain, in weeks that begin on Monday. */
export function Calendar() {
  const { last } = span.value;
  const first = Math.max(span.value.first, last - DAYS_MOST + 1);
  const by = new Map(series.pain.value.rows.map((row) => [row.on, row]));
  /** @type {Map<string, number[]>} */
  const months = new Map();
  for (let number = first; number <= last; number += 1) {
    const month = written(number).slice(0, 7);
    months.set(month, [...months.get(month) ?? [], number]);
  }
  return html`<${Card} title="The strongest pain of each day">
    <p>${series.spells.value.sentence}</p>
    ${[...months].reverse().map(([month, days]) => html`<h3 key=${month}>${monthName(month)}</h3>
      <ol class="trend-month" role="list" aria-label=${monthName(month)}>
        ${Array.from({ length: weekday(days[0]) }, () => html`<li class="trend-before" aria-hidden="true"></li>`)}
        ${days.map((number) => html`<${Day} key=${number} on=${written(number)} day=${by.get(written(number))} />`)}
      </ol>`)}
    <p class="soft">Weeks begin on Monday. A line is a day with no entry; H is a hard day without a number.</p>
    ${span.value.first < first && html`<p class="soft">The last 90 days. Older ones are in the Diary.</p>`}
  <//>`;
}

/** Days since Monday; day 0 was a Thursday. @param {number} number */
const weekday = (number) => (number + 3) % 7;

/** @param {{on: string, day: PainDay | undefined}} props */
function Day({ on, day }) {
  const number = Number(on.slice(8));
  const worst = day?.worst_nrs ?? null;
  return html`<li class="trend-day">
    <span class="trend-date">${number}<span class="unseen">:</span></span>
    ${worst !== null && html`<b style=${{ '--bar': `var(--pain-${worst})` }}>${worst}</b>`}
    ${worst === null && day && html`<b aria-hidden="true">H</b><span class="unseen">${day.hard_day ? 'a hard day' : 'without a number'}</span>`}
    ${!day && html`<span class="trend-none" aria-hidden="true"></span><span class="unseen">no entry</span>`}
  </li>`;
}
