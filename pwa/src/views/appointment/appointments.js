import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Appointments() {
  return html`<${Page} title="Appointments" back="/you" />`;
}
