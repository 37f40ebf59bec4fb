import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Worry() {
  return html`<${Page} title="Something new or frightening" back="/" />`;
}
