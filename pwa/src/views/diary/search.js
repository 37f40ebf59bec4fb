import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Search() {
  return html`<${Page} title="Find in the diary" back="/diary" />`;
}
