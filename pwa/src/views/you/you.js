import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { SyncLine } from '../../components/sync-line.js';
import { noticed } from '../../state/noticed.js';
import { people } from '../../state/people.js';
import { session } from '../../state/session.js';
import { syncNow, syncState } from '../../state/sync.js';
import { CoverButton } from '../settings/cover-button.js';
import { SignOut } from './sign-out.js';

/** The person: what they note about themselves, who sees it, how the app looks, and the way out. */
export function You() {
  const [leaving, setLeaving] = useState(false);
  const { mode, account } = session.value;
  const signedIn = mode === 'account';
  return html`<${Page} title=${account?.display_name ?? 'You'} back="/" note=${account?.email} action=${html`<${CoverButton} />`}>
    <${SyncLine} state=${syncState.value} href="/sync" onSend=${syncNow} />
    ${mode === 'local' && html`<${Pick} title="Keep this diary safe" detail="Make an account. All of it moves." icon="shield" href="/account" />`}
    ${mode === 'signed_out' && html`<${Pick} title="Sign in" detail="Your entries wait here until then." icon="sign-in" href="/sign-in" />`}
    <${Group} title="My notes">
      <${Pick} title="Medicines" detail="What you take, when, and injections" icon="pill" href="/cabinet" />
      <${Pick} title="Pain Story" detail="Your pain in your words, question by question" icon="book" href="/story" />
      <${Pick} title="What happened" detail="Relapses, steroids, falls, new aids" icon="flag" href="/events" />
      <${Pick} title="Visits" detail="Appointments, and what to ask" icon="calendar" href="/you/visits" />
      <${Pick} title="A report for a visit" detail="To print, or to take along" icon="note" href="/report" />
    <//>
    <${Group} title="About me">
      <${Pick} title="Mobility, health and goals" detail="For plans and checks" icon="person" href="/you/about" />
      <${Pick} title="Numbers and allergies" detail="Whom to call, and what helps me" icon="call" href="/you/numbers" />
    <//>
    <${Group} title="People">
      <${Pick} title="Sharing" detail="Who sees what" icon="people" href="/you/sharing" />
      ${noticed.value.length > 0 && html`<${Pick} title="What helpers noticed" icon="note" href="/you/noticed" />`}
      ${people.value.length > 0 && html`<${Pick} title="People I help" detail=${people.value.map(({ name }) => name).join(', ')} icon="heart" href="/people" />`}
      ${signedIn && html`<${Pick} title="I have an invitation" detail="Help someone who shares with you" icon="invite" href="/join" />`}
    <//>
    <${Group} title="The app">
      <${Pick} title="Settings" detail="Text, colours, reminders, app lock" icon="settings" href="/you/settings" />
      <${Pick} title="Your data" detail="Save a copy, bring one in" icon="download" href="/you/data" />
      <${Pick} title="Learn" detail="Short cards, each with its sources" icon="info" href="/learn" />
      <${Pick} title="Help" icon="help" href="/help" />
      ${signedIn && html`<${Pick} title="Check my access" detail="Devices, password, codes, who did what" icon="shield" href="/you/access" />`}
      ${signedIn && html`<${Pick} title="Sign out" icon="sign-out" open=${leaving} onClick=${() => setLeaving(!leaving)} />`}
      ${leaving && html`<${SignOut} onCancel=${() => setLeaving(false)} />`}
    <//>
  <//>`;
}

/** @param {{title: string, children?: import('preact').ComponentChildren}} props */
function Group({ title, children }) {
  return html`<section class="stack" aria-label=${title}><h2>${title}</h2>${children}</section>`;
}
