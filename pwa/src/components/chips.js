import { html } from 'htm/preact';

import { Chip } from './chip.js';

/**
 * @typedef {object} ChipsProps
 * @property {string} label - what the group asks, for screen readers
 * @property {ReadonlyArray<{id: string, label: string}>} items
 * @property {ReadonlyArray<string>} chosen - ids
 * @property {(id: string) => unknown} onToggle
 * @property {boolean} [thirds] - three beside each other where they fit
 */

/** @param {ChipsProps} props */
export function Chips({ label, items, chosen, onToggle, thirds = false }) {
  return html`<div class=${thirds ? 'chips thirds' : 'chips'} role="group" aria-label=${label}>
    ${items.map((item) => html`<${Chip} key=${item.id} label=${item.label} on=${chosen.includes(item.id)}
      onClick=${() => onToggle(item.id)} />`)}
  </div>`;
}
