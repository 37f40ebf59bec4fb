import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Field } from '../../components/field.js';

/** A year that is still being typed passes through 0002 and 0202. */
const FIRST = '1900-01-01';
const LAST = '2200-12-31';

/**
 * @typedef {object} DayFieldProps
 * @property {string} label
 * @property {string} [hint]
 * @property {string | null | undefined} value - YYYY-MM-DD
 * @property {string} [min]
 * @property {string} [max]
 * @property {boolean} [needed] - an emptied field keeps what it had
 * @property {string} [problem] - what to say of a day outside min and max
 * @property {(on: string | null) => unknown} onKeep
 */

/**
 * A date that is kept as soon as it is whole and can be true.
 * @param {DayFieldProps} props
 */
export function DayField({ label, hint, value, min = FIRST, max = LAST, needed = false, problem = 'Choose another day.', onKeep }) {
  const outside = useSignal(false);
  const keep = (/** @type {string} */ on) => {
    const whole = on >= FIRST && on <= LAST;
    outside.value = whole && (on < min || on > max);
    if (on === '' && !needed) onKeep(null);
    else if (whole && !outside.value) onKeep(on);
  };
  return html`<${Field} label=${label} hint=${hint} type="date" value=${value ?? ''} min=${min} max=${max} onInput=${() => {}} onChange=${keep}
    error=${outside.value ? `Not kept. ${problem}` : undefined} />`;
}
