import { html } from 'htm/preact';
import { useEffect, useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Icon } from '../../components/icon.js';
import { Page } from '../../components/page.js';
import { people, recordsOf } from '../../state/people.js';
import { session } from '../../state/session.js';
import { syncNow } from '../../state/sync.js';
import { readingOf } from './reading.js';
import { todayWords, updatedWords } from './words.js';

/** @typedef {{space: string, name: string, read: string[], pulledAt: string | null}} Shared */

/** One card for each person who shares with the reader. Read from this device, so it works offline. */
export function People() {
  useEffect(() => { syncNow(); }, []);
  const shared = /** @type {Shared[]} */ (people.value);
  return html`<${Page} title="People" back="/">
    ${shared.length === 0 && html`<p>Nobody shares with you here at the moment.</p>
      ${session.value.mode === 'account' && html`<p class="soft">If you have used a code, the person who gave it says yes on their phone first.</p>`}`}
    ${shared.map((person) => html`<${PersonCard} key=${person.space} person=${person} />`)}
    <${Button} variant="line" tall icon="invite" href="/join">I have an invitation<//>
  <//>`;
}

/** @param {{person: Shared}} props */
function PersonCard({ person }) {
  const records = useMemo(() => recordsOf(person.space), [person.space]);
  const updated = updatedWords(person.pulledAt, new Date());
  const words = todayWords(records.value, readingOf(person, records.value), updated.stale);
  return html`<section class="card people-card">
    <h2>${person.name}</h2>
    ${!updated.covered && html`<p><b>${words.title}</b></p>${words.lines.map((line) => html`<p key=${line}>${line}</p>`)}`}
    <p class="soft">${updated.text}</p>
    <a class="button button-quiet" href=${`/people/${person.space}`}>
      <span>More about ${person.name}</span><${Icon} name="forward" /></a>
  </section>`;
}
