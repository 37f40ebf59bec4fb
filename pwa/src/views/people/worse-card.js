import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { one, pack } from '../../state/knowledge.js';
import { Why } from '../learn/why.js';
import { worseToday } from './more-words.js';
import { listWords } from './when.js';

/** What was noted today that may make it worse, from what is shared. @param {{seen: readonly import('../../domain/overlay.js').Rec[], reading: import('./entry-words.js').Reading}} props */
export function WorseCard({ seen, reading }) {
  const { noted, rows } = worseToday(seen, reading, pack('helping')?.worse ?? []);
  if (noted.length + rows.length === 0) return null;
  return html`<${Card} title="What may make it worse today">
    ${rows.map(({ id, say, see }) => html`<div key=${id}><p>${say}</p><${More} id=${see[0]} /></div>`)}
    ${noted.length > 0 && html`<p>Noted today: ${listWords(noted.map((word) => word.toLowerCase()))}.</p>`}
    <${Why} facts=${[...new Set(rows.flatMap(({ facts }) => facts))]} sources=${[...new Set(rows.flatMap(({ sources }) => sources))]} />
  <//>`;
}

/** The card that says more of it. @param {{id: string}} props */
function More({ id }) {
  const title = one('cards', 'cards', id)?.title;
  return title ? html`<a class="origin" href=${`/learn/${id}`}>More: ${title}</a>` : null;
}
