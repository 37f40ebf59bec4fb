import { html } from 'htm/preact';
import { useId } from 'preact/hooks';

/**
 * @typedef {object} FieldProps
 * @property {string} label - stays visible while typing
 * @property {string} value
 * @property {(value: string) => unknown} onInput
 * @property {(value: string) => unknown} [onChange] - when the field is left
 * @property {string} [hint] - an example or a limit, outside the field
 * @property {string} [error] - what happened and what to do
 * @property {string} [type] - text unless given
 * @property {boolean} [long] - several lines
 * @property {string} [name]
 * @property {string} [autocomplete]
 * @property {string} [inputMode]
 * @property {number} [maxLength]
 * @property {string} [min]
 * @property {string} [max]
 * @property {boolean} [required]
 * @property {boolean} [spellcheck]
 */

/** @param {FieldProps} props */
export function Field({ label, value, onInput, onChange, hint, error, type = 'text', long = false, ...rest }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const shared = {
    ...rest,
    id,
    class: 'field-input',
    value,
    'aria-describedby': described,
    'aria-invalid': error ? 'true' : undefined,
    onInput: (/** @type {Event} */ event) => onInput(written(event)),
    onChange: (/** @type {Event} */ event) => onChange?.(written(event)),
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint && html`<p id=${`${id}-hint`} class="soft">${hint}</p>`}
    ${long ? html`<textarea rows="4" ...${shared}></textarea>` : html`<input type=${type} ...${shared} />`}
    ${error && html`<p id=${`${id}-error`} class="field-error">${error}</p>`}
  </div>`;
}

/** @param {Event} event */
function written(event) {
  return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (event.currentTarget).value;
}
