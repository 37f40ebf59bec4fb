import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { QUESTIONS_MOST, QUESTION_MOST, replaced } from '../../domain/appointment.js';
import { earlier } from '../../domain/order.js';
import { draft } from '../../state/drafts.js';
import { say } from '../../state/toast.js';

/**
 * @typedef {object} QuestionsProps
 * @property {string} name - of the half-written question, which outlives a closed app
 * @property {readonly string[]} questions
 * @property {(questions: string[]) => Promise<boolean>} onKeep
 */

/**
 * What to ask, in the person's own order. A tap on one opens what can be done with it.
 * @param {QuestionsProps} props
 */
export function Questions({ name, questions, onKeep }) {
  const open = useSignal(-1);
  const full = questions.length >= QUESTIONS_MOST;
  const remove = async (/** @type {number} */ at) => {
    open.value = -1;
    if (await onKeep(replaced(questions, at, null))) say('Question taken away.', () => onKeep([...questions]));
  };
  const up = (/** @type {number} */ at) => {
    open.value = at - 1;
    onKeep(earlier(questions, at));
  };
  return html`<section class="stack" aria-labelledby="questions-title">
    <h2 id="questions-title">Questions to ask</h2>
    ${questions.map((text, at) => html`<${Pick} key=${text + at} title=${`${at + 1}. ${text}`} open=${open.value === at} icon="edit"
        onClick=${() => { open.value = open.value === at ? -1 : at; }} />
      ${open.value === at && html`<${Change} key=${`change ${at}`} text=${text} first=${at === 0} onUp=${() => up(at)} onRemove=${() => remove(at)}
        onChange=${(/** @type {string} */ now) => { open.value = -1; onKeep(replaced(questions, at, now)); }} />`}`)}
    ${full ? html`<p class="soft">40 questions is as many as one visit holds.</p>`
      : html`<${Add} name=${name} onAdd=${(/** @type {string} */ text) => onKeep(replaced(questions, questions.length, text))} />`}
  </section>`;
}

/** @param {{text: string, first: boolean, onUp: () => unknown, onRemove: () => unknown, onChange: (text: string) => unknown}} props */
function Change({ text, first, onUp, onRemove, onChange }) {
  const now = useSignal(text);
  const changed = now.value.trim() !== text && now.value.trim() !== '';
  return html`<${Card}>
    <${Field} label="Change the question" long value=${now.value} maxLength=${QUESTION_MOST}
      onInput=${(/** @type {string} */ written) => { now.value = written; }} />
    <div class="pair">
      ${changed && html`<${Button} tall onClick=${() => onChange(now.value)}>Keep the change<//>`}
      ${!first && html`<${Button} variant="line" tall onClick=${onUp}>Ask it earlier<//>`}
      <${Button} variant="line" tall icon="bin" onClick=${onRemove}>Take it away<//>
    </div>
  <//>`;
}

/** @param {{name: string, onAdd: (text: string) => Promise<boolean>}} props */
function Add({ name, onAdd }) {
  const written = draft(name);
  const text = written.value ?? '';
  const add = async () => {
    if (text.trim() && await onAdd(text)) written.value = null;
  };
  return html`<${Field} label="A question" hint="In your own words. One at a time." long value=${text} maxLength=${QUESTION_MOST}
      onInput=${(/** @type {string} */ now) => { written.value = now || null; }} />
    ${text.trim() && html`<${Button} variant="quiet" tall icon="log" onClick=${add}>Add this question<//>`}`;
}
