import { html } from 'htm/preact';

import { once } from '../ui/act.js';
import { Icon } from './icon.js';

/**
 * @typedef {object} ChipProps
 * @property {string} label
 * @property {boolean} [on] - chosen; said to screen readers as pressed
 * @property {boolean} [removable] - shows a cross; a tap takes it away
 * @property {(event: Event) => unknown} onClick
 */

/** @param {ChipProps} props */
export function Chip({ label, on = false, removable = false, onClick }) {
  if (removable) {
    return html`<button type="button" class="chip chip-on" aria-label=${`Take away: ${label}`} onClick=${once(onClick)}>
      <span>${label}</span><${Icon} name="cross" />
    </button>`;
  }
  return html`<button type="button" class=${on ? 'chip chip-on' : 'chip'} aria-pressed=${String(on)} onClick=${once(onClick)}>
    ${on && html`<${Icon} name="check" />`}<span>${label}</span>
  </button>`;
}
