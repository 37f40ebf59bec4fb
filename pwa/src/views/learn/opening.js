import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { openAgain, unopened } from '../../state/knowledge.js';

/** While packs are being read, and when one could not be. */
export function Waiting() {
  if (unopened.value.length === 0) return html`<p class="soft">One moment.</p>`;
  return html`<${Card} title="This part did not open">
    <p>Your diary is safe. This page was not kept on the phone.</p>
    <${Button} tall onClick=${openAgain}>Try again<//>
  <//>`;
}
