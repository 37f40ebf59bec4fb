import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Scale } from '../../components/scale.js';
import { usual } from '../../state/diary.js';
import { usualText } from '../diary/words.js';
import { logHardDay, logNumber, logUsual } from '../log/save.js';

const ASK = 'How strong is your pain now?';

/** The one question of Today: a number, or the same as usual, or only that the day is hard. */
export function LogCard() {
  const offered = usual.value;
  const words = offered ? usualText(offered) : '';
  return html`<${Card} title=${ASK}>
    <${Scale} label=${ASK} onPick=${(/** @type {number} */ number) => logNumber(number)} />
    ${offered && html`<${Button} variant="quiet" tall wide icon="usual" detail=${words}
      onClick=${() => logUsual(words)}>Same as usual<//>`}
    <${Button} variant="line" tall wide icon="hard-day" onClick=${logHardDay}>Hard day<//>
  <//>`;
}
