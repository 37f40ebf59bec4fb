import { html } from 'htm/preact';

import { once } from '../ui/act.js';

/**
 * @typedef {object} ToastProps
 * @property {{text: string, undo?: () => unknown} | null} toast - null shows nothing; the live region stays
 * @property {() => unknown} onClose - after undo or close
 */

/**
 * What was just done, with the way back. The region stays in the page, so that screen readers hear a change.
 * @param {ToastProps} props
 */
export function Toast({ toast, onClose }) {
  const undo = once(() => {
    toast?.undo?.();
    onClose();
  });
  return html`<div class="toast-place" role="status" aria-live="polite">
    ${toast && html`<div class="toast">
      <span class="toast-words">${toast.text}</span>
      ${toast.undo && html`<button type="button" class="toast-button" onClick=${undo}>Undo</button>`}
      <button type="button" class="toast-button" onClick=${once(onClose)}>Close</button>
    </div>`}
  </div>`;
}
