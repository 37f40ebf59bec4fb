import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { LENGTHS } from '../../domain/plan.js';
import { go } from '../../router.js';
import { leave, player, startSession } from '../../state/player.js';
import { askFor, doneToday, inputs, session, sessionOf, shelf } from '../../state/plans.js';
import { profile } from '../../state/profile.js';
import { Grounds } from '../learn/why.js';
import { aboutOf, namesOf, reasonsOf, titleOf } from './session-words.js';

/** One session, as today's log leaves it. It changes before the eyes when something is logged. */
export function SessionCard() {
  const again = useSignal(false);
  const [made, known] = [session.value, shelf.value];
  if (player.value?.begun && !player.value.over) return html`<${Waits} />`;
  if (!made || !known) return null;
  if (doneToday.value && !again.value) return html`<${Done} onAgain=${() => { again.value = true; }} />`;
  const reasons = reasonsOf(made, inputs.value);
  const news = reasons.find(({ lasting }) => !lasting);
  return html`<${Card} title=${titleOf(made, inputs.value)}>
    ${news && news.id !== 'day-pain' && html`<p>${news.say}</p>`}
    ${made.doses.length > 0 && html`<p class="soft">${namesOf(known, made)}.${aboutOf(made)}</p>
      <${Button} tall icon="play" onClick=${() => start(made.minutes)}>Start<//>
      <${Lengths} now=${made.minutes} />`}
    <${Why} reasons=${reasons} />
    ${!profile.value.mobility && html`<${Button} variant="line" tall href="/move/questions">Fit it to me<//>`}
  <//>`;
}

/** @param {number} length */
export function start(length) {
  // One that has ended and is not stored yet is shown first.
  if (!leave() || startSession(length)) go('/move/play');
}

/** The next shorter and the next longer one, where the day allows it. @param {{now: number}} props */
function Lengths({ now }) {
  const shorter = LENGTHS.filter((one) => one < now).at(-1);
  const longer = LENGTHS.find((one) => one > now && sessionOf(one)?.minutes === one);
  if (!shorter && !longer) return null;
  return html`<div class="pair">
    ${shorter && html`<${Button} variant="line" tall onClick=${() => askFor(shorter)}>Shorter: ${shorter} minutes<//>`}
    ${longer && html`<${Button} variant="line" tall onClick=${() => askFor(longer)}>Longer: ${longer} minutes<//>`}
  </div>`;
}

/** @param {{reasons: ReturnType<typeof reasonsOf>}} props */
function Why({ reasons }) {
  const open = useSignal(false);
  if (reasons.length === 0) return null;
  return html`<${Button} variant="quiet" iconAfter=${open.value ? 'less' : 'more'} onClick=${() => { open.value = !open.value; }}>Why this today<//>
    ${open.value && reasons.map(({ id, say, facts, sources }) => html`<div key=${id} class="stack"><p>${say}</p><${Grounds} facts=${facts} sources=${sources} /></div>`)}`;
}

function Waits() {
  return html`<${Card} title="Your session waits">
    <p>It stands where you left it.</p>
    <${Button} tall icon="play" href="/move/play">Go on<//>
    <${Button} variant="line" tall onClick=${leave}>Leave it<//>
  <//>`;
}

/** @param {{onAgain: () => void}} props */
function Done({ onAgain }) {
  const { minutes: moved, done, adapted } = doneToday.value?.body ?? {};
  const stopped = done?.some((/** @type {any} */ { outcome }) => outcome === 'stopped');
  return html`<${Card} title=${stopped ? 'Stopped early today' : 'Done for today'}>
    <p>${stopped ? 'That was a good choice.' : `You moved${moved ? ` for ${moved} ${moved === 1 ? 'minute' : 'minutes'}` : ''}.${adapted?.flare_set ? ' On a hard day, that counts.' : ''}`}</p>
    <${Button} variant="line" tall onClick=${onAgain}>Another one<//>
  <//>`;
}

