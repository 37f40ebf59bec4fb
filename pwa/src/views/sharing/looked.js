import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { accessLog } from '../../state/people.js';
import { session } from '../../state/session.js';
import { useFetched } from '../account/fetched.js';
import { TaskNotes } from '../account/task.js';
import { Looks } from './looks.js';
import { NeedsAccount } from './needs-account.js';

/** Everybody who looked, through shares that have ended too. */
export function Looked() {
  return session.value.mode === 'account' ? html`<${All} />` : html`<${NeedsAccount} />`;
}

function All() {
  const { found, task, again } = useFetched(/** @type {() => Promise<import('./look-words.js').Look[]>} */ (accessLog));
  return html`<${Page} title="Who looked" back="/you/sharing">
    <${TaskNotes} task=${task} />
    ${found && html`<${Looks} looks=${found} />`}
    ${!found && task.problem && html`<${Button} variant="line" onClick=${again}>Try again<//>`}
    ${!found && task.busy && html`<p class="soft" role="status">Looking up who looked</p>`}
  <//>`;
}
