import { html } from 'htm/preact';
import { useId } from 'preact/hooks';

/**
 * @typedef {object} CardProps
 * @property {string} [title] - an h2; the card becomes a named region
 * @property {boolean} [region] - false: a heading alone, for cards that may have the same name
 * @property {'plain' | 'soft'} [tone]
 * @property {import('preact').ComponentChildren} [children]
 */

/** @param {CardProps} props */
export function Card({ title, region = true, tone = 'plain', children }) {
  const id = useId();
  const name = tone === 'soft' ? 'card card-soft' : 'card';
  if (!title) return html`<div class=${name}>${children}</div>`;
  if (!region) return html`<div class=${name}><h2>${title}</h2>${children}</div>`;
  return html`<section class=${name} aria-labelledby=${id}><h2 id=${id}>${title}</h2>${children}</section>`;
}
