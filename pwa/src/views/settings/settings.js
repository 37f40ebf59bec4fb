import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';

import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { route } from '../../router.js';
import { cover } from '../../state/cover.js';
import { aloud, simple } from '../../state/preferences.js';
import { active } from '../../state/reminders.js';
import { session } from '../../state/session.js';
import { onVoices, voiceHere } from '../../ui/aloud.js';
import { Appearance, Reach } from './appearance.js';
import { chooseLook } from './choose.js';
import { ThisPhone } from './this-phone.js';

/** @typedef {'looks' | 'reach' | 'phone'} Part */

/** How the app looks and behaves. What opens below acts at once. */
export function Settings() {
  const [open, setOpen] = useState(/** @type {Part | null} */ (route.value.state.open === 'phone' ? 'phone' : null));
  const toggle = (/** @type {Part} */ part) => () => setOpen(open === part ? null : part);
  return html`<${Page} title="Settings" back="/you">
    <section class="stack" aria-label="To see and to reach">
      <h2>To see and to reach</h2>
      <${Pick} title="Text size and colours" icon="text-size" open=${open === 'looks'} onClick=${toggle('looks')} />
      ${open === 'looks' && html`<${Appearance} />`}
      <${Pick} title="Buttons and hand" icon="phone" open=${open === 'reach'} onClick=${toggle('reach')} />
      ${open === 'reach' && html`<${Reach} />`}
      <${Switch} label="Simple mode" detail="Only Today, Log and Help. Nothing is deleted." on=${simple.value}
        onChange=${(/** @type {boolean} */ on) => chooseLook('simple', on)} />
      <${ReadAloud} />
    </section>
    <section class="stack" aria-label="On this phone">
      <h2>On this phone</h2>
      <${Pick} title="Reminders" detail=${countOf(active.value.length)} icon="bell" href="/you/settings/reminders" />
      <${Pick} title="App lock" detail=${cover.value ? 'On' : 'Off'} icon="lock" href="/you/settings/cover" />
      <${Pick} title="About this phone" detail="Where your diary is, and whether it stays" icon="phone" open=${open === 'phone'} onClick=${toggle('phone')} />
      ${open === 'phone' && html`<${ThisPhone} />`}
    </section>
    <section class="stack" aria-label="More">
      <h2>More</h2>
      <${Pick} title="Country and words" icon="globe" href="/you/settings/country" />
      ${session.value.mode === 'account' && html`<${Pick} title="Devices and sign-in" icon="devices" href="/you/devices" />`}
      <${Pick} title="Help" icon="help" href="/help" />
    </section>
  <//>`;
}

/** Where the phone has no voice of its own the switch would do nothing, and the screen says so. */
function ReadAloud() {
  const [spoken, setSpoken] = useState(() => voiceHere() !== null);
  useEffect(() => onVoices(() => setSpoken(voiceHere() !== null)), []);
  if (!spoken && !aloud.value) {
    return html`<p class="soft">Reading screens aloud needs an English voice on this phone. There is none yet.</p>`;
  }
  return html`<${Switch} label="Read screens aloud" detail="“Listen” at the top of each screen, by a voice on this phone."
    on=${aloud.value} onChange=${(/** @type {boolean} */ on) => { aloud.value = on; }} />`;
}

/** @param {number} count */
function countOf(count) {
  return count === 0 ? 'None' : `${count} on`;
}
