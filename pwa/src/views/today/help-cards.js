import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { markSeen, unread } from '../../state/noticed.js';
import { often } from '../../state/often.js';
import { asked, helpers } from '../../state/requests.js';
import { AskedList } from '../asking/asked.js';
import { listed } from '../diary/words.js';

/** Asking, in one tap from Today, where somebody helps; and what was asked. */
export function AskCard() {
  const waits = asked.value.length > 0;
  useEffect(() => (waits ? often() : undefined), [waits]);
  if (!waits && helpers.value.length === 0) return null;
  return html`<${AskedList} />
    <${Button} variant="line" tall icon="heart" href="/ask">Ask for help<//>`;
}

/** One quiet line when helpers wrote something since the list was last opened. It can be put away. */
export function NoticedCard() {
  const names = [...new Set(unread.value.map(({ author }) => author?.name || 'Somebody'))];
  if (names.length === 0) return null;
  return html`<${Card}>
    <p>${listed(names)} wrote something down. It waits until you like to read it.</p>
    <div class="pair">
      <${Button} variant="quiet" tall href="/you/noticed">Read it<//>
      <${Button} variant="line" tall onClick=${markSeen}>Not now<//>
    </div>
  <//>`;
}
