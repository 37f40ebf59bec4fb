import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { back, easierNow, goOn, makeEasier, pause, skip, stop } from '../../state/player.js';
import { announce } from '../../ui/announce.js';
import { leftHand } from '../../ui/hand.js';
import { wakeSound } from '../../ui/guide.js';
import { STOP_LINE } from './words.js';

/**
 * Everything within reach of one thumb, the largest first; the stop line is always in sight.
 * @param {{step: import('../../domain/player/steps.js').Step, state: import('../../domain/player/player.js').Player}} props
 */
export function Controls({ step, state }) {
  const running = state.since !== null;
  const on = () => { wakeSound(); goOn(); };
  const ends = [
    state.step > 0 && html`<${Button} key="back" variant="line" tall onClick=${back}>Back<//>`,
    html`<${Button} key="skip" variant="line" tall onClick=${skip}>Skip<//>`,
    html`<${Button} key="stop" variant="line" tall onClick=${stop}>Stop<//>`,
  ];
  return html`<section class="foot player-foot" aria-label="Session">
    <div class="player-always">
      <p class="player-stop">${STOP_LINE} <b>Stop.</b></p>
      <div class="player-main"><${Button} tall icon=${running ? 'pause' : 'play'} onClick=${running ? pause : on}>${running ? 'Pause' : goOnWords(step, state)}<//></div>
    </div>
    <div class="player-easier"><${Button} variant="quiet" tall icon="easier" onClick=${easier}>Make it easier<//></div>
    <div class="player-ends">${leftHand.value ? ends.reverse() : ends}</div>
  </section>`;
}

/** @param {import('../../domain/player/steps.js').Step} step @param {import('../../domain/player/player.js').Player} state */
function goOnWords(step, { held, step: number }) {
  if (held) return 'Go on';
  if (step.kind === 'look') return 'Done with this';
  return number === 0 ? 'Start' : 'I am ready';
}

function easier() {
  if (easierNow() === null) announce('This is the easiest there is. You can skip it or stop.');
  else makeEasier();
}
