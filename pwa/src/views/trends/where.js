import { html } from 'htm/preact';

import { BodyFigure } from '../../components/body-figure.js';
import { Card } from '../../components/card.js';
import { spots } from '../../domain/body-drawing.js';
import { label, placeLabel } from '../../state/content.js';
import { series } from '../../state/trends.js';
import { Why } from '../learn/why.js';
import { AsTable, Bars, Table } from './table.js';
import { count, shortMonth } from './words.js';

const MOST = 6;
/** More numbers would lie over each other. */
const DRAWN = 3;

/** @typedef {import('../../domain/trends/places.js').Place} Place */

/** Where it hurt, month by month, and the words for it. */
export function Where() {
  return html`<${Places} /><${Kinds} /><${Touched} /><${Spasms} />`;
}

/** Days of each place over the whole time, the commonest first. @param {readonly Place[]} rows */
function together(rows) {
  /** @type {Map<string, Place>} */
  const all = new Map();
  for (const row of rows) {
    const name = `${row.region} ${row.side}`;
    all.set(name, { ...row, days: row.days + (all.get(name)?.days ?? 0) });
  }
  return [...all.values()].sort((a, b) => b.days - a.days);
}

function Places() {
  const { sentence, rows } = series.places.value;
  const all = together(rows);
  const top = all.slice(0, MOST);
  return html`<${Card} title="Where it hurt">
    <p>${sentence}</p>
    ${top.length > 0 && html`${facesOf(top).map((face) => html`<${Face} key=${face} face=${face} top=${top.slice(0, DRAWN)} />`)}
      <${Bars} name="The commonest places" head=${['Place', 'Days']}
        rows=${top.map((row) => ({ label: placeLabel(row), number: row.days, of: top[0].days, words: count(row.days, 'day') }))} />
      ${series.sides.value.of > 0 && html`<p>${series.sides.value.sentence} <span class="soft">These are entries.</span></p>`}
      <${AsTable} name="Places by month" head=${['Place', 'Month', 'Days']}
        rows=${byMonth(rows).map((row) => [placeLabel(row), shortMonth(row.month), row.days])} />`}
  <//>`;
}

/** The latest month first, and in each the commonest place. @param {readonly Place[]} rows */
const byMonth = (rows) => [...rows].sort((a, b) => (a.month === b.month ? b.days - a.days : a.month < b.month ? 1 : -1));

/** The back only where it shows what the front does not. @param {Place[]} top @returns {('front' | 'back')[]} */
function facesOf(top) {
  const drawn = top.slice(0, DRAWN);
  return drawn.some((place) => spots('front', place).length === 0 && spots('back', place).length > 0) ? ['front', 'back'] : ['front'];
}

/** @param {{face: 'front' | 'back', top: Place[]}} props */
function Face({ face, top }) {
  const marks = top.flatMap(({ region, side, days }) => {
    const mark = /** @type {import('../../components/body-figure.js').Mark} */ ({ region, side, tone: 'last', text: String(days) });
    return spots(face, mark).length > 0 ? [mark] : [];
  });
  if (marks.length === 0) return null;
  const words = marks.map(({ region, side, text }) => `${placeLabel({ region, side })} ${text}`).join(', ');
  return html`<figure class="trend-body">
    <figcaption>${face === 'front' ? 'Front' : 'Back'}</figcaption>
    <${BodyFigure} face=${face} marks=${marks} label=${`${face === 'front' ? 'Front' : 'Back'}, days by place: ${words}`} />
  </figure>`;
}

function Kinds() {
  const { sentence, rows, of } = series.words.value;
  const top = rows.slice(0, MOST);
  return html`<${Card} title="Words for it">
    <p>${sentence}</p>
    ${top.length > 0 && html`<${Bars} name="The commonest words" head=${['Word', 'Entries']}
      rows=${top.map(({ word, entries }) => ({ label: label('words', word), number: entries, of, words: `${entries} of ${of}` }))} />
    ${rows.length > MOST && html`<${AsTable} name="All words" head=${['Word', 'Entries']}
      rows=${rows.map(({ word, entries }) => [label('words', word), entries])} />`}
    <p class="soft">A word is no diagnosis. One entry can have both kinds.</p>
    <${Why} facts=${['PT-05', 'PT-11']} />`}
  <//>`;
}

/** Only where it was named: nobody has to read that nothing was. */
function Touched() {
  const { sentence, rows } = series.touch.value;
  if (rows.length === 0) return null;
  const top = rows.slice(0, MOST);
  return html`<${Card} title="Clothes and touch">
    <p>${sentence}</p>
    <${Bars} name="Clothes or touch, by place" head=${['Place', 'Entries']}
      rows=${top.map(({ region, entries }) => ({ label: label('regions', region), number: entries, of: top[0].entries, words: entries === 1 ? '1 entry' : `${entries} entries` }))} />
    <${Why} facts=${['TRG-09', 'PT-26']} />
  <//>`;
}

/** @type {Record<string, string>} */
const NOTED = { full_bladder: 'Full bladder', constipation: 'Constipation', skin_sore: 'Sore skin', tight_clothes: 'Tight clothes', infection: 'Infection', heat: 'Heat' };

/** What else was noted on days of many spasms, beside other days. */
function Spasms() {
  const { sentence, rows } = series.spasms.value;
  if (rows.length === 0) return null;
  return html`<${Card} title="Spasms and stiffness">
    <p>${sentence}</p>
    <${Table} name="What else was noted" head=${['Noted', 'Those days', 'Other days']}
      rows=${rows.map((row) => [NOTED[row.what], `${row.days} of ${row.of}`, `${row.other_days} of ${row.of_other}`])} />
    <p class="soft">Counts beside each other. It may be chance.</p>
    <${Why} facts=${['PT-19', 'MEC-11']} />
  <//>`;
}
