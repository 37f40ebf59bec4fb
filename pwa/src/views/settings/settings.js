import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Settings() {
  return html`<${Page} title="Settings" back="/you" />`;
}
