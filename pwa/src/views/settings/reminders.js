import { html } from 'htm/preact';

import { Page } from '../../components/page.js';

/** To be written. */
export function Reminders() {
  return html`<${Page} title="Reminders" back="/you/settings" />`;
}
