import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { SyncLine } from '../../components/sync-line.js';
import { often } from '../../state/often.js';
import { people } from '../../state/people.js';
import { session } from '../../state/session.js';
import { syncNow, syncState } from '../../state/sync.js';
import { ForHelpers } from './for-helpers.js';
import { PersonCard } from './person-card.js';

/** @typedef {import('./shared.js').Shared} Shared */

/** One card for each person who shares with the reader. Read from this device, so it works offline. */
export function People() {
  useEffect(often, []);
  const shared = people.value;
  return html`<${Page} title="People" back="/">
    ${shared.length === 0 && html`<p>Nobody shares with you here at the moment.</p>
      ${session.value.mode === 'account' && html`<p class="soft">If you have used a code, the person who gave it says yes on their phone first.</p>`}`}
    ${shared.map((person) => html`<${PersonCard} key=${person.space} person=${person} />`)}
    ${shared.length > 0 && html`<${ForHelpers} />`}
    <${Button} variant="line" tall icon="invite" href="/join">I have an invitation<//>
    <${SyncLine} state=${syncState.value} href="/sync" onSend=${syncNow} />
  <//>`;
}
