import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Contact() {
  return html`<${Page} title="A number" back="/you/numbers" />`;
}
