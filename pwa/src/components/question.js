import { html } from 'htm/preact';

import { Button } from './button.js';
import { Page } from './page.js';

/**
 * @typedef {object} QuestionProps
 * @property {string} title - the question; the one h1
 * @property {string} back - where "Back" leads when the person came from outside
 * @property {number} place - from 1
 * @property {number} of
 * @property {string} [note] - what is kept already, such as "Pain 6, right hip. Saved already."
 * @property {() => unknown} onDone
 * @property {() => unknown} [onNext] - left out at the last one
 * @property {import('preact').ComponentChildren} [children]
 */

/**
 * One question a screen. Nothing has to be answered: "Next" is always open, and "Done" leaves from anywhere.
 * @param {QuestionProps} props
 */
export function Question({ title, back, place, of, note = '', onDone, onNext, children }) {
  return html`<${Page} title=${title} back=${back} note=${`${note} ${place} of ${of}.`.trim()}
    foot=${html`${onNext && html`<${Button} variant="line" tall onClick=${onDone}>Done<//>`}
      <${Button} tall iconAfter=${onNext && 'next'} onClick=${onNext ?? onDone}>${onNext ? 'Next' : 'Done'}<//>`}>
    ${children}
  <//>`;
}
