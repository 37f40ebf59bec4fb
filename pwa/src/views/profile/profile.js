import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Profile() {
  return html`<${Page} title="About me" back="/you" />`;
}
