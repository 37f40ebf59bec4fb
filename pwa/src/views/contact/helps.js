import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Helps() {
  return html`<${Page} title="What helps me" back="/you/numbers" />`;
}
