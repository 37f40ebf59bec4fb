import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { ROWS, anythingSaid } from '../../domain/daily.js';
import { dayBody } from '../../state/dailies.js';
import { today } from '../../state/today.js';
import { AsUsual } from '../daily/as-usual.js';
import { ROW } from '../daily/rows.js';
import { capital } from '../diary/words.js';

/** Energy has its own card on Today. */
const ELSEWHERE = ['energy'];

/** The rest of the day in one row: what was said of it, or that all is as usual. */
export function DayCard() {
  const on = today.value;
  const body = dayBody(on);
  const told = Object.keys(ROWS).filter((row) => ROW[row] && !ELSEWHERE.includes(row))
    .map((row) => (ROW[row].brief ?? ROW[row].say)(body)).filter(Boolean);
  const answered = anythingSaid(body, ELSEWHERE);
  return html`<${Card} title="Anything different today?">
    ${answered && html`<p>${capital(told.join(', '))}.</p>`}
    <div class="pair">
      ${!answered && html`<${AsUsual} half on=${on} />`}
      <${Button} variant="line" tall href="/day">${answered ? 'Change or add' : 'Say what'}<//>
    </div>
  <//>`;
}
