import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Event() {
  return html`<${Page} title="Event" back="/events" />`;
}
