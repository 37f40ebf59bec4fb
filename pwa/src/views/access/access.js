import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { codesState, listActs } from '../../state/access.js';
import { accessLog, listDevices, listShares } from '../../state/people.js';
import { session } from '../../state/session.js';
import { useFetched } from '../account/fetched.js';
import { TaskNotes } from '../account/task.js';
import { stateWords } from '../sharing/words.js';
import { Log } from './log.js';
import { NeedsSignIn } from './needs-sign-in.js';
import { Reset } from './reset.js';
import { codesWords, devicesWords } from './words.js';

/** @typedef {import('../sharing/words.js').Share} Share */

/** All that is open at this moment: every way in, and everybody who has one. */
const readAll = async () => {
  const [devices, shares, codes, acts, looks] = await Promise.all([listDevices(), listShares(), codesState(), listActs(), accessLog()]);
  return { devices, shares: /** @type {Share[]} */ (shares).filter(({ state }) => state !== 'ended'), codes, acts, looks };
};

/** Who and what can open the diary, in one place, and the one act that ends all of it but this phone. */
export function Access() {
  return session.value.mode === 'account' ? html`<${Open} />` : html`<${NeedsSignIn} title="Check my access" />`;
}

function Open() {
  const { found, task, again } = useFetched(readAll);
  return html`<${Page} title="Check my access" back="/you">
    <${TaskNotes} task=${task} />
    ${!found && task.problem && html`<${Button} variant="line" onClick=${again}>Try again<//>`}
    ${!found && task.busy && html`<p class="soft" role="status">Looking up who has access</p>`}
    ${found && html`
      <${Ways} found=${found} />
      <${Reset} onDone=${again} />
      <${Card} title="Did somebody set this up for you?">
        <p>Then make it your own: password, codes, devices, and who sees the diary. One step after the other; skip what you like.</p>
        <${Button} variant="line" href="/you/access/own">Make it my own<//>
      <//>
      <${Group} title="What happened">
        <${Log} acts=${found.acts} looks=${found.looks} />
        ${found.looks.length > 0 && html`<${Pick} title="Who looked" detail="And what was open then" href="/you/sharing/looks" />`}
        <p class="soft">A year of it. Only you can read this list.</p>
      <//>`}
    <p class="soft">Whoever runs the server can read what is stored on it, and reading leaves no line here. Their backups, restores and links do.</p>
  <//>`;
}

/** @param {{found: Awaited<ReturnType<typeof readAll>>}} props */
function Ways({ found }) {
  const now = new Date();
  return html`<${Group} title="Who sees the diary">
      <${Shares} shares=${found.shares} now=${now} />
    <//>
    <${Group} title="Signing in">
      <${Pick} title="Devices and sign-in" detail=${devicesWords(found.devices)} icon="devices" href="/you/devices" />
      <${Pick} title="New password" icon="key" href="/you/access/password" />
      <${Pick} title="Recovery codes" detail=${codesWords(found.codes, now)} icon="lock" href="/you/access/codes" />
    <//>
    <p>No calendar and no other app reads the diary. There are no such feeds.</p>`;
}

/** @param {{shares: Share[], now: Date}} props */
export function Shares({ shares, now }) {
  if (shares.length === 0) return html`<p>Nobody but you.</p>`;
  return shares.map((share) => html`<${Pick} key=${share.id} title=${share.label} detail=${stateWords(share, now)}
    href=${`/you/sharing/${share.id}`} />`);
}

/** @param {{title: string, children?: import('preact').ComponentChildren}} props */
function Group({ title, children }) {
  return html`<section class="stack" aria-label=${title}><h2>${title}</h2>${children}</section>`;
}
