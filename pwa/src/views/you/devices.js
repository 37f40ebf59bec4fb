import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { endDevice, listDevices } from '../../state/people.js';
import { say } from '../../state/toast.js';
import { TaskNotes, useTask } from '../account/task.js';
import { useFetched } from '../account/fetched.js';
import { deviceName, seenWords } from './words.js';

/** @typedef {{id: string, label: string | null, last_seen_at: string | null, current: boolean}} Device */

/** Every place this account is signed in. */
export function Devices() {
  const { found, task, again } = useFetched(/** @type {() => Promise<Device[]>} */ (listDevices));
  return html`<${Page} title="Devices and sign-in" back="/you">
    <${TaskNotes} task=${task} />
    ${found === null && task.problem && html`<${Button} variant="line" onClick=${again}>Try again<//>`}
    ${found === null && task.busy && html`<p class="soft" role="status">Looking for your devices</p>`}
    ${found?.map((device) => html`<${DeviceCard} key=${device.id} device=${device} onEnded=${again} />`)}
    ${found && html`<p class="soft">If you do not know a device, sign it out there.</p>`}
  <//>`;
}

/** @param {{device: Device, onEnded: () => unknown}} props */
function DeviceCard({ device, onEnded }) {
  const [asking, setAsking] = useState(false);
  const task = useTask();
  const name = deviceName(device);
  const end = () => task.run(async () => {
    await endDevice(device.id);
    say(`Signed out: ${name}`);
    onEnded();
  });
  return html`<${Card} title=${name} region=${false}>
    <p>${seenWords(device, new Date())}</p>
    ${!device.current && !asking && html`<${Button} variant="line" label=${`Sign out there: ${name}`}
      onClick=${() => setAsking(true)}>Sign out there<//>`}
    ${asking && html`<p>${name} will be signed out, and its copy of your diary goes the next time it is used.
      To use it again, sign in there.</p>
      <div class="pair">
        <${Button} variant="alert" busy=${task.busy} onClick=${end}>Sign out ${name}<//>
        <${Button} variant="line" onClick=${() => setAsking(false)}>Leave it<//>
      </div>`}
    <${TaskNotes} task=${task} />
  <//>`;
}
