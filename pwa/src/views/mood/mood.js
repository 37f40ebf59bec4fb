import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Mood() {
  return html`<${Page} title="Mood" back="/day" />`;
}
