import { html } from 'htm/preact';

import { once } from '../ui/act.js';
import { Icon } from './icon.js';

/**
 * @typedef {object} CountProps
 * @property {string} label - what is counted
 * @property {number | null | undefined} value - null while nothing is said
 * @property {(value: number) => unknown} onChange
 * @property {number} [start] - what the first tap gives
 * @property {number} [step]
 * @property {number} [min]
 * @property {number} [max]
 * @property {(value: number) => string} [words] - "7 and a half hours"
 */

/**
 * A number by two large buttons. It says nothing until a button was tapped.
 * @param {CountProps} props
 */
export function Count({ label, value, onChange, start = 0, step = 1, min = 0, max = 100, words = String }) {
  const said = typeof value === 'number';
  const to = (/** @type {number} */ next) => once(() => onChange(Math.min(max, Math.max(min, next))));
  return html`<div class="count" role="group" aria-label=${label}>
    <button type="button" class="count-button" aria-label=${`${label}: less`} onClick=${to(said ? value - step : start)}><${Icon} name="less" /></button>
    <output class="count-value">${said ? words(value) : 'Not said'}</output>
    <button type="button" class="count-button" aria-label=${`${label}: more`} onClick=${to(said ? value + step : start)}><${Icon} name="log" /></button>
  </div>`;
}
