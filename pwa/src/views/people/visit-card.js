import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { visitWords } from './more-words.js';

/** The next visit with its questions, for who goes along; and what was agreed at the last one. @param {{seen: readonly import('../../domain/overlay.js').Rec[], reading: import('./entry-words.js').Reading}} props */
export function VisitCard({ seen, reading }) {
  const { next, agreed } = visitWords(seen, reading);
  if (!next && !agreed) return null;
  return html`<${Card} title=${next ? 'Next visit' : 'The last visit'}>
    ${next && html`<p><b>${next.title}.</b> ${next.when}.</p>
      ${next.questions.length > 0 && html`<p>To ask:</p><ol class="plain-list">${next.questions.map((/** @type {string} */ text) => html`<li key=${text}>${text}</li>`)}</ol>`}
      ${next.report && html`<p>Take the report along.</p>`}`}
    ${agreed && html`<p><b>Agreed ${agreed.when}, ${agreed.who}:</b> ${agreed.text}</p>`}
  <//>`;
}
