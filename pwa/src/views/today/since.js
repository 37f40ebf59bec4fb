import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { lastDaySaid } from '../../domain/symptom.js';
import { go } from '../../router.js';
import { counted, today } from '../../state/diary.js';
import { draft } from '../../state/drafts.js';
import { daysBetween } from '../../ui/dates.js';
import { rightNow } from '../log/when.js';

const LEAST = 3;
const MOST = 14;

/** After some silent days: a way to say them in one entry. It is offered, never asked, and put away in one tap. */
export function SinceCard() {
  const away = draft('since_put_away');
  const when = draft('log_when');
  const last = lastDaySaid(counted.value);
  const silent = last ? daysBetween(last, today.value) : 0;
  if (silent < LEAST || silent > MOST || away.value === last) return null;
  const open = () => {
    when.value = { ...rightNow(today.value), when: 'since', on: '' };
    go('/log');
  };
  return html`<${Card} title="The days between" tone="soft">
    <p>If they were alike, one entry can say them all.</p>
    <div class="pair">
      <${Button} variant="quiet" tall icon="calendar" onClick=${open}>It has been like this since ...<//>
      <${Button} variant="line" tall onClick=${() => { away.value = last; }}>Not now<//>
    </div>
  <//>`;
}
