import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Appointment() {
  return html`<${Page} title="Appointment" back="/you/visits" />`;
}
