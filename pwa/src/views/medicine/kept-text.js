import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Field } from '../../components/field.js';
import { stored } from '../log/save.js';

/**
 * @typedef {object} KeptTextProps
 * @property {string} label
 * @property {string} [hint]
 * @property {string} value
 * @property {number} limit - characters
 * @property {(text: string | null) => Promise<unknown>} onKeep - null for nothing
 */

/**
 * A line that is kept when the field is left, and a moment after the last key; and that follows what is set elsewhere.
 * @param {KeptTextProps} props
 */
export function KeptText({ label, hint, value, limit, onKeep }) {
  const text = useSignal(value);
  const kept = useSignal(value);
  const keep = async () => {
    const now = text.peek();
    if (now === kept.peek()) return;
    const before = kept.peek();
    kept.value = now;
    const there = await stored(async () => { await onKeep(now.trim() || null); return label; });
    // Not kept: the next key, or leaving the field, tries again.
    if (!there && kept.peek() === now) kept.value = before;
  };
  useEffect(() => {
    const typing = text.peek() !== kept.peek();
    if (!typing && value !== kept.peek().trim()) text.value = kept.value = value;
  }, [value]);
  useEffect(() => {
    const timer = setTimeout(keep, 1200);
    return () => clearTimeout(timer);
  }, [text.value]);
  useEffect(() => () => { keep(); }, []);
  return html`<${Field} label=${label} hint=${hint} value=${text.value} maxLength=${limit} autocomplete="off"
    onInput=${(/** @type {string} */ written) => { text.value = written; }} onChange=${keep} />`;
}
