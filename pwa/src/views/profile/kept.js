import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { pastDay } from '../../domain/profile.js';
import { today } from '../../state/today.js';

/** A pause in writing after which the text is kept, in milliseconds. */
const PAUSE_MS = 1200;

/**
 * @typedef {object} KeptTextProps
 * @property {string} label
 * @property {string | null | undefined} value
 * @property {(text: string | null) => unknown} onKeep - null when it was emptied
 * @property {number} limit - characters
 * @property {string} [hint]
 * @property {string} [error]
 * @property {boolean} [long] - several lines
 * @property {string} [type]
 * @property {string} [inputMode]
 */

/**
 * A text that is kept when the field is left, and a moment after the last key.
 * @param {KeptTextProps} props
 */
export function KeptText({ value, onKeep, limit, ...field }) {
  const text = useSignal(value ?? '');
  const kept = useSignal(value ?? '');
  const keep = () => {
    if (text.peek() === kept.peek()) return;
    kept.value = text.peek();
    onKeep(text.peek().trim() || null);
  };
  useEffect(() => {
    const timer = setTimeout(keep, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text.value]);
  // Leaving the screen keeps what was written, whichever way one leaves.
  useEffect(() => () => { keep(); }, []);
  return html`<${Field} ...${field} value=${text.value} maxLength=${limit}
    onInput=${(/** @type {string} */ written) => { text.value = written; }} onChange=${keep} />`;
}

/**
 * A day that has been. A date that is still being typed is not kept, and it can be taken back.
 * @param {{label: string, value: string | null | undefined, onKeep: (on: string | null) => unknown}} props
 */
export function KeptDay({ label, value, onKeep }) {
  const text = useSignal(value ?? '');
  const write = (/** @type {string} */ written) => {
    text.value = written;
    if (pastDay(written, today.value) && written !== value) onKeep(written);
  };
  const clear = () => {
    text.value = '';
    onKeep(null);
  };
  return html`<${Field} label=${label} hint="Roughly is fine." type="date" value=${text.value} min="1900-01-01" max=${today.value} onInput=${write}
      error=${text.value > today.value ? 'This day is still to come.' : undefined} />
    ${value && html`<${Button} variant="line" label=${`Take the day away: ${label}`} onClick=${clear}>Take the day away<//>`}`;
}
