import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Choices } from '../../components/choices.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { keptUnder, merged, partsNow, withChoice } from '../../domain/story.js';
import { today } from '../../state/today.js';
import { Numbered } from '../daily/answer.js';
import { KeptText } from '../daily/kept-text.js';
import { longText, offered } from './words.js';

/** @typedef {import('../../domain/story.js').Question} Question */
/** @typedef {import('../../domain/story.js').Part} Part */
/** @typedef {import('../../domain/story.js').Answers} Answers */

/**
 * @typedef {object} PartsProps
 * @property {Question} question
 * @property {import('../../domain/story.js').Story} story
 * @property {(change: (answers: Answers | null | undefined) => Answers) => unknown} keep - applied to what is stored when it is kept
 */

/** Everything one question asks now. @param {PartsProps} props */
export function Parts({ question, story, keep }) {
  return html`${partsNow(question, story.answers).map((part, at) => html`<${OnePart} key=${at + (part.ask ?? '')}
    question=${question} part=${part} story=${story} keep=${keep} />`)}
    ${question.id === 'start' && story.answers?.start && html`<p>${longText(story, today.value)}</p>`}
    ${question.parts.some(({ kind }) => kind === 'text') && html`<p class="soft">Your own words go to others only if you chose to share notes.</p>`}`;
}

/** @param {PartsProps & {part: Part}} props */
function OnePart({ question, part, story, keep }) {
  const name = keptUnder(question, part);
  const answer = story.answers?.[name] ?? {};
  const set = (/** @type {import('../../domain/story.js').Answer} */ values) => keep((answers) => merged(answers, name, values));
  if (part.kind === 'text') {
    return html`<${KeptText} label=${part.ask ?? question.ask} hint=${part.hint} value=${answer.text} limit=${part.limit ?? 200}
      keep=${(/** @type {string | null} */ text) => set({ text })} />`;
  }
  if (part.kind === 'date') {
    return html`<${Field} label=${part.ask ?? question.ask} type="date" max=${today.value} value=${answer.on ?? ''} onInput=${() => {}}
      onChange=${(/** @type {string} */ on) => { if (on <= today.value) set({ on: on || null }); }} />`;
  }
  if (part.kind === 'number') {
    const id = part.id ?? '';
    return html`<${Numbered} label=${part.ask} value=${answer.numbers?.[id]} start=${part.start} step=${part.step} max=${part.most}
      onChange=${(/** @type {number | null} */ n) => keep((answers) => withNumber(answers, name, id, n))} />`;
  }
  return html`<${Chosen} question=${question} part=${part} chosen=${answer.choices ?? []} keep=${keep} />`;
}

/** @param {{question: Question, part: Part, chosen: string[], keep: PartsProps['keep']}} props */
function Chosen({ question, part, chosen, keep }) {
  const all = useSignal(false);
  const items = offered(part);
  const first = part.first ? items.filter(({ id }) => part.first?.includes(id) || chosen.includes(id)) : items;
  const ids = items.map(({ id }) => id);
  const name = part.ask ?? question.ask;
  return html`<section class="stack">
    ${part.ask && html`<h2>${part.ask}</h2>`}
    <${Choices} rows=${Boolean(part.options)} label=${name} items=${all.value ? items : first} chosen=${chosen}
      onToggle=${(/** @type {string} */ id) => keep((answers) => withChoice(question, part, ids, id, answers))} />
    ${!all.value && first.length < items.length && html`<${Pick} title="More" icon="more" onClick=${() => { all.value = true; }} />`}
  </section>`;
}

/** @param {Answers | null | undefined} answers @param {string} name @param {string} id @param {number | null} n */
function withNumber(answers, name, id, n) {
  const { [id]: _, ...others } = answers?.[name]?.numbers ?? {};
  const numbers = n === null ? others : { ...others, [id]: n };
  return merged(answers, name, { numbers: Object.keys(numbers).length > 0 ? numbers : null });
}
