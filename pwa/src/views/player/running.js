import { html } from 'htm/preact';

import { Figure } from '../../components/figure.js';
import { sideOf } from '../../domain/figure/side.js';
import { left, stepNow } from '../../domain/player/player.js';
import { movementOf } from '../../domain/planner/shelf.js';
import { guide, guideBy } from '../../state/guide.js';
import { figure, pack } from '../../state/knowledge.js';
import { clock } from '../../state/player.js';
import { Icon } from '../../components/icon.js';
import { TopBar } from '../../components/top-bar.js';
import { once } from '../../ui/act.js';
import { hasVoice } from '../../ui/guide.js';
import { lessMotion } from '../../ui/motion.js';
import { HelperCard } from '../move/helper-card.js';
import { Controls } from './controls.js';
import { useCues } from './cues.js';
import { bigLine, countWords, sideWords, variantOf, wayIn } from './words.js';

/** @typedef {import('../../domain/planner/shelf.js').Shelf} Shelf */
/** @typedef {import('../../domain/player/player.js').Player} State */

/** One step of the session. @param {{shelf: Shelf, state: State}} props */
export function Running({ shelf, state }) {
  const step = stepNow(shelf, state);
  const { dose } = state.parts[step.part];
  const movement = movementOf(shelf, dose.movement);
  const variant = variantOf(movement, dose.position);
  const leftMs = left(shelf, state, Math.max(clock.value, state.since ?? 0));
  const running = state.since !== null;
  useCues({ step, number: state.step, leftMs, running, movement, variant });
  const side = sideWords(step.side, movement);
  return html`<div class="screen player">
    <div class="scroll">
      <${TopBar} title=${movement.name} note=${`Movement ${step.part + 1} of ${state.parts.length}${step.set > 1 ? `, round ${step.set}` : ''}`}>${hasVoice.value && html`<${Voice} />`}<//>
      <main id="main" tabindex="0">
        <${Shown} name=${variant.figure} step=${step} running=${running} />
        <div class="player-line">
          <div class="grow">
            ${side && html`<p class="player-side">${side}</p>`}
            <p class="player-say">${state.held ? 'Paused. Take your time.' : bigLine(step, variant)}</p>
          </div>
          ${leftMs !== null && html`<${Count} step=${step} leftMs=${leftMs} />`}
        </div>
        <${Way} step=${step} variant=${variant} />
        ${guide.value.helper && movement.helper && html`<${HelperCard} helper=${movement.helper} />`}
      </main>
    </div>
    <${Controls} step=${step} state=${state} />
  </div>`;
}

function Voice() {
  const { voice } = guide.value;
  return html`<button type="button" class="top-button" aria-pressed=${String(voice)} onClick=${once(() => guideBy('voice', !voice))}>
    <${Icon} name="speaker" /><span>${voice ? 'Voice on' : 'Voice off'}</span></button>`;
}

/**
 * The figure: it moves where something is repeated, stands in the hold, and stops with the clock.
 * @param {{name: string, step: import('../../domain/player/steps.js').Step, running: boolean}} props
 */
function Shown({ name, step, running }) {
  const [drawn, bodies] = [figure(name), pack('figures')];
  if (!drawn || !bodies) return html`<div class="moving-space"></div>`;
  const moves = running && !lessMotion() && step.kind !== 'hold' && step.kind !== 'rest';
  const pose = step.kind === 'ready' || step.kind === 'rest' ? 0 : drawn.poses.length - 1;
  return html`<div class="player-figure"><${Figure} key=${`${name} ${step.kind === 'hold'}`} pack=${bodies} figure=${drawn} pose=${pose} playing=${moves} mirrored=${step.side !== null && step.side !== sideOf(bodies, drawn)} /></div>`;
}

/** @param {{step: import('../../domain/player/steps.js').Step, leftMs: number}} props */
function Count({ step, leftMs }) {
  const { number, line } = countWords(step, leftMs);
  // Not told at every second: the guide says what matters of it.
  return html`<div class="player-count" role="timer" aria-live="off"><p class="player-number">${number}</p><p>${line}</p></div>`;
}

/** How it is done, for whoever reads along. @param {{step: import('../../domain/player/steps.js').Step, variant: import('../../domain/movement.js').Variant}} props */
function Way({ step, variant }) {
  if (step.kind === 'hold' || step.kind === 'rest') return null;
  const lines = step.kind === 'into' ? wayIn(variant) : variant.steps;
  return html`<ol class="steps stack stack-list">${lines.map((text) => html`<li key=${text}>${text}</li>`)}</ol>
    ${step.kind === 'ready' && html`<p><b>${variant.limit}</b></p>`}`;
}

