import { computed, effect, signal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { find } from '../../domain/find.js';
import { pack } from '../../state/knowledge.js';
import { session } from '../../state/session.js';
import { Waiting } from './opening.js';

/** @typedef {{id: string, topic: string, title: string, points: {text: string, facts?: string[], sources?: string[]}[], next: {text: string, to: string | null}[], messages: string[], see: string[], movements: string[]}} CardData */

/** Kept while the app is open, so that coming back finds the same list. */
const question = signal('');

/** @type {import('@preact/signals').Signal<string | null>} */
const openTopic = signal(null);

/** Whose diary is open: the next person on this phone finds nothing of what the last one looked for. */
const whose = computed(() => session.value.space);
effect(() => {
  if (whose.value === undefined) return;
  question.value = '';
  openTopic.value = null;
});

/** @param {CardData} card */
const wordsOf = ({ title, points }) => ({ title, more: points.map(({ text }) => text).join(' ') });

/** Short cards by topic, found by word, each with its sources. */
export function Learn() {
  const data = pack('cards');
  return html`<${Page} title="Learn" back="/you">
    ${!data && html`<${Waiting} />`}
    ${data && html`
      <${Field} label="Find a card" type="search" value=${question.value} hint="Such as heat, sleep or knee."
        autocomplete="off" onInput=${(/** @type {string} */ text) => { question.value = text; }} />
      ${question.value.trim() ? html`<${Found} cards=${data.cards} />` : html`<${Topics} data=${data} />`}
      <${Pick} title="Where it comes from" detail="The five documents and the guidance beside them" icon="list" href="/learn/sources" />`}
  <//>`;
}

/** @param {{cards: CardData[]}} props */
function Found({ cards }) {
  const found = find(cards, question.value, wordsOf);
  return html`<p role="status">${found.length === 0 ? 'No card has these words. Try one word less.' : `${found.length} ${found.length === 1 ? 'card' : 'cards'}`}</p>
    <div class="stack">${found.map(({ id, title }) => html`<${Pick} key=${id} title=${title} href=${`/learn/${id}`} />`)}</div>`;
}

/** Topics first, so that nobody faces 44 cards at once. @param {{data: {topics: {id: string, name: string, line: string}[], cards: CardData[]}}} props */
function Topics({ data }) {
  return html`<div class="stack">${data.topics.map(({ id, name, line }) => html`<div key=${id} class="stack">
    <${Pick} title=${name} detail=${line} icon=${openTopic.value === id ? undefined : 'forward'} open=${openTopic.value === id}
      onClick=${() => { openTopic.value = openTopic.value === id ? null : id; }} />
    ${openTopic.value === id && html`<${Card}>${data.cards.filter(({ topic }) => topic === id)
      .map((card) => html`<${Pick} key=${card.id} title=${card.title} href=${`/learn/${card.id}`} />`)}<//>`}
  </div>`)}</div>`;
}
