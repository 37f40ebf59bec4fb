import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { acceptUpdate, outdated } from '../../state/update.js';

/** Shown while somebody types in a page whose version was left in another one. */
export function Older() {
  return outdated.value && html`<${Notice} now>
    <p>A newer Limber is in use in another window. Load this page again too. What you wrote stays.</p>
    <${Button} onClick=${acceptUpdate}>Load it again<//>
  <//>`;
}
