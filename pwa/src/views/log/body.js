import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Body() {
  return html`<${Page} title="Show body" back="/log" />`;
}
