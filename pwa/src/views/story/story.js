import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Story() {
  return html`<${Page} title="Pain Story" back="/story" />`;
}
