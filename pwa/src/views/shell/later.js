import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { storageTrouble } from '../../state/storage.js';

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

/** The moment before the diary is open; or why it stays closed. */
export function Opening() {
  const trouble = storageTrouble.value;
  if (!trouble) return html`<${Page} title="Limber"><p>Opening your diary.</p><//>`;
  return html`<${Page} title=${trouble === 'missing' ? 'Nothing would stay here' : 'Your diary did not open'}>
    <${Notice} tone="alert">${trouble === 'missing' ? html`<${Missing} />` : html`<${Closed} />`}<//>
    <${Button} tall onClick=${() => location.reload()}>Try again<//>
  <//>`;
}

function Missing() {
  return html`<p>This browser window keeps nothing on this phone. What you write would be gone when you close it.</p>
    <p>It may be a private window. Please open Limber in an ordinary one, or in another browser.</p>`;
}

function Closed() {
  return html`<p>The phone’s storage did not answer. What you wrote is not deleted.</p>
    <p>Close other pages of Limber and try again. If that does not help, start the phone again.</p>`;
}
