import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect, useMemo } from 'preact/hooks';

import { Chips } from '../../components/chips.js';
import { Count } from '../../components/count.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Question } from '../../components/question.js';
import { LENGTHS, lengthText } from '../../domain/symptom.js';
import { go, route } from '../../router.js';
import { label, vocabulary } from '../../state/content.js';
import { ownTerms } from '../../state/custom.js';
import { change } from '../../state/diary.js';
import { announce } from '../../ui/announce.js';
import { entryTitle } from '../diary/words.js';
import { useEntry } from './at-hand.js';
import { OwnWord } from './own-word.js';
import { QUESTIONS, chosenIds, parted, toggledAnswer, withPart } from './questions.js';
import { ReliefNumbers } from './relief.js';
import { done, stored } from './save.js';

/** @typedef {import('./questions.js').Question} ListQuestion */
/** @typedef {{id: string, body: Record<string, any>}} Props */

const OF = QUESTIONS.length + 2;

/** Lists, how long, and a note: one a screen, each to be skipped. Every tap is kept at once. */
export function Detail() {
  const { id, from } = /** @type {{id?: string, from?: string}} */ (route.value.state);
  const step = Math.min(Number(route.value.state.step ?? 0), OF - 1);
  const record = useEntry(id);
  useEffect(() => { if (!id) go('/log', { replace: true }); }, [id]);
  if (!id || !record) return html`<${Page} title="Add detail" back=${from ?? '/log'} />`;

  const { body } = record;
  const question = QUESTIONS[step];
  const leave = () => {
    if (from) go(from, { replace: true });
    else done(`Saved on this phone. ${entryTitle(body)}.`, id);
  };
  const next = () => go('/log/detail', { state: { id, from, step: step + 1 } });
  const title = question?.title ?? (step === QUESTIONS.length ? 'How long does it last?' : 'Anything to add?');
  return html`<${Question} key=${step} title=${title} back=${from ?? '/'} place=${step + 1} of=${OF}
    note=${`${entryTitle(body)}. Saved already.`} onDone=${leave} onNext=${step + 1 < OF ? next : undefined}>
    ${question && html`<${Answers} key=${question.field} question=${question} id=${id} body=${body} />`}
    ${step === QUESTIONS.length && html`<${HowLong} id=${id} body=${body} />`}
    ${step === OF - 1 && html`<${Written} id=${id} field="note" label="A note to yourself" hint="Shared only if you chose to share notes."
      value=${body.note} limit=${2000} />`}
  <//>`;
}

/** @param {Props & {question: ListQuestion}} props */
function Answers({ question, id, body }) {
  const given = useSignal(/** @type {any[] | null} */ (null));
  const all = useSignal(false);
  const answers = given.value ?? body[question.field] ?? [];
  const chosen = chosenIds(question, answers);
  const { list, field } = question;
  // "My own words" is a field of its own below, not a word to choose.
  const terms = (vocabulary.value[list] ?? []).filter((term) => term.id !== 'own_words');
  const own = question.fixed ? [] : ownTerms(list);
  const { first, rest } = parted(question, terms, own);
  // What was chosen before coming here and waits behind "More" or is off the list stands below the first ones.
  const before = useMemo(() => chosen.filter((one) => !first.some((term) => term.id === one)), []);
  const late = before.filter((one) => !first.some((term) => term.id === one)).map((one) => ({ id: one, label: label(list, one) }));
  const shown = [...first, ...late, ...(all.value ? rest.filter((term) => !before.includes(term.id)) : [])];
  const keep = async (/** @type {any[]} */ next) => {
    given.value = next;
    if (await stored(async () => { await change(id, { [field]: next }); return id; })) announce('Saved on this phone.');
    // The record has it now; what is said elsewhere on this screen must not be overwritten by what was held here.
    if (given.value === next) given.value = null;
  };
  const toggle = (/** @type {string} */ item) => keep(toggledAnswer(question, answers, item));
  const added = async (/** @type {string} */ item) => { if (!chosen.includes(item)) await toggle(item); };
  return html`
    <div class="pair" role="group" aria-label=${question.title}>
      ${shown.map((item) => html`<${Pick} key=${item.id} title=${item.label} on=${chosen.includes(item.id)}
        onClick=${() => toggle(item.id)} />`)}
    </div>
    ${field === 'relief' && html`<${ReliefNumbers} id=${id} relief=${body.relief ?? []} />`}
    ${field === 'stops_me' && answers.map((/** @type {any} */ one) => html`<${Minutes} key=${one.activity} one=${one}
      onChange=${(/** @type {number} */ minutes) => keep(withPart(answers, 'activity', one.activity, { minutes }))} />`)}
    ${rest.length > 0 && html`<${Pick} title=${all.value ? 'Fewer' : 'More'} icon="more" open=${all.value} onClick=${() => { all.value = !all.value; }} />`}
    ${!question.fixed && html`<${OwnWord} list=${list} secret=${body.private === true} onAdded=${added} />`}
    ${field === 'words' && html`<${Written} id=${id} field="own_words" label="My own words" value=${body.own_words} limit=${200} />`}`;
}

/** How long one can do a thing before it stops one, in steps of 5 minutes. @param {{one: any, onChange: (minutes: number) => unknown}} props */
function Minutes({ one, onChange }) {
  const name = label('activities', one.activity);
  return html`<div class="stack"><h2>${name}: after how long?</h2>
    <${Count} label=${`${name}: minutes`} value=${one.minutes} start=${5} step=${5} max=${1440} words=${minuteWords} onChange=${onChange} /></div>`;
}

/** @param {number} minutes */
const minuteWords = (minutes) => (minutes === 0 ? 'At once' : lengthText(minutes));

/** @param {Props} props */
function HowLong({ id, body }) {
  const minutes = body.minutes_long ?? null;
  const keep = async (/** @type {number | null} */ minutes_long) => {
    if (await stored(async () => { await change(id, { minutes_long }); return id; })) announce(minutes_long === null ? 'Taken back.' : 'Saved on this phone.');
  };
  const items = LENGTHS.map((one) => ({ id: String(one.minutes), label: one.label }));
  return html`<${Chips} label="How long does it last?" items=${items} chosen=${minutes === null ? [] : [String(minutes)]}
      onToggle=${(/** @type {string} */ one) => keep(Number(one) === minutes ? null : Number(one))} />
    <h2>Another length</h2>
    <${Count} label="Minutes" value=${minutes} start=${5} step=${5} max=${10080} words=${lengthText} onChange=${keep} />`;
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
    const before = kept.peek();
    kept.value = now;
    const there = await stored(async () => { await change(id, { [field]: now.trim() || null }); return id; });
    // Not kept: the next key, or leaving the field, tries again.
    if (!there && kept.peek() === now) kept.value = before;
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
