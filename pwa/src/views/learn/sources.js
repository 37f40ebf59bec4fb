import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { pack } from '../../state/knowledge.js';
import { Waiting } from './opening.js';

/** A source's page by its number, since a name could say what a person suffers from. @param {string} id */
export const sourceHref = (id) => `/learn/from/${1 + (pack('sources')?.sources ?? []).findIndex((/** @type {any} */ one) => one.id === id)}`;

/** Every source: first the five documents, then the guidance beside them. */
export function Sources() {
  const sources = pack('sources')?.sources;
  return html`<${Page} title="Where it comes from" back="/learn">
    ${!sources && html`<${Waiting} />`}
    ${sources && html`
      <${Card} title="The five documents">
        <p>Limber is drawn from these. Each page says what was taken from it, and how far to trust it.</p>
        <${Rows} sources=${sources.filter((/** @type {any} */ { file }) => file)} />
      <//>
      <${Card} title="Guidance beside them">
        <p>Public guidance and studies that back a text, date it, or add what it lacks.</p>
        <${Rows} sources=${sources.filter((/** @type {any} */ { file }) => !file)} />
      <//>`}
  <//>`;
}

/** @param {{sources: any[]}} props */
function Rows({ sources }) {
  return html`<div class="stack">
    ${sources.map(({ id, title, date }) => html`<${Pick} key=${id} title=${title} detail=${date ? `Dated ${year(date)}` : undefined} href=${sourceHref(id)} />`)}
  </div>`;
}

/** @param {string} date */
const year = (date) => (/^\d{4}/.test(date) ? date.slice(0, 4) : date);
