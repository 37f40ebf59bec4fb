import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';

/** What "Trends" is until it holds charts. */
export function Trends() {
  return html`<${Page} title="Trends">
    <${Card} title="Your weeks in words come here">
      <p>What you log now will be there. Nothing to catch up.</p>
      <p class="soft">This comes with a later version. The diary has all your days already.</p>
      <${Button} variant="quiet" tall href="/diary">Open the diary<//>
    <//>
  <//>`;
}

/** An address that leads nowhere. */
export function NotHere() {
  return html`<${Page} title="This page is not here" back="/">
    <${Card}><p>Your diary is safe. This address leads nowhere.</p><${Button} tall href="/">Go to Today<//><//>
  <//>`;
}

/** The moment before the diary is open. */
export function Opening() {
  return html`<${Page} title="Limber"><p>Opening your diary.</p><//>`;
}
