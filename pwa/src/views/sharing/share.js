import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { confirmShare, listShares } from '../../state/people.js';
import { route } from '../../router.js';
import { session } from '../../state/session.js';
import { useFetched } from '../account/fetched.js';
import { TaskNotes, useTask } from '../account/task.js';
import { Invite } from './invite.js';
import { NeedsAccount } from './needs-account.js';
import { ShareSettings } from './settings.js';
import { Stop } from './stop.js';
import { addsWords } from './write-words.js';
import { hiddenWords, seesWords, stateWords } from './words.js';

/** @typedef {import('./words.js').Share} Share */

/** One share: waiting, asking to be confirmed, or going on. */
export function ShareDetail() {
  if (session.value.mode !== 'account') return html`<${NeedsAccount} />`;
  const id = route.value.parts[2] ?? '';
  return id === 'new' ? html`<${Invite} />` : html`<${Detail} key=${id} id=${id} />`;
}

/** @param {{id: string}} props */
function Detail({ id }) {
  const { found, task, again } = useFetched(/** @type {() => Promise<Share[]>} */ (listShares));
  const share = found?.find((one) => one.id === id && one.state !== 'ended');
  if (!found) {
    return html`<${Page} title="Sharing" back="/you/sharing">
      <${TaskNotes} task=${task} />
      ${task.busy ? html`<p class="soft" role="status">Looking up your sharing</p>`
        : html`<${Button} variant="line" onClick=${again}>Try again<//>`}
    <//>`;
  }
  if (!share) {
    return html`<${Page} title="Sharing" back="/you/sharing">
      <p>This sharing has ended.</p><${Button} tall href="/you/sharing">Go to Sharing<//><//>`;
  }
  return html`<${Page} title=${`Sharing with ${share.label}`} back="/you/sharing">
    ${share.state === 'offered' && html`<${Waiting} share=${share} onChanged=${again} />`}
    ${share.state === 'accepted' && html`<${Accepted} share=${share} onChanged=${again} />`}
    ${(share.state === 'active' || share.state === 'paused') && html`<${ShareSettings} share=${share} onChanged=${again} />`}
  <//>`;
}

/** @param {{share: Share, onChanged: () => unknown}} props */
function Waiting({ share, onChanged }) {
  return html`<${Card}>
      <p><b>${stateWords(share, new Date())}</b></p>
      <p>The code was shown once. If it is lost, take this invitation back and make a new one.</p>
      <${Button} variant="quiet" onClick=${onChanged}>Look again<//>
    <//>
    <${Terms} share=${share} />
    <${Stop} share=${share} word="Take the invitation back" />`;
}

/** @param {{share: Share, onChanged: () => unknown}} props */
function Accepted({ share, onChanged }) {
  const task = useTask();
  const who = share.caregiver?.display_name ?? share.label;
  const confirm = () => task.run(async () => {
    await confirmShare(share.id);
    await onChanged();
  });
  return html`<${Card}>
      <p><b>${share.label} has used the code. Is this right?</b></p>
      <p>The name on the account is <b>${who}</b>. If you do not know it, do not say yes.</p>
      <p>${who} sees nothing yet.</p>
      ${!task.waits && html`<${Button} tall busy=${task.busy} onClick=${confirm}>Yes, let ${who} see this<//>`}
    <//>
    <${TaskNotes} task=${task} />
    <${Terms} share=${share} />
    <${Stop} share=${share} word="No, stop this" />`;
}

/** What this share will show and let be added, and a look at it beforehand. @param {{share: Share}} props */
function Terms({ share }) {
  const name = share.label;
  return html`<${Card}>
    <p><b>Once you say yes:</b> ${seesWords(name, share.read)} ${hiddenWords(name, share.read)} ${addsWords(name, share.write)}</p>
    <${Button} variant="quiet" tall icon="eye" href=${`/you/sharing/${share.id}/see`}>See what ${name} would see<//>
  <//>`;
}
