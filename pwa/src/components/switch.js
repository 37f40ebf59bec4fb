import { html } from 'htm/preact';

import { once } from '../ui/act.js';

/**
 * @typedef {object} SwitchProps
 * @property {string} label
 * @property {string} [detail]
 * @property {boolean} on
 * @property {(on: boolean) => unknown} onChange
 */

/**
 * On or off, said in words beside the drawing.
 * @param {SwitchProps} props
 */
export function Switch({ label, detail, on, onChange }) {
  return html`<button type="button" role="switch" aria-checked=${String(on)} class=${on ? 'switch switch-on' : 'switch'}
    onClick=${once(() => onChange(!on))}>
    <span class="switch-words"><b>${label}</b>${detail && html`<span class="switch-detail">${detail}</span>`}</span>
    <span class="switch-state" aria-hidden="true">${on ? 'On' : 'Off'}</span>
    <span class="switch-track" aria-hidden="true"></span>
  </button>`;
}
