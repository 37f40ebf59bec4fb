import { html } from 'htm/preact';

/**
 * @typedef {object} NoticeProps
 * @property {'care' | 'alert' | 'good'} [tone] - care unless given
 * @property {boolean} [now] - said by screen readers at once
 * @property {import('preact').ComponentChildren} [children]
 */

/** @param {NoticeProps} props */
export function Notice({ tone = 'care', now = false, children }) {
  return html`<div class=${`notice notice-${tone}`} role=${now ? 'alert' : undefined}>${children}</div>`;
}
