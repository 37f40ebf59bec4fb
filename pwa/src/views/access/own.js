import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { go, route } from '../../router.js';
import { codesState } from '../../state/access.js';
import { listDevices, listShares } from '../../state/people.js';
import { session } from '../../state/session.js';
import { useFetched } from '../account/fetched.js';
import { TaskNotes } from '../account/task.js';
import { DeviceList } from '../you/devices.js';
import { Shares } from './access.js';
import { CodesMaker } from './codes-maker.js';
import { NeedsSignIn } from './needs-sign-in.js';
import { PasswordForm } from './password-form.js';
import { codesWords, devicesWords } from './words.js';

const HERE = '/you/access/own';
const TITLES = ['A new password', 'New recovery codes', 'Other devices', 'Who sees the diary', 'What is open now'];

/** @param {number} step */
const show = (step) => go(HERE, { state: { step } });

/** For whoever did not set this up: every secret can become their own, and what a helper still has is shown. */
export function Own() {
  if (session.value.mode !== 'account') return html`<${NeedsSignIn} title="Make it my own" />`;
  const step = Math.min(Number(route.value.state.step ?? 0), TITLES.length - 1);
  const last = step === TITLES.length - 1;
  return html`<${Page} title=${TITLES[step]} back="/you/access" note=${`Step ${step + 1} of ${TITLES.length}`}>
    ${step === 0 && html`<p>Whoever knows the old one can open the diary. They are signed out.</p><${PasswordForm} onDone=${() => show(1)} />`}
    ${step === 1 && html`<${CodesMaker} />`}
    ${step === 2 && html`<p>Remove what is not yours.</p><${DeviceList} />`}
    ${step === 3 && html`<${Sharers} />`}
    ${last && html`<${Left} />`}
    ${last ? html`<${Button} tall href="/">Go to Today<//>`
      : html`<${Button} variant=${step === 0 ? 'line' : 'main'} tall onClick=${() => show(step + 1)}>${step === 0 ? 'Keep the old one' : 'Go on'}<//>`}
  <//>`;
}

function Sharers() {
  const { found, task } = useFetched(listLive);
  return html`<${TaskNotes} task=${task} />
    ${found && found.length > 0 && html`<p>Open one to change it, pause it or stop it. Nobody is told.</p>`}
    ${found && html`<${Shares} shares=${found} now=${new Date()} />`}`;
}

/** @returns {Promise<import('../sharing/words.js').Share[]>} */
const listLive = async () => (await listShares()).filter((/** @type {{state: string}} */ { state }) => state !== 'ended');

const readLeft = async () => {
  const [devices, shares, codes] = await Promise.all([listDevices(), listLive(), codesState()]);
  return { devices, shares, codes };
};

/** What a helper may still have, in three lines. */
function Left() {
  const { found, task } = useFetched(readLeft);
  const now = new Date();
  return html`<${TaskNotes} task=${task} />
    ${found && html`<dl class="access-left">
      <dt>Signed in</dt><dd>${devicesWords(found.devices)}</dd>
      <dt>Sees the diary</dt><dd>${found.shares.length > 0 ? found.shares.map(({ label }) => label).join(', ') : 'Nobody but you'}</dd>
      <dt>Recovery codes</dt><dd>${codesWords(found.codes, now)}</dd>
    </dl>`}
    <p class="soft">Whoever can unlock this phone can read the diary on it. An app lock is under Settings.</p>`;
}
