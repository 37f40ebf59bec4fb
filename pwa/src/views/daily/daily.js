import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Daily() {
  return html`<${Page} title="Your day" back="/" />`;
}
