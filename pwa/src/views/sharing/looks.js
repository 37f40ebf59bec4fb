import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { whenWords } from '../people/when.js';

const AT_MOST = 20;

/**
 * Who looked and about when. Times are kept by the hour.
 * @param {{looks: {who: string, channel: string, at_hour: string}[] | null}} props
 */
export function Looks({ looks }) {
  if (!looks) return html`<${Card}><p>This needs a connection.</p><//>`;
  if (looks.length === 0) return html`<${Card}><p>Nobody has looked yet.</p><//>`;
  const now = new Date();
  const lines = looks.map(({ who, at_hour }) => `${who}, ${whenWords(new Date(at_hour), now)}`);
  return html`<${Card}><ul role="list" class="stack">
    ${[...new Set(lines)].slice(0, AT_MOST).map((line) => html`<li key=${line}>${line}</li>`)}
  </ul><p class="soft">A phone that was only fetching in the background counts too.</p><//>`;
}
