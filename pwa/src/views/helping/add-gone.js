import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';

/** One text for ended, paused and unknown: the screen must not tell them apart. */
export function NotHere() {
  return html`<${Page} title="People" back="/people">
    <p>This view is not available.</p>
    <${Button} tall href="/people">Go to People<//>
  <//>`;
}
