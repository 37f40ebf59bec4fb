import { html } from 'htm/preact';

import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { pack } from '../../state/knowledge.js';
import { Waiting } from '../learn/opening.js';

/** The cards for people who help, in their order. */
export function HowToHelp() {
  const cards = pack('cards')?.cards.filter((/** @type {any} */ { topic }) => topic === 'helping');
  return html`<${Page} title="How to help" back="/people">
    ${!cards && html`<${Waiting} />`}
    ${cards && html`<div class="stack">${cards.map((/** @type {any} */ { id, title }) => html`<${Pick} key=${id} title=${title} href=${`/learn/${id}`} />`)}</div>`}
    <${Pick} title="A minute for me" detail="For the one who helps. Stays on this phone." icon="heart" href="/helping" />
    <p class="soft">General advice. It knows nothing of the person you help.</p>
  <//>`;
}
