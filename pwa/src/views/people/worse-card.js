import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { one, pack } from '../../state/knowledge.js';
import { Why } from '../learn/why.js';
import { Fold } from './fold.js';
import { worseToday } from './more-words.js';
import { listWords } from './when.js';

/** What was noted today that may make it worse, from what is shared. @param {{seen: readonly import('../../domain/overlay.js').Rec[], reading: import('./entry-words.js').Reading}} props */
export function WorseCard({ seen, reading }) {
  const { noted, rows } = worseToday(seen, reading, pack('helping')?.worse ?? []);
  if (noted.length + rows.length === 0) return null;
  const each = (/** @type {'facts' | 'sources' | 'see'} */ name) => [...new Set(rows.flatMap((row) => row[name]))];
  return html`<${Card} title="What may make it worse today">
    ${rows.map(({ id, say }) => html`<p key=${id}>${say}</p>`)}
    ${noted.length > 0 && html`<p>Noted today: ${listWords(noted.map((word) => word.toLowerCase()))}.</p>`}
    ${rows.length > 0 && html`<${Fold} title="More on this" icon="book">
      ${each('see').map((id) => html`<${Pick} key=${id} title=${one('cards', 'cards', id)?.title ?? id} href=${`/learn/${id}`} />`)}
      <${Why} facts=${each('facts')} sources=${each('sources')} />
    <//>`}
  <//>`;
}
