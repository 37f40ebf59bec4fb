/** The blocks of a report: text, facts, lists, tables, a chart and a body, each with what it says in words. */
import { html } from 'htm/preact';

import { BodyFigure } from '../../components/body-figure.js';
import { Button } from '../../components/button.js';
import { Chart } from './chart.js';
import { rowWords } from './words.js';

/**
 * @typedef {import('../../domain/report/shape.js').Block} BlockData
 * @typedef {import('../../domain/report/shape.js').Row} Row
 * @typedef {(id: string, words: string) => void} Out - leaves a block or a row out
 */

/** @param {{block: BlockData, onOut?: Out}} props */
export function Block({ block, onOut }) {
  const whole = block.title || block.text || '';
  return html`<div class="report-block">
    ${block.title && block.t !== 'table' && html`<h4>${block.title}</h4>`}
    ${block.text && html`<p>${block.text}</p>`}
    ${block.t === 'chart' && html`<${Chart} data=${block.data} summary=${block.summary ?? ''} />`}
    ${block.t === 'body' && html`<${Bodies} block=${block} />`}
    ${block.rows && (block.rows.length > 0 || block.t === 'table' ? html`<${Rows} block=${block} onOut=${onOut} />` : html`<p>${block.empty}</p>`)}
    ${onOut && whole && html`<${OutButton} id=${block.id} words=${rowWords([whole])} all=${block.rows !== undefined} onOut=${onOut} />`}
  </div>`;
}

/** @param {{block: BlockData, onOut?: Out}} props */
function Rows({ block, onOut }) {
  if (block.t === 'table') return html`<${Table} block=${block} onOut=${onOut} />`;
  const rows = block.rows ?? [];
  const out = (/** @type {Row} */ { id, cells }) => onOut && html`<${OutButton} id=${id} words=${rowWords(cells)} onOut=${onOut} />`;
  if (block.t === 'facts') {
    return html`<dl>${rows.map((row) => html`<div key=${row.id} class="report-fact"><dt>${row.cells[0]}</dt>
      ${row.cells.slice(1).map((text, at) => html`<dd key=${at}>${text}</dd>`)}${onOut && html`<dd class="report-out">${out(row)}</dd>`}</div>`)}</dl>`;
  }
  return html`<ul>${rows.map((row) => html`<li key=${row.id}>${row.cells.filter(Boolean).map((text, at) => html`<p key=${at}>${text}</p>`)}${out(row)}</li>`)}</ul>`;
}

/** On a narrow screen each row stands by itself, with the name of its column before each cell. @param {{block: BlockData, onOut?: Out}} props */
function Table({ block, onOut }) {
  const columns = block.columns ?? [];
  const rows = block.rows ?? [];
  if (rows.length === 0) return html`${block.title && html`<h4>${block.title}</h4>`}<p>${block.empty}</p>`;
  return html`<table role="table">
    ${block.title && html`<caption>${block.title}</caption>`}
    <thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th key=${name} role="columnheader" scope="col">${name}</th>`)}
      ${onOut && html`<th role="columnheader" scope="col" class="report-out">Leave out</th>`}</tr></thead>
    <tbody role="rowgroup">${rows.map(({ id, cells }) => html`<tr key=${id} role="row">
      ${cells.map((text, at) => (at === 0 ? html`<th role="rowheader" scope="row">${text}</th>`
        : html`<td key=${at} role="cell"><span class="report-column" aria-hidden="true">${columns[at]}: </span>${text || '–'}</td>`))}
      ${onOut && html`<td role="cell" class="report-out"><${OutButton} id=${id} words=${rowWords(cells)} onOut=${onOut} /></td>`}
    </tr>`)}</tbody>
  </table>`;
}

/** @param {{block: BlockData}} props */
function Bodies({ block }) {
  const marks = (block.data?.places ?? []).map((/** @type {any} */ { region, side }) => ({ region, side: side || 'middle', tone: 'last' }));
  return html`<div class="report-bodies">
    <figure><${BodyFigure} face="front" marks=${marks} /><figcaption><span>R</span> Front <span>L</span></figcaption></figure>
    <figure><${BodyFigure} face="back" marks=${marks} /><figcaption><span>L</span> Back <span>R</span></figcaption></figure>
  </div><p>${block.summary}</p>`;
}

/** @param {{id: string, words: string, all?: boolean, onOut: Out}} props - all: a whole block and not one line of it */
function OutButton({ id, words, all = false, onOut }) {
  const name = all ? 'Leave all of this out' : 'Leave out';
  return html`<${Button} variant="line" label=${`${name}: ${words}`} onClick=${() => onOut(id, words)}>${name}<//>`;
}
