import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Medicines() {
  return html`<${Page} title="Medicines" back="/you" />`;
}
