import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function CoverSettings() {
  return html`<${Page} title="App lock" back="/you/settings" />`;
}
