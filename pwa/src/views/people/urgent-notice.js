import { html } from 'htm/preact';

import { Notice } from '../../components/notice.js';
import { one } from '../../state/knowledge.js';
import { urgentMessages } from './more-words.js';

/** What Limber told the person and nobody has answered yet, where messages are shared. @param {{seen: readonly import('../../domain/overlay.js').Rec[], reading: import('./entry-words.js').Reading}} props */
export function UrgentNotice({ seen, reading }) {
  const told = urgentMessages(seen, reading).flatMap(({ id, message, tier, when }) => {
    const title = one('safety', 'messages', message)?.title;
    return title ? [{ id, title, when, name: one('safety', 'tiers', tier)?.name ?? '' }] : [];
  });
  if (told.length === 0) return null;
  return html`<${Notice} tone="alert">
    <h2>Limber told ${reading.name}</h2>
    ${told.map(({ id, title, name, when }) => html`<p key=${id}>${when}: <b>“${name}.”</b> ${title}.</p>`)}
    <p>Ask whether the call was made.</p>
  <//>`;
}
