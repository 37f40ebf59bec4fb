import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Versions() {
  return html`<${Page} title="Every version" back="/diary" />`;
}
