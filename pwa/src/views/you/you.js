import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { SyncLine } from '../../components/sync-line.js';
import { people } from '../../state/people.js';
import { session } from '../../state/session.js';
import { syncNow, syncState } from '../../state/sync.js';
import { Appearance } from './appearance.js';
import { SignOut } from './sign-out.js';

/** The person: their sharing, devices, text and sign-in. */
export function You() {
  const [open, setOpen] = useState(/** @type {'appearance' | 'sign-out' | null} */ (null));
  const toggle = (/** @type {'appearance' | 'sign-out'} */ part) => () => setOpen(open === part ? null : part);
  const { mode, account } = session.value;
  const signedIn = mode === 'account';
  return html`<${Page} title=${account?.display_name ?? 'You'} back="/" note=${account?.email}>
    <${SyncLine} state=${syncState.value} onSend=${syncNow} />
    ${mode === 'local' && html`<${Pick} title="Keep this diary safe" detail="Make an account. All of it moves." icon="shield" href="/account" />`}
    ${mode === 'signed_out' && html`<${Pick} title="Sign in" detail="Your entries wait here until then." icon="sign-in" href="/sign-in" />`}
    <${Pick} title="Sharing" detail="Who sees what" href="/you/sharing" />
    <${Pick} title="Learn" detail="Short cards, each with its sources" icon="info" href="/learn" />
    ${people.value.length > 0 && html`<${Pick} title="People I help" detail=${people.value.map(({ name }) => name).join(', ')} href="/people" />`}
    ${signedIn && html`<${Pick} title="I have an invitation" detail="Help someone who shares with you" href="/join" />`}
    ${signedIn && html`<${Pick} title="Devices and sign-in" href="/you/devices" />`}
    <${Pick} title="Text size and colours" icon="text-size" open=${open === 'appearance'} onClick=${toggle('appearance')} />
    ${open === 'appearance' && html`<${Appearance} />`}
    <${Pick} title="Help" icon="help" href="/help" />
    ${signedIn && html`<${Pick} title="Sign out" icon="sign-out" open=${open === 'sign-out'} onClick=${toggle('sign-out')} />`}
    ${open === 'sign-out' && html`<${SignOut} onCancel=${() => setOpen(null)} />`}
  <//>`;
}
