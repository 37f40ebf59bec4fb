import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';

import { Notice } from '../../components/notice.js';

/**
 * @typedef {object} ProblemProps
 * @property {string} text - what happened and what to do
 */

/**
 * Something did not work. Takes the focus, so that it is read out and in sight.
 * @param {ProblemProps} props
 */
export function Problem({ text }) {
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => place.current?.focus(), [text]);
  return html`<div ref=${place} tabindex="-1" class="account-problem"><${Notice}><p>${text}</p><//></div>`;
}
