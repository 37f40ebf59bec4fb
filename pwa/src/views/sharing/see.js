import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { route } from '../../router.js';
import { seenThrough } from '../../state/seen.js';
import { session } from '../../state/session.js';
import { useFetched } from '../account/fetched.js';
import { TaskNotes } from '../account/task.js';
import { PersonView } from '../people/person-view.js';
import { localDay } from '../people/when.js';
import { NeedsAccount } from './needs-account.js';
import { previewWords } from './words.js';

/** The screen of a caregiver, as they have it, for the person whose diary it is. */
export function AsTheySee() {
  const id = route.value.parts[2] ?? '';
  return session.value.mode === 'account' ? html`<${Preview} key=${id} id=${id} />` : html`<${NeedsAccount} />`;
}

/** @param {{id: string}} props */
function Preview({ id }) {
  const { found, task, again } = useFetched(() => seenThrough(id));
  const back = `/you/sharing/${id}`;
  if (!found) {
    return html`<${Page} title="See what they see" back=${back}>
      <${TaskNotes} task=${task} />
      ${task.busy ? html`<p class="soft" role="status">Fetching what they see</p>`
        : html`<p>This comes from the server, so that it is exactly what they get. It needs a connection.</p>
          <${Button} variant="line" tall onClick=${again}>Try again<//>`}
    <//>`;
  }
  const { label, name, caregiver, read, write, until, records } = found;
  const now = new Date();
  const person = { space: session.value.space ?? '', name, read, write, until, pulledAt: now.toISOString(), reader: caregiver ?? '' };
  return html`<${Page} title=${`What ${label} sees`} back=${back}>
    <${Notice} tone="good"><p>${previewWords(found, localDay(now))}</p><//>
    <div class="stack sharing-seen" role="group" aria-label=${`The screen of ${label}`}>
      <${PersonView} person=${person} records=${records} stale=${false} preview />
    </div>
    <p class="soft">${label} does not learn that this was opened.</p>
  <//>`;
}
