import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { listShares } from '../../state/people.js';
import { session } from '../../state/session.js';
import { useFetched } from '../account/fetched.js';
import { TaskNotes } from '../account/task.js';
import { HeldLink } from '../sync/held.js';
import { NeedsAccount } from './needs-account.js';
import { stateWords } from './words.js';

/** Everyone the diary is shared with, each in one sentence. */
export function Sharing() {
  return session.value.mode === 'account' ? html`<${Shares} />` : html`<${NeedsAccount} />`;
}

function Shares() {
  const { found, task, again } = useFetched(/** @type {() => Promise<import('./words.js').Share[]>} */ (listShares));
  const live = found?.filter((share) => share.state !== 'ended');
  const now = new Date();
  return html`<${Page} title="Sharing" back="/you">
    <${TaskNotes} task=${task} />
    ${!found && task.problem && html`<${Button} variant="line" onClick=${again}>Try again<//>`}
    ${!found && task.busy && html`<p class="soft" role="status">Looking up your sharing</p>`}
    <${HeldLink} />
    ${live?.length === 0 && html`<p>Nobody sees your diary. You can share parts of it with someone you trust.</p>`}
    ${live?.map((share) => html`<${Pick} key=${share.id} title=${share.label} detail=${stateWords(share, now)}
      href=${`/you/sharing/${share.id}`} />`)}
    ${found && html`<${Button} tall icon="add-person" href="/you/sharing/new">Invite someone<//>`}
    ${found && html`<${Pick} title="Who looked" detail="And what was open then" href="/you/sharing/looks" />`}
    <${Pick} title="What sharing shows" detail="And what cannot be taken back" href="/you/sharing/shows" />
    <${Pick} title="Check my access" detail="Devices, codes, and who did what" icon="shield" href="/you/access" />
    <p class="soft">You decide who sees what. You can change or stop it at any time.</p>
  <//>`;
}
