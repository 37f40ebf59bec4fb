import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Icon } from '../../components/icon.js';
import { logLines } from './act-words.js';

const FIRST = 6;
const MORE = 30;

/**
 * Who did what with the account, and who looked, newest first.
 * @param {{acts: import('../../state/access.js').Act[], looks: {who: string, at_hour: string}[]}} props
 */
export function Log({ acts, looks }) {
  const [shown, setShown] = useState(FIRST);
  const lines = logLines(acts, looks, new Date());
  return html`<ul class="access-log" role="list">
      ${lines.slice(0, shown).map(({ at, text, when, mark }) => html`<li key=${`${at} ${text}`}>
        ${mark && html`<${Icon} name="alert" />`}<div><b>${text}</b> <span class="soft">${when}</span></div></li>`)}
    </ul>
    ${lines.length > shown && html`<${Button} variant="line" onClick=${() => setShown(shown + MORE)}>Show older lines<//>`}`;
}
