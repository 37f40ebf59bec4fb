import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Stories() {
  return html`<${Page} title="Pain Story" back="/you" />`;
}
