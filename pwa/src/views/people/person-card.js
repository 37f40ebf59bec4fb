import { html } from 'htm/preact';
import { useMemo } from 'preact/hooks';

import { Icon } from '../../components/icon.js';
import { recordsOf } from '../../state/people.js';
import { readingOf } from './reading.js';
import { todayWords, updatedWords } from './words.js';

/** @typedef {{space: string, name: string, read: string[], until: string | null, pulledAt: string | null}} Shared */

/**
 * One person's day in words, from what this device holds.
 * @param {{person: Shared}} props
 */
export function PersonCard({ person }) {
  const records = useMemo(() => recordsOf(person.space), [person.space]);
  const updated = updatedWords(person, new Date());
  const words = todayWords(records.value, readingOf(person, records.value), updated.stale);
  return html`<section class="card people-card">
    <h2>${person.name}</h2>
    ${!updated.covered && html`<p><b>${words.title}</b></p>${words.lines.map((line) => html`<p key=${line}>${line}</p>`)}`}
    <p class="soft">${updated.text}${updated.covered && ' Connect once to see this again.'}</p>
    <a class="button button-quiet" href=${`/people/${person.space}`}>
      <span>More about ${person.name}</span><${Icon} name="forward" /></a>
  </section>`;
}
