import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Country() {
  return html`<${Page} title="Country and words" back="/you/settings" />`;
}
