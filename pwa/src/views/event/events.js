import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Events() {
  return html`<${Page} title="Events" back="/you" />`;
}
