import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Figure } from '../../components/figure.js';
import { figure, pack } from '../../state/knowledge.js';
import { lessMotion } from '../../ui/motion.js';

/**
 * The moving figure with its own start and pause. Where less motion is asked for, its poses stand side by side.
 * @param {{name: string, sides: boolean}} props
 */
export function Moving({ name, sides }) {
  const playing = useSignal(false);
  const mirrored = useSignal(false);
  const drawn = figure(name);
  const bodies = pack('figures');
  if (!drawn || !bodies) return html`<div class="moving-space"></div>`;
  const still = lessMotion();
  return html`<div class="moving">
    ${still && html`<div class="poses">${drawn.poses.map((_, at) => html`<${Figure} key=${at} pack=${bodies} figure=${drawn} pose=${at}
      mirrored=${mirrored.value} silent=${at > 0} />`)}</div>`}
    ${!still && html`<${Figure} pack=${bodies} figure=${drawn} playing=${playing.value} mirrored=${mirrored.value} />`}
    <div class="pair">
      ${!still && html`<${Button} variant="quiet" tall icon=${playing.value ? 'pause' : 'play'} onClick=${() => { playing.value = !playing.value; }}>
        ${playing.value ? 'Pause' : 'Show it moving'}<//>`}
      ${sides && html`<${Button} variant="line" tall onClick=${() => { mirrored.value = !mirrored.value; }}>Other side<//>`}
    </div>
  </div>`;
}
