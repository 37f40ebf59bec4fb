import { html } from 'htm/preact';

import { once } from '../ui/act.js';

/** Words at both ends and in the middle, the same everywhere. */
const PAIN = /** @type {Words} */ ({
  0: { short: 'none', long: 'no pain' },
  5: { short: 'medium', long: 'medium' },
  10: { short: 'worst', long: 'worst I can imagine' },
});

/** For every other thing that is counted from 0 to 10. */
const ANYTHING = /** @type {Words} */ ({
  0: { short: 'none', long: 'none' },
  5: { short: 'medium', long: 'medium' },
  10: { short: 'most', long: 'the most I can imagine' },
});

const NUMBERS = Array.from({ length: 11 }, (_, number) => number);

/**
 * @typedef {Record<number, {short: string, long: string}>} Words
 *
 * @typedef {object} ScaleProps
 * @property {string} label - what is asked
 * @property {number | null} [chosen] - a number the person gave, null while none is given
 * @property {(number: number) => unknown} onPick - 0 (none) to 10 (worst imaginable)
 * @property {boolean} [plain] - not about pain: other words, and no pain colours
 */

/**
 * Eleven plain buttons. Not a radio group: there arrow keys would choose, and so save, on the way.
 * @param {ScaleProps} props
 */
export function Scale({ label, chosen = null, onPick, plain = false }) {
  const words = plain ? ANYTHING : PAIN;
  return html`<div class="scale" role="group" aria-label=${label}>
    ${NUMBERS.map((number) => html`<button type="button" key=${number} class=${number === chosen ? 'step step-on' : 'step'}
      aria-label=${words[number] ? `${number}, ${words[number].long}` : String(number)}
      aria-pressed=${chosen === null ? undefined : String(number === chosen)}
      style=${{ '--bar': plain ? 'transparent' : `var(--pain-${number})` }} onClick=${once(() => onPick(number))}>
      <b class="step-number">${number}</b>
      ${words[number] && html`<span class="step-word">${words[number].short}</span>`}
      ${!plain && html`<span class="step-bar"></span>`}
    </button>`)}
  </div>`;
}
