import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Injected() {
  return html`<${Page} title="Injection" back="/" />`;
}
