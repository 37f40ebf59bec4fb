import { html } from 'htm/preact';

import { once } from '../ui/act.js';

/** Words at both ends and in the middle, the same everywhere. */
const ANCHORS = /** @type {Record<number, {short: string, long: string}>} */ ({
  0: { short: 'none', long: 'no pain' },
  5: { short: 'medium', long: 'medium' },
  10: { short: 'worst', long: 'worst I can imagine' },
});

const NUMBERS = Array.from({ length: 11 }, (_, number) => number);

/**
 * @typedef {object} ScaleProps
 * @property {string} label - what is asked
 * @property {number | null} [chosen] - a number the person gave, null while none is given
 * @property {(number: number) => unknown} onPick - 0 (none) to 10 (worst imaginable)
 */

/**
 * Eleven plain buttons. Not a radio group: there arrow keys would choose, and so save, on the way.
 * @param {ScaleProps} props
 */
export function Scale({ label, chosen = null, onPick }) {
  return html`<div class="scale" role="group" aria-label=${label}>
    ${NUMBERS.map((number) => html`<button type="button" key=${number} class=${number === chosen ? 'step step-on' : 'step'}
      aria-label=${ANCHORS[number] ? `${number}, ${ANCHORS[number].long}` : String(number)}
      aria-pressed=${chosen === null ? undefined : String(number === chosen)}
      style=${{ '--bar': `var(--pain-${number})` }} onClick=${once(() => onPick(number))}>
      <b class="step-number">${number}</b>
      ${ANCHORS[number] && html`<span class="step-word">${ANCHORS[number].short}</span>`}
      <span class="step-bar"></span>
    </button>`)}
  </div>`;
}
