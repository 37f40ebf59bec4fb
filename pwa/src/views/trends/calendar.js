import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { written } from '../../domain/trends/diary.js';
import { today } from '../../state/today.js';
import { series, span } from '../../state/trends.js';
import { AsTable } from './table.js';
import { monthName, partName, spoken } from './words.js';

/** More would be a wall of numbers; older days are in the Diary. */
const DAYS_MOST = 90;

/** @typedef {import('../../domain/trends/pain.js').PainDay} PainDay */

/** Each day with its strongest pain, in weeks that begin on Monday. */
export function Calendar() {
  const { last } = span.value;
  const first = Math.max(span.value.first, last - DAYS_MOST + 1);
  const rows = series.pain.value.rows.filter(({ on }) => on >= written(first));
  const by = new Map(rows.map((row) => [row.on, row]));
  /** @type {Map<string, number[]>} */
  const months = new Map();
  for (let number = first; number <= last; number += 1) {
    const month = written(number).slice(0, 7);
    months.set(month, [...months.get(month) ?? [], number]);
  }
  return html`<${Card} title="The strongest pain of each day">
    <p>${series.spells.value.sentence}</p>
    ${series.news.value.sentence && html`<p>${spoken(series.news.value.sentence)}</p>`}
    ${[...months].reverse().map(([month, days]) => html`<h3 key=${month}>${monthName(month)}</h3>
      <ol class="trend-month" role="list" aria-label=${monthName(month)}>
        ${Array.from({ length: weekday(days[0]) }, () => html`<li class="trend-before" aria-hidden="true"></li>`)}
        ${days.map((number) => html`<${Day} key=${number} on=${written(number)} day=${by.get(written(number))} />`)}
      </ol>`)}
    <p class="soft">Weeks begin on Monday. A line is a day with no entry; H is a hard day without a number.</p>
    ${span.value.first < first && html`<p class="soft">The last 90 days. Older ones are in the Diary.</p>`}
    ${rows.length > 0 && html`<${AsTable} name="The strongest pain by day" head=${['When', 'Strongest', 'Entries']}
      rows=${rows.map((day) => [partName('day', day.on, today.value), day.worst_nrs ?? without(day), day.entries]).reverse()} />`}
  <//>`;
}

/** @param {PainDay} day - without a number */
const without = ({ hard_day: hard }) => (hard ? 'a hard day' : 'without a number');

/** Days since Monday; day 0 was a Thursday. @param {number} number */
const weekday = (number) => (number + 3) % 7;

/** @param {{on: string, day: PainDay | undefined}} props */
function Day({ on, day }) {
  const number = Number(on.slice(8));
  const worst = day?.worst_nrs ?? null;
  return html`<li class="trend-day">
    <span class="trend-date">${number}<span class="unseen">:</span></span>
    ${worst !== null && html`<b style=${{ '--bar': `var(--pain-${worst})` }}>${worst}</b>`}
    ${worst === null && day && html`<b aria-hidden="true">H</b><span class="unseen">${without(day)}</span>`}
    ${!day && html`<span class="trend-none" aria-hidden="true"></span><span class="unseen">no entry</span>`}
  </li>`;
}
