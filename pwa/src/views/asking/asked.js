import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { askOf } from '../../domain/asking.js';
import { asked, notNeeded, onTheWay, stillNeeded } from '../../state/requests.js';
import { session } from '../../state/session.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { clockTime } from '../../ui/dates.js';
import { listed } from '../diary/words.js';
import { stored } from '../log/save.js';

/** Requests of one's own that still stand, each with who is on the way. */
export function AskedList() {
  return asked.value.map((rec) => html`<${Asked} key=${rec.id} rec=${rec} />`);
}

/** @param {{rec: import('../../state/records.js').Rec}} props */
function Asked({ rec }) {
  const { label } = askOf(rec.body.ask);
  const coming = onTheWay(rec.id);
  const words = coming.length > 0 ? `${listed(coming)} ${coming.length === 1 ? 'is' : 'are'} on the way.` : '';
  const before = useRef(words);
  useEffect(() => {
    // Said where it comes while the screen is looked at.
    if (words && words !== before.current) announce(words);
    before.current = words;
  }, [words]);
  const waiting = rec.waiting && session.value.mode === 'account';
  return html`<${Card} title=${`Asked: ${label}`} region=${false}>
    ${words && html`<p><b>${words}</b></p>`}
    <p class="soft">Asked at ${clockTime(rec.body.at)}.${waiting ? ' Not sent yet. It goes by itself.' : ''}</p>
    <${Button} variant="line" tall label=${`Not needed any more: ${label}`} onClick=${() => over(rec.id, label)}>Not needed any more<//>
  <//>`;
}

/** @param {string} id @param {string} label */
async function over(id, label) {
  if (await stored(async () => { await notNeeded(id); return id; })) say(`No longer asked: ${label}.`, () => stillNeeded(id));
}
