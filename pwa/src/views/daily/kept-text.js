import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Field } from '../../components/field.js';

const AFTER_LAST_KEY_MS = 1200;

/**
 * A text that is kept when the field is left, when the screen is left, and a moment after the last key.
 * @param {{label: string, hint?: string, value: string | null | undefined, limit: number, keep: (text: string | null) => unknown}} props
 */
export function KeptText({ label, hint, value, limit, keep }) {
  const text = useSignal(value ?? '');
  const kept = useSignal(value ?? '');
  const now = () => {
    const written = text.peek();
    if (written === kept.peek()) return;
    kept.value = written;
    keep(written.trim() || null);
  };
  useEffect(() => {
    const timer = setTimeout(now, AFTER_LAST_KEY_MS);
    return () => clearTimeout(timer);
  }, [text.value]);
  useEffect(() => now, []);
  return html`<${Field} label=${label} hint=${hint} long value=${text.value} maxLength=${limit}
    onInput=${(/** @type {string} */ written) => { text.value = written; }} onChange=${now} />`;
}
