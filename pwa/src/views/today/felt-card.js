import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { FELT } from '../../domain/moved.js';
import { askAgain, leaveIt, setAfter } from '../../state/sessions.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { clockTime } from '../../ui/dates.js';
import { sessionTitle } from '../diary/session-words.js';
import { stored } from '../log/save.js';

const ASK = 'After your last session: easier, same or worse now?';

/** The one question after a session, asked once more after the next log. "Not now" is an answer too. */
export function FeltCard() {
  const session = askAgain.value;
  if (!session) return null;
  const { id, body } = session;
  const keep = async (/** @type {string} */ felt_later) => {
    if (!(await stored(async () => { await setAfter(id, { felt_later }); return id; }))) return;
    say(`Saved on this phone. ${FELT.find((one) => one.id === felt_later)?.label}.`, () => setAfter(id, { felt_later: null }));
  };
  const when = `${body.on === today.value ? 'Today' : 'Yesterday'}, ${clockTime(body.at)}`;
  return html`<${Card} key=${id} title=${ASK} tone="soft">
    <p class="soft">${sessionTitle(body)}. ${when}.</p>
    <${Chips} label=${ASK} items=${FELT} chosen=${[]} onToggle=${keep} thirds />
    <${Button} variant="line" tall onClick=${() => leaveIt(id)}>Not now<//>
  <//>`;
}
