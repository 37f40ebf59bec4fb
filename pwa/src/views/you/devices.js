import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { endDevice, listDevices } from '../../state/people.js';
import { say } from '../../state/toast.js';
import { KeptEntries } from '../account/kept.js';
import { TaskNotes, useTask } from '../account/task.js';
import { useFetched } from '../account/fetched.js';
import { deviceName, seenWords } from './words.js';

/**
 * @typedef {object} Device
 * @property {string} id
 * @property {string | null} label
 * @property {string | null} last_seen_at
 * @property {boolean} current
 * @property {string | null} removed_at
 * @property {string | null} wiped_at - when it said that it is empty
 */

/** Every place this account is signed in, and the way to take one away. */
export function Devices() {
  return html`<${Page} title="Devices and sign-in" back="/you/access">
    <${DeviceList} />
    <${KeptEntries} />
  <//>`;
}

/** The devices themselves, for whichever screen asks about them. */
export function DeviceList() {
  const { found, task, again } = useFetched(/** @type {() => Promise<Device[]>} */ (listDevices));
  return html`<${TaskNotes} task=${task} />
    ${found === null && task.problem && html`<${Button} variant="line" onClick=${again}>Try again<//>`}
    ${found === null && task.busy && html`<p class="soft" role="status">Looking for your devices</p>`}
    ${found?.map((device) => html`<${DeviceCard} key=${device.id} device=${device} onEnded=${again} />`)}
    ${found && html`<p class="soft">If you have lost a device, or do not know one, remove it here. It empties itself when it next connects.
      One that never connects again cannot be emptied from here.</p>`}`;
}

/** @param {{device: Device, onEnded: () => unknown}} props */
function DeviceCard({ device, onEnded }) {
  const [asking, setAsking] = useState(false);
  const task = useTask();
  const name = deviceName(device);
  const end = () => task.run(async () => {
    await endDevice(device.id);
    say(`Removed: ${name}`);
    onEnded();
  });
  return html`<${Card} title=${name} region=${false}>
    <p>${seenWords(device, new Date())}</p>
    ${!device.current && !device.removed_at && !asking && html`<${Button} variant="line" label=${`Remove ${name}`}
      onClick=${() => setAsking(true)}>Remove this device<//>`}
    ${asking && !device.removed_at && html`<p>${name} is signed out, and empties its copy of your diary when it next connects.
      What was written there and never sent stays on it, unseen, until you sign in there again.</p>
      <div class="pair">
        <${Button} variant="alert" busy=${task.busy} label=${`Remove ${name} now`} onClick=${end}>Remove it<//>
        <${Button} variant="line" onClick=${() => setAsking(false)}>Leave it<//>
      </div>`}
    <${TaskNotes} task=${task} />
  <//>`;
}
