import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { go, route } from '../../router.js';
import { vocabulary } from '../../state/content.js';
import { change, symptoms } from '../../state/diary.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { entryTitle } from '../diary/words.js';
import { QUESTIONS, chosenIds, parted, toggledAnswer } from './questions.js';
import { stored } from './save.js';

/** Five questions and a note, one a screen, each to be skipped. Every tap is kept at once. */
export function Detail() {
  const { id, from } = /** @type {{id?: string, from?: string}} */ (route.value.state);
  const step = Number(route.value.state.step ?? 0);
  const record = symptoms.value.find((one) => one.id === id);
  useEffect(() => { if (!id) go('/log', { replace: true }); }, [id]);
  if (!id || !record) return html`<${Page} title="Add detail" back="/log" />`;

  const question = QUESTIONS[step];
  const done = () => {
    if (!from) say(`Saved on this phone. ${entryTitle(record.body)}.`);
    go(from ?? '/', { replace: true });
  };
  const next = () => go('/log/detail', { state: { id, from, step: step + 1 } });
  const place = question ? `${step + 1} of ${QUESTIONS.length}` : 'One more, if you like';
  return html`<${Page} key=${step} title=${question?.title ?? 'Anything to add?'} back=${from ?? '/'}
    note=${`${entryTitle(record.body)}. Saved already. ${place}.`}
    foot=${html`${question && html`<${Button} variant="line" tall onClick=${done}>Done<//>`}
      <${Button} tall iconAfter=${question && 'next'} onClick=${question ? next : done}>${question ? 'Next' : 'Done'}<//>`}>
    ${question
      ? html`<${Answers} key=${question.field} question=${question} id=${id} body=${record.body} />`
      : html`<${Written} id=${id} field="note" label="A note to yourself" hint="Shared only if you chose to share notes." value=${record.body.note} limit=${2000} />`}
  <//>`;
}

/**
 * @param {{question: import('./questions.js').Question, id: string, body: Record<string, any>}} props
 */
function Answers({ question, id, body }) {
  const given = useSignal(/** @type {any[] | null} */ (null));
  const all = useSignal(false);
  const answers = given.value ?? body[question.field] ?? [];
  const chosen = chosenIds(question, answers);
  const { first, rest } = parted(question, vocabulary.value[question.list] ?? []);
  const shown = all.value ? [...first, ...rest] : [...first, ...rest.filter((item) => chosen.includes(item.id))];
  const toggle = async (/** @type {string} */ item) => {
    const next = toggledAnswer(question, answers, item);
    given.value = next;
    if (await stored(async () => { await change(id, { [question.field]: next }); return id; })) announce('Saved on this phone.');
  };
  return html`
    <div class="pair" role="group" aria-label=${question.title}>
      ${shown.map((item) => html`<${Pick} key=${item.id} title=${item.label} on=${chosen.includes(item.id)}
        onClick=${() => toggle(item.id)} />`)}
    </div>
    ${!all.value && rest.length > 0 && html`<${Pick} title="More" icon="more" onClick=${() => { all.value = true; }} />`}
    ${question.field === 'words' && html`<${Written} id=${id} field="own_words" label="My own words" value=${body.own_words} limit=${200} />`}`;
}

/**
 * A text that is kept when the field is left, and a moment after the last key.
 * @param {{id: string, field: string, label: string, hint?: string, value: string | null | undefined, limit: number}} props
 */
export function Written({ id, field, label, hint, value, limit }) {
  const text = useSignal(value ?? '');
  const kept = useSignal(value ?? '');
  const keep = async () => {
    const now = text.peek();
    if (now === kept.peek()) return;
    kept.value = now;
    await stored(async () => { await change(id, { [field]: now.trim() || null }); return id; });
  };
  useEffect(() => {
    const timer = setTimeout(keep, 1200);
    return () => clearTimeout(timer);
  }, [text.value]);
  // Leaving the screen keeps what was written, whichever way one leaves.
  useEffect(() => () => { keep(); }, []);
  return html`<${Field} label=${label} hint=${hint} long value=${text.value} maxLength=${limit}
    onInput=${(/** @type {string} */ written) => { text.value = written; }} onChange=${keep} />`;
}
