import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Check() {
  return html`<${Page} title="A short check" back="/" />`;
}
