import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { movements, pack } from '../../state/knowledge.js';
import { Waiting } from '../learn/opening.js';
import { wantOnly } from './looked-for.js';

/** The way into the movement library: the gentle set, the kinds, or all of it. */
export function Move() {
  const categories = pack('library')?.categories;
  const all = movements();
  const count = (/** @type {string} */ id) => (all ? `${all.filter(({ category }) => category === id).length} movements` : '');
  return html`<${Page} title="Move">
    <${Card} title="A gentle start" tone="soft">
      <p>${all ? all.filter(({ core }) => core).length : 'About 40'} easy movements. Lying, sitting, or with both hands held.</p>
      <${Button} tall href="/move/find" onClick=${() => wantOnly({ core: true })}>Open the gentle set<//>
    <//>
    <${Button} variant="line" tall icon="search" href="/move/find" onClick=${() => wantOnly()}>Find a movement<//>
    ${!categories && html`<${Waiting} />`}
    ${categories && html`<${Card} title="By kind">
      <div class="stack">${categories.map((/** @type {any} */ { id, name, line }) => html`<${Pick} key=${id} title=${name}
        detail=${[line, count(id)].filter(Boolean).join(' ')} href="/move/find" onClick=${() => wantOnly({ categories: [id] })} />`)}</div>
    <//>`}
    <p class="soft">A clinician has still to check every movement here. Plans come with a later version.</p>
  <//>`;
}
