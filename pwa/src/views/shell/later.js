import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { storageTrouble } from '../../state/storage.js';
import { acceptUpdate } from '../../state/update.js';

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
  const { title, words } = TROUBLES[trouble];
  return html`<${Page} title=${title}>
    <${Notice} tone="alert">${words.map((text) => html`<p>${text}</p>`)}<//>
    <${Button} tall onClick=${trouble === 'newer' ? acceptUpdate : () => location.reload()}>Try again<//>
  <//>`;
}

/** @type {Record<import('../../state/storage.js').StorageTrouble, {title: string, words: string[]}>} */
const TROUBLES = {
  missing: { title: 'Nothing would stay here', words: [
    'This browser window keeps nothing on this phone. What you write would be gone when you close it.',
    'It may be a private window. Please open Limber in an ordinary one, or in another browser.'] },
  full: { title: 'This phone is full', words: [
    'Limber needs a little room to open your diary. What you wrote is not deleted.',
    'Remove something large, such as a video, and try again.'] },
  newer: { title: 'Limber needs an update first', words: [
    'A newer Limber has been used on this phone. This older one leaves your diary as it is.',
    'Try again with a connection, and the newer one comes.'] },
  closed: { title: 'Your diary did not open', words: [
    'The phone’s storage did not answer. What you wrote is not deleted.',
    'Close other pages of Limber and try again. If that does not help, start the phone again.'] },
};
