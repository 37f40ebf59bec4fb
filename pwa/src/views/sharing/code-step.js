import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { useErrorFocus } from '../account/error-focus.js';
import { TaskNotes } from '../account/task.js';
import { readCode } from './words.js';

const CODE_LENGTH = 10;

/**
 * @typedef {object} CodeStepProps
 * @property {string} code
 * @property {boolean} linked - came with the link, so nothing has to be typed
 * @property {(code: string) => unknown} onCode
 * @property {() => unknown} onNext
 * @property {import('../account/task.js').Task} task
 */

/** @param {CodeStepProps} props */
export function CodeStep({ code, linked, onCode, onNext, task }) {
  const [errors, setErrors] = useState({ code: '' });
  const form = useErrorFocus(errors);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const enough = readCode(code).length >= CODE_LENGTH;
    setErrors({ code: enough ? '' : `The code has ${CODE_LENGTH} letters and numbers. Check it and type it again.` });
    if (enough) onNext();
  };
  return html`<${Page} title="I have an invitation" back="/">
    <form ref=${form} class="account-form" onSubmit=${submit} novalidate>
      ${linked ? html`<p>Your link carries the invitation. There is nothing to type.</p>`
        : html`<${Field} label="Code" hint=${`${CODE_LENGTH} letters and numbers. Spaces and small letters are fine.`} name="code"
          autocomplete="one-time-code" spellcheck=${false} value=${code} onInput=${onCode} error=${errors.code} />`}
      <${TaskNotes} task=${task} />
      <${Button} type="submit" tall busy=${task.busy}>Go on<//>
    </form>
    ${linked && html`<${Button} variant="line" tall onClick=${() => onCode('')}>Type a code instead<//>`}
  <//>`;
}
