import { html } from 'htm/preact';

import { Pick } from './pick.js';

/**
 * @typedef {object} ChoicesProps
 * @property {string} label - what is asked, for screen readers
 * @property {ReadonlyArray<{id: string, label: string, detail?: string}>} items
 * @property {ReadonlyArray<string>} chosen - ids
 * @property {(id: string) => unknown} onToggle
 * @property {boolean} [rows] - one below the other, for longer words
 */

/**
 * Answers as rows of 64 px, two beside each other where they fit. Whether one or several may be chosen is its owner's.
 * @param {ChoicesProps} props
 */
export function Choices({ label, items, chosen, onToggle, rows = false }) {
  return html`<div class=${rows ? 'stack' : 'pair'} role="group" aria-label=${label}>
    ${items.map((item) => html`<${Pick} key=${item.id} title=${item.label} detail=${item.detail} on=${chosen.includes(item.id)}
      onClick=${() => onToggle(item.id)} />`)}
  </div>`;
}
