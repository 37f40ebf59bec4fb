import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Pick } from '../../components/pick.js';

/**
 * @typedef {import('preact').ComponentChildren} Words
 * @typedef {{name: string, head: string[], rows: Words[][]}} TableProps
 */

/** A chart in numbers, behind its button. The roles stand for themselves: on a narrow screen rows are laid out as lines. @param {TableProps} props */
export function AsTable(props) {
  const [open, setOpen] = useState(false);
  return html`<${Pick} title="As a table" label=${`As a table: ${props.name}`} icon="list" open=${open} onClick=${() => setOpen(!open)} />
    ${open && html`<${Table} ...${props} />`}`;
}

/** @param {TableProps} props */
export function Table({ name, head, rows }) {
  return html`<table class="trend-table trend-rows" role="table">
    <caption class="unseen">${name}</caption>
    <thead role="rowgroup"><tr role="row">${head.map((word) => html`<th scope="col" role="columnheader" key=${word}>${word}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map(([first, ...rest], i) => html`<tr role="row" key=${i}>
      <th scope="row" role="rowheader">${first}</th>${rest.map((cell) => html`<td role="cell">${cell}</td>`)}
    </tr>`)}</tbody>
  </table>`;
}

/**
 * Bars that are a table: each has its words and its number, and its length says the same.
 * @param {{name: string, head: [string, string], rows: {label: string, number: number, of: number, words: string}[]}} props
 */
export function Bars({ name, head, rows }) {
  return html`<table class="trend-table trend-bars" role="table">
    <caption class="unseen">${name}</caption>
    <thead class="unseen" role="rowgroup"><tr role="row">${head.map((word) => html`<th scope="col" role="columnheader" key=${word}>${word}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map(({ label, number, of, words }) => html`<tr role="row" key=${label}>
      <th scope="row" role="rowheader">${label}</th>
      <td role="cell">${words}<span class="trend-bar" aria-hidden="true"><span style=${{ inlineSize: `${of > 0 ? (100 * number) / of : 0}%` }}></span></span></td>
    </tr>`)}</tbody>
  </table>`;
}
