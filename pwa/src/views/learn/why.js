import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Pick } from '../../components/pick.js';
import { one, pack } from '../../state/knowledge.js';
import { sourceHref } from './sources.js';

/** How far a fact can be trusted, in words. @type {Record<string, string>} */
const FLAGS = {
  hedged: 'Not certain: one text or one person says so.',
  single_source: 'Only one of the documents says so.',
  dated: 'Newer guidance says it differently.',
  contradicted: 'The documents do not agree on this.',
};

/**
 * "Why we say this": the facts and sources a claim rests on.
 * @param {{facts?: string[], sources?: string[], title?: string}} props
 */
export function Why({ facts = [], sources = [], title = 'Why we say this' }) {
  const [open, setOpen] = useState(false);
  if (facts.length + sources.length === 0) return null;
  return html`<div class="why">
    <${Pick} title=${title} icon="info" open=${open} onClick=${() => setOpen(!open)} />
    ${open && html`<${Grounds} facts=${facts} sources=${sources} />`}
  </div>`;
}

/** @param {{facts: string[], sources: string[]}} props */
export function Grounds({ facts, sources }) {
  const known = pack('facts') && pack('sources');
  if (!known) return html`<p class="soft">One moment.</p>`;
  return html`<ul class="grounds stack stack-list" role="list">
    ${facts.map((id) => html`<${Fact} key=${id} id=${id} />`)}
    ${sources.map((id) => html`<${Source} key=${id} id=${id} />`)}
  </ul>`;
}

/** @param {{id: string}} props */
function Fact({ id }) {
  const fact = one('facts', 'facts', id);
  if (!fact) return null;
  const from = [...new Set(/** @type {{source: string}[]} */ (fact.at).map(({ source }) => source))];
  return html`<li>
    <p>${fact.text}</p>
    ${fact.flags.map((/** @type {string} */ flag) => html`<p class="soft">${FLAGS[flag]}</p>`)}
    ${from.map((source) => html`<${Origin} key=${source} id=${source} />`)}
  </li>`;
}

/** @param {{id: string}} props */
function Source({ id }) {
  const source = one('sources', 'sources', id);
  if (!source) return null;
  return html`<li><p>${source.supports[0]}</p><${Origin} id=${id} /></li>`;
}

/** @param {{id: string}} props */
function Origin({ id }) {
  const source = one('sources', 'sources', id);
  return source ? html`<a class="origin" href=${sourceHref(id)}>From: ${source.title}</a>` : null;
}
