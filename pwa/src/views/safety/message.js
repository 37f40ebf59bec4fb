import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Message() {
  return html`<${Page} title="Safety message" back="/" />`;
}
