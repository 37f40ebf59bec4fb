import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';

/**
 * What cannot be taken back asks for a word: nobody gets there by a slip of the hand.
 * @param {{word: string, act: string, busy: boolean, onAct: () => unknown}} props
 */
export function TypedWord({ word, act, busy, onAct }) {
  const [typed, setTyped] = useState('');
  const ready = typed.trim().toLowerCase() === word;
  return html`<${Field} label=${`Type the word “${word}” to go on`} value=${typed} onInput=${setTyped} autocomplete="off" spellcheck=${false} />
    ${ready && html`<${Button} variant="alert" tall busy=${busy} onClick=${onAct}>${act}<//>`}`;
}
