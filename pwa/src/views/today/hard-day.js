import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { records } from '../../state/diary.js';
import { emergency } from '../../state/numbers.js';
import { helpers } from '../../state/requests.js';
import { AskedList } from '../asking/asked.js';
import { CallButton } from '../contact/call.js';
import { SessionCard } from './session-card.js';
import { listed } from '../diary/words.js';

/**
 * What a hard day leaves on the screen.
 * @param {{onShowAll: () => void}} props
 */
export function HardDay({ onShowAll }) {
  const { number, sure } = emergency.value;
  return html`
    <${SessionCard} />
    <${HelpCard} />
    <${Card} title="Something new or frightening">
      <p>If you are frightened, or something is new, call your MS team or your emergency number now.</p>
      <${CallButton} alert number=${number} words=${`Call ${number} now`} detail=${sure ? undefined : 'Is your emergency number another one? Call that.'} />
      <${Button} variant="quiet" tall wide iconAfter="forward" href="/check/worry">Say what it is<//>
    <//>
    <${Button} variant="line" tall onClick=${onShowAll}>Show everything<//>`;
}

function HelpCard() {
  const names = records.value
    .filter((record) => record.kind === 'share' && !record.deleted && record.body.state === 'active')
    .map((record) => record.body.name || record.body.label)
    .filter(Boolean);
  return html`<${AskedList} /><${Card} title="Ask for help">
    ${names.length > 0
      ? html`<p>You share this diary with ${listed(names)}. A call or a short message is enough: “I need help today.”</p>
        ${helpers.value.length > 0 && html`<${Button} tall icon="heart" href="/ask">Ask with one tap<//>`}`
      : html`<p>Is there someone you trust? A call or a short message is enough: “I need help today.”</p>
        <p class="soft">You can also share this diary with one person, as much of it as you choose.</p>`}
    <${Button} variant="quiet" tall icon=${names.length > 0 ? 'people' : 'invite'} href="/you/sharing">
      ${names.length > 0 ? 'People I share with' : 'Invite one person'}
    <//>
    <p class="soft">In an emergency, call your emergency number.</p>
  <//>`;
}
