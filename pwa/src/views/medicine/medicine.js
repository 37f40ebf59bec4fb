import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Medicine() {
  return html`<${Page} title="Medicine" back="/cabinet" />`;
}
