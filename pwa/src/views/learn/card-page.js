import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { route } from '../../router.js';
import { movement, one, pack } from '../../state/knowledge.js';
import { Waiting } from './opening.js';
import { Why } from './why.js';

/** Where "what to do next" may lead. @type {Record<string, string>} */
const PLACES = { log: '/log', diary: '/diary', move: '/move', help: '/help', sharing: '/you/sharing', learn: '/learn' };

/** @param {string | null} to */
const hrefOf = (to) => (to === null ? undefined : (PLACES[to] ?? `/${to}`));

/** One Learn card: its points, why we say them, and what to do next. */
export function CardPage() {
  const id = route.value.parts[1];
  const card = one('cards', 'cards', id);
  if (!pack('cards')) return html`<${Page} title="Learn" back="/learn"><${Waiting} /><//>`;
  if (!card) {
    return html`<${Page} title="This card is not here" back="/learn"><${Card}><${Button} tall href="/learn">All cards<//><//><//>`;
  }
  return html`<${Page} title=${card.title} back="/learn">
    <${Card}>
      <ul class="points stack stack-list" role="list">
        ${card.points.map((/** @type {any} */ point) => html`<li key=${point.text}>${point.text}</li>`)}
      </ul>
      <${Why} key=${id} ...${grounds(card.points)} />
    <//>
    <${Card} title="What to do next" tone="soft">
      ${card.next.map((/** @type {any} */ { text, to }) => (hrefOf(to)
        ? html`<${Pick} key=${text} title=${text} href=${hrefOf(to)} />`
        : html`<p key=${text}>${text}</p>`))}
    <//>
    ${card.movements.length > 0 && html`<${Card} title="Movements that go with it">
      <div class="stack">${card.movements.map((/** @type {string} */ name) => html`<${Pick} key=${name} title=${movement(name)?.name ?? name} href=${`/move/${name}`} />`)}</div>
    <//>`}
    ${card.see.length > 0 && html`<${Card} title="Near to it">
      <div class="stack">${card.see.map((/** @type {string} */ name) => html`<${Pick} key=${name} title=${one('cards', 'cards', name)?.title ?? name} href=${`/learn/${name}`} />`)}</div>
    <//>`}
    <p class="soft">${card.topic === 'helping' ? 'General advice. It knows nothing of the person you help.' : 'General information. It cannot tell what causes your pain.'}</p>
  <//>`;
}

/** All facts and sources of a card, each once. @param {{facts?: string[], sources?: string[]}[]} points */
function grounds(points) {
  return {
    facts: [...new Set(points.flatMap(({ facts = [] }) => facts))],
    sources: [...new Set(points.flatMap(({ sources = [] }) => sources))],
  };
}
