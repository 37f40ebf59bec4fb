import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { one, pack } from '../../state/knowledge.js';
import { Grounds } from '../learn/why.js';

/** Two badges, never one for both: what the documents say, and what is common practice. @param {{movement: import('../../domain/movement.js').Movement}} props */
export function About({ movement }) {
  const [open, setOpen] = useState(false);
  const { badges, core } = pack('library');
  const category = one('library', 'categories', movement.category);
  const practice = movement.review.status === 'passed' ? badges.reviewed : badges.practice;
  return html`<div class="stack">
    <${Pick} title="About this exercise" detail="Where it comes from" icon="info" open=${open} onClick=${() => setOpen(!open)} />
    ${open && html`
      <${Card}>
        <p class="badge badge-documents">${badges.documents.label}</p>
        <p>${category.say}</p>
        <p>${badges.documents.text}</p>
        <${Grounds} facts=${movement.facts} sources=${[]} />
      <//>
      <${Card}>
        <p class="badge badge-practice">${practice.label}</p>
        <p>${practice.text}</p>
        ${movement.core && html`<p>${core.core}</p>`}
        <${Grounds} facts=${[]} sources=${movement.basis} />
      <//>`}
  </div>`;
}
