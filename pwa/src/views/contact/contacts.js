import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Contacts() {
  return html`<${Page} title="Numbers and allergies" back="/you" />`;
}
