import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { movements, pack } from '../../state/knowledge.js';
import { Waiting } from '../learn/opening.js';
import { wantOnly } from './looked-for.js';

/** The way into the movement library: by word, the gentle set, the kinds. */
export function Library() {
  const categories = pack('library')?.categories;
  const all = movements();
  const count = (/** @type {string} */ id) => (all ? `${all.filter(({ category }) => category === id).length} movements` : '');
  return html`<${Button} variant="line" tall icon="search" href="/move/find" onClick=${() => wantOnly()}>Find a movement<//>
    <${Card} title="A gentle start" tone="soft">
      <p>${all ? all.filter(({ core }) => core).length : 'About 40'} easy movements. Lying, sitting, or with both hands held.</p>
      <${Button} variant="quiet" tall href="/move/find" onClick=${() => wantOnly({ core: true })}>Open the gentle set<//>
    <//>
    ${!categories && html`<${Waiting} />`}
    ${categories && html`<${Card} title="By kind">
      <div class="stack">${categories.map((/** @type {any} */ { id, name, line }) => html`<${Pick} key=${id} title=${name}
        detail=${[line, count(id)].filter(Boolean).join(' ')} href="/move/find" onClick=${() => wantOnly({ categories: [id] })} />`)}</div>
    <//>`}`;
}
