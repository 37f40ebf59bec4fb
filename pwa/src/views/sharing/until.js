import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { localDay } from '../people/when.js';

const WAYS = [{ id: 'open', label: 'No end date' }, { id: 'dated', label: 'Until a date' }];

/**
 * @typedef {object} UntilProps
 * @property {string | null} until - the last day, YYYY-MM-DD
 * @property {(until: string | null) => unknown} onChange
 */

/** @param {UntilProps} props */
export function Until({ until, onChange }) {
  const [dated, setDated] = useState(until !== null);
  const [day, setDay] = useState(until ?? '');
  const today = localDay(new Date());
  const choose = (/** @type {string} */ way) => {
    setDated(way === 'dated');
    if (way === 'open') onChange(null);
  };
  const left = (/** @type {string} */ written) => {
    // A year being typed is a date in the first century on the way; only a day to come counts.
    if (written >= today && written !== until) onChange(written);
  };
  return html`<div class="stack">
    <${Chips} label="How long" items=${WAYS} chosen=${[dated ? 'dated' : 'open']} onToggle=${choose} />
    ${dated && html`<${Field} label="Last day" type="date" name="until" min=${today} value=${day} onInput=${setDay} onChange=${left} />`}
  </div>`;
}
