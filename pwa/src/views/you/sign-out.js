import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { go } from '../../router.js';
import { signOut } from '../../state/session.js';
import { syncState } from '../../state/sync.js';
import { useInSight } from '../account/in-sight.js';
import { TaskNotes, useTask } from '../account/task.js';
import { entryCount } from '../sharing/words.js';

/**
 * Says what goes and what stays, then signs out.
 * @param {{onCancel: () => unknown}} props
 */
export function SignOut({ onCancel }) {
  const task = useTask();
  const place = useInSight();
  const { waiting } = syncState.value;
  const leave = () => task.run(async () => {
    await signOut();
    go('/');
  });
  return html`<div ref=${place}><${Card}>
    <p>Your diary leaves this phone. It stays on your server. Sign in again to see it here.</p>
    ${waiting > 0 && html`<p><b>${entryCount(waiting)} not sent yet</b> ${waiting === 1 ? 'stays' : 'stay'} on this phone,
      and will be sent when you sign in again.</p>`}
    <${TaskNotes} task=${task} />
    <div class="pair">
      <${Button} busy=${task.busy} onClick=${leave}>Sign out<//>
      <${Button} variant="line" onClick=${onCancel}>Stay<//>
    </div>
  <//></div>`;
}
