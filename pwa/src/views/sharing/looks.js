import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { lookLines } from './look-words.js';

const AT_MOST = 20;

/**
 * Who looked, by which way and about when, and what was open then. Times are kept by the hour.
 * @param {{looks: import('./look-words.js').Look[] | null}} props
 */
export function Looks({ looks }) {
  if (!looks) return html`<${Card}><p>This needs a connection.</p><//>`;
  if (looks.length === 0) return html`<${Card}><p>Nobody has looked yet.</p><//>`;
  return html`<${Card}><ul role="list" class="stack">
    ${lookLines(looks, new Date()).slice(0, AT_MOST).map(({ id, title, detail }) => html`<li key=${id}><b>${title}</b><br />${detail}</li>`)}
  </ul>
  <p class="soft">A phone that fetches by itself in the background counts too. Reading again what it holds already is not seen here.</p><//>`;
}
