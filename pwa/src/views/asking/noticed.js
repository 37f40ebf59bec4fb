import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** Under construction. */
export function Noticed() {
  return html`<${Page} title="Soon" back="/"><p>Soon.</p><//>`;
}
