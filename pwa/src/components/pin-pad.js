import { html } from 'htm/preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Button } from './button.js';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const MOST = 8;
const LEAST = 4;
/** A digit may come twice in a PIN, but not as fast as a shaking finger makes it. */
const BOUNCE_MS = 250;

/**
 * @typedef {object} PinPadProps
 * @property {string} label - what the digits are for
 * @property {string} enter - the word on the button that ends it
 * @property {(pin: string) => unknown} onEnter - with 4 to 8 digits
 * @property {boolean} [closed] - tapping "enter" does nothing now
 */

/**
 * Digits as large buttons. The number row of a keyboard does the same, wherever the focus is.
 * @param {PinPadProps} props
 */
export function PinPad({ label, enter, onEnter, closed = false }) {
  const [pin, setPin] = useState('');
  // Keys may come faster than the page is drawn.
  const typed = useRef('');
  const last = useRef({ key: '', at: 0 });
  const set = (/** @type {string} */ next) => setPin(typed.current = next);
  const done = () => {
    const whole = typed.current;
    if (closed || whole.length < LEAST) return;
    set('');
    onEnter(whole);
  };
  const type = (/** @type {string} */ key) => set(key === 'Backspace' ? typed.current.slice(0, -1) : (typed.current + key).slice(0, MOST));
  const tap = (/** @type {string} */ key) => {
    const now = performance.now();
    const bounced = key === last.current.key && now - last.current.at < BOUNCE_MS;
    last.current = { key, at: now };
    if (!bounced) type(key);
  };
  useLayoutEffect(() => {
    const hear = (/** @type {KeyboardEvent} */ event) => {
      const on = event.target instanceof Element ? event.target : null;
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || on?.closest('input, textarea')) return;
      if (DIGITS.includes(event.key) || event.key === 'Backspace') type(event.key);
      else if (event.key === 'Enter' && !on?.closest('button, a')) done();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  });
  return html`<div class="pin" role="group" aria-label=${label}>
    <p class="pin-typed" aria-hidden="true">${'●'.repeat(pin.length) || '○○○○'}</p>
    <p class="unseen" role="status">${pin.length === 1 ? '1 digit' : `${pin.length} digits`}</p>
    <div class="pin-keys">
      ${DIGITS.map((digit) => html`<button type="button" key=${digit} class="pin-key" onClick=${() => tap(digit)}>${digit}</button>`)}
      <button type="button" class="pin-key pin-back" onClick=${() => tap('Backspace')}>Delete last</button>
    </div>
    <${Button} tall busy=${closed} onClick=${done}>${enter}<//>
  </div>`;
}
