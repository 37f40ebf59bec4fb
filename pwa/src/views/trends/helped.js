import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { label } from '../../state/content.js';
import { series } from '../../state/trends.js';
import { Why } from '../learn/why.js';
import { AsTable, Bars } from './table.js';

const MOST = 5;

/** @typedef {import('../../domain/trends/relief.js').Tried} Tried */

/** What was tried, with what pain did after it; also what changed nothing. */
export function Helped() {
  const { sentence, rows } = series.relief.value;
  const ranked = rows.filter((row) => row.ranked);
  const helped = ranked.filter((row) => (row.median_change ?? 0) < 0).slice(0, MOST);
  const nothing = ranked.filter((row) => (row.median_change ?? 0) >= 0).slice(0, MOST);
  return html`<${Card} title="What was tried">
    <p>${sentence}</p>
    <${Group} title="Pain was mostly lower after it" rows=${helped} />
    <${Group} title="Pain was mostly the same or higher" rows=${nothing} />
    ${rows.length > 0 && html`<${AsTable} name="All that was tried" head=${['What', 'Times', 'After it']}
      rows=${rows.map((row) => [label('reliefs', row.what), row.uses, after(row)])} />
    <p class="soft">These are counts, no advice. Ask before changing a medicine.</p>
    <${Why} facts=${['REL-01', 'REL-13', 'ASK-04']} />`}
  <//>`;
}

/** @param {{title: string, rows: Tried[]}} props */
function Group({ title, rows }) {
  if (rows.length === 0) return null;
  return html`<h3>${title}</h3><${Bars} name=${title} head=${['What', 'Pain lower after it']}
    rows=${rows.map((row) => ({ label: label('reliefs', row.what), number: row.lower, of: row.of, words: `lower ${row.lower} of ${row.of} times` }))} />`;
}

/** @param {Tried} row */
const after = ({ of, lower, same, higher }) => (of > 0 ? `${lower} lower, ${same} the same, ${higher} higher` : 'no numbers');
