import { html } from 'htm/preact';

import { Icon } from '../../components/icon.js';
import { people } from '../../state/people.js';
import { AskedCard, AskedLine } from './asked-card.js';
import { readingOf } from './reading.js';
import { useTheirs } from './shared.js';
import { todayWords, verdict } from './words.js';

/** @typedef {import('./shared.js').Shared} Shared */

/**
 * One person in one line, from what this device holds; what they ask for stands above it.
 * @param {{person: Shared}} props
 */
export function PersonCard({ person }) {
  const { records, updated } = useTheirs(person);
  const words = todayWords(records, readingOf(person, records), updated.stale || !updated.ofToday);
  const several = people.value.length > 1;
  return html`${!updated.covered && !several && html`<${AskedCard} person=${person} records=${records} />`}
  <section class=${updated.stale ? 'card people-card people-stale' : 'card people-card'}>
    <h2>${person.name}</h2>
    ${!updated.covered && several && html`<${AskedLine} person=${person} records=${records} />`}
    ${!updated.covered && html`<p><b>${verdict(words)}</b></p>`}
    <p class="soft">${updated.text}${updated.covered && ' Connect once to see this again.'}</p>
    <a class="button button-quiet" href=${`/people/${person.space}`}>
      <span>More about ${person.name}</span><${Icon} name="forward" /></a>
  </section>`;
}
