import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { whole } from '../../state/trends.js';
import { Fold } from '../people/fold.js';
import { lazy } from '../shell/lazy.js';

/** @typedef {'Calendar' | 'Where' | 'Helped' | 'Changed' | 'Doing'} Name */

/** What opens is read when it is first opened: the first look has less to carry. */
const behind = lazy(async () => (await import('./behind.js')).Behind);

/** Each is worked out once it is opened, and once all of it was read. @param {{changes: boolean}} props - changes: whether any is there */
export function More({ changes }) {
  const part = (/** @type {Name} */ name) => html`<${Part} name=${name} />`;
  return html`<div class="stack">
    <${Fold} title="Calendar" icon="calendar">${part('Calendar')}<//>
    <${Fold} title="Where and what kind" icon="body">${part('Where')}<//>
    <${Fold} title="What was tried" icon="heart">${part('Helped')}<//>
    ${changes && html`<${Fold} title="Medicines and changes" icon="syringe">${part('Changed')}<//>`}
    <${Fold} title="Doing and moving" icon="move">${part('Doing')}<//>
  </div>`;
}

/** @param {{name: Name}} props */
function Part({ name }) {
  const Behind = behind.view();
  if (Behind && whole.value) return html`<${Behind} name=${name} />`;
  if (!behind.gone()) return html`<${Card}><p>One moment.</p><//>`;
  return html`<${Card}><p>This did not open. Its file is not on this phone yet.</p><${Button} variant="quiet" onClick=${behind.read}>Try again<//><//>`;
}
