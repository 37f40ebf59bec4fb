import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { middleLow } from '../../domain/trends/table.js';
import { label } from '../../state/content.js';
import { one } from '../../state/knowledge.js';
import { today } from '../../state/today.js';
import { series } from '../../state/trends.js';
import { Why } from '../learn/why.js';
import { AsTable, Bars, Table } from './table.js';
import { count, partName } from './words.js';

const MOST = 5;

/** What pain let be done, in minutes, and what moving was like before and after. */
export function Doing() {
  return html`<${Activities} /><${Moved} />`;
}

/** @param {import('../../domain/trends/doing.js').Activity} row */
function minutesWords({ days, minutes }) {
  const usual = middleLow(minutes.map((its) => its.minutes));
  return usual === null ? count(days, 'day') : `mostly ${usual} minutes, ${count(days, 'day')}`;
}

function Activities() {
  const { sentence, rows, of } = series.activities.value;
  const noted = rows.flatMap(({ activity, minutes }) => minutes.map(({ on, minutes: its }) => ({ activity, on, its })))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  return html`<${Card} title="How long it went">
    <p>${sentence}</p>
    ${rows.length > 0 && html`<${Bars} name="What pain got in the way of" head=${['What', 'How long']}
      rows=${rows.slice(0, MOST).map((row) => ({ label: label('activities', row.activity), number: row.days, of, words: minutesWords(row) }))} />
    <p class="soft">The bar shows the days it was named. Minutes are as long as it went before pain ended it.</p>
    ${noted.length > 0 && html`<${AsTable} name="Minutes by day" head=${['When', 'What', 'Minutes']}
      rows=${noted.map(({ activity, on, its }) => [partName('day', on, today.value), label('activities', activity), its])} />`}
    <${Why} facts=${['TRG-04', 'TRG-05', 'ASK-08']} />`}
  <//>`;
}

/** @param {import('../../domain/trends/doing.js').Pairs} pairs */
const told = ({ of, lower, same, higher }) => (of > 0 ? `${lower} lower, ${same} the same, ${higher} higher` : 'not noted');

function Moved() {
  const { sentence, rows } = series.moved.value;
  const name = (/** @type {string} */ id) => one('library', 'categories', id)?.name ?? 'Other';
  return html`<${Card} title="Moving, before and after">
    <p>${sentence}</p>
    ${rows.length > 0 && html`<${Table} name="Pain after moving, beside before" head=${['Kind', 'Pain after']}
      rows=${rows.map((row) => [html`${name(row.category)}<span class="trend-count">${count(row.sessions, 'session')}</span>`, told(row.after)])} />
    ${rows.some((row) => row.two_hours.of + row.next_morning.of > 0) && html`<${AsTable} name="Pain two hours after and the next morning, beside before" head=${['Kind', '2 hours after', 'Next morning']}
      rows=${rows.map((row) => [name(row.category), told(row.two_hours), told(row.next_morning)])} />`}
    <p class="soft">How often pain was lower, the same or higher than before. It may be chance.</p>
    <${Why} facts=${['EX-10', 'TRG-17']} sources=${['2h']} />`}
  <//>`;
}
