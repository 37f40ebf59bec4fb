import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { needs } from '../../domain/movement.js';
import { isStanding, movementOf } from '../../domain/planner/shelf.js';
import { doseWords } from '../../domain/plan-words.js';
import { go, route } from '../../router.js';
import { label } from '../../state/content.js';
import { guide, guideBy } from '../../state/guide.js';
import { one } from '../../state/knowledge.js';
import { begun, leave } from '../../state/player.js';
import { profile } from '../../state/profile.js';
import { beforeSession } from '../../state/safety.js';
import { hasVoice, wakeSound } from '../../ui/guide.js';
import { capital } from '../diary/words.js';
import { variantOf } from './words.js';

/** Kinds that ask something of the body. */
const WORK = new Set(['rst', 'cor', 'bal', 'aer']);
/** The step of the history that asks. */
const CHECK = 'check';

/** @typedef {{shelf: import('../../domain/planner/shelf.js').Shelf, state: import('../../domain/player/player.js').Player}} Props */

/** First what to have ready, then the one check. @param {Props} props */
export function SetUp({ shelf, state }) {
  if (route.value.state.step === CHECK) return html`<${StartCheck} />`;
  return html`<${Ready} shelf=${shelf} state=${state} onReady=${() => { wakeSound(); go('/move/play', { state: { step: CHECK } }); }} />`;
}

/** @param {Props & {onReady: () => void}} props */
function Ready({ shelf, state, onReady }) {
  const parts = state.parts.map(({ dose }) => ({ dose, movement: movementOf(shelf, dose.movement) }));
  const places = [...new Set(parts.map(({ dose }) => dose.position))].map((id) => one('library', 'positions', id)?.label ?? id);
  const foot = html`<${Button} tall icon="play" onClick=${onReady}>All ready<//>`;
  return html`<${Page} title="Get ready" back="/" note=${`${state.minutes} minutes. ${capital(places.map((one) => one.toLowerCase()).join(', then '))}.`} foot=${foot}>
    <${Card} title="Have within reach"><ul class="plain-list">${lines(parts).map((text) => html`<li key=${text}>${text}</li>`)}</ul><//>
    <${Card} title=${`${parts.length === 1 ? '1 movement' : `${parts.length} movements`}`}>
      <ol class="steps stack stack-list">${parts.map(({ dose, movement }, i) => html`<li key=${i}><span><b>${movement.name}</b><br />${capital(doseWords(dose, movement))}</span></li>`)}</ol>
      ${parts.some(({ movement }) => WORK.has(movement.category)) && html`<p>${one('plans', 'rules', 'PLAN-08')?.text}</p>`}
      <p class="soft">A clinician has still to check every movement here.</p>
    <//>
    <${Card} title="How to guide you">
      ${hasVoice.value && html`<${Switch} label="Voice" detail="A voice of this phone. The words are on the screen too." on=${guide.value.voice} onChange=${(/** @type {boolean} */ on) => guideBy('voice', on)} />`}
      <${Switch} label="Sounds" on=${guide.value.sound} onChange=${(/** @type {boolean} */ on) => guideBy('sound', on)} />
      ${'vibrate' in navigator && html`<${Switch} label="Buzzing" on=${guide.value.buzz} onChange=${(/** @type {boolean} */ on) => guideBy('buzz', on)} />`}
      ${parts.some(({ movement }) => movement.helper) && html`<${Switch} label="Somebody helps me" detail="Shows what the helper does." on=${guide.value.helper} onChange=${(/** @type {boolean} */ on) => guideBy('helper', on)} />`}
    <//>
    <${Button} variant="line" tall onClick=${() => { leave(); go('/'); }}>Not now<//>
  <//>`;
}

/** What a home needs for this session, in the order of getting ready. @param {{dose: any, movement: import('../../domain/movement.js').Movement}[]} parts */
function lines(parts) {
  const things = [...new Set(parts.flatMap(({ dose, movement }) => needs(movement, variantOf(movement, dose.position))))];
  const stands = parts.some(({ dose, movement }) => isStanding(dose.position) || movement.stops.includes('stop-fall'));
  const wheels = profile.value.mobility === 'wheelchair';
  return [
    ...things.map((id) => (id === 'chair' ? 'Firm chair against the wall' : label('equipment', id))),
    ...(wheels ? ['Brakes on'] : []),
    ...(stands ? ['Shoes on, and your own aid beside you'] : []),
    'This phone where you can see it', 'A drink of water',
  ];
}

/** One check, and "None of these" is the largest. */
function StartCheck() {
  const start = () => { begun(); go('/move/play', { replace: true, state: { step: 'on' } }); };
  const foot = html`<div class="player-main"><${Button} tall onClick=${start}>None of these<//></div>`;
  return html`<${Page} title="Any of these now?" back="/move/play" foot=${foot}>
    <p>If so, leave it for now. A few questions follow.</p>
    <div class="stack">${beforeSession().start.map(({ id, title }) => html`<${Pick} key=${id} title=${title} icon="forward"
      onClick=${() => { leave(); go('/check', { replace: true, state: { worry: [id], to: '/' } }); }} />`)}</div>
  <//>`;
}
