import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { EFFORTS, FELT, minutesMoved, outcomes } from '../../domain/player/outcome.js';
import { movementOf } from '../../domain/planner/shelf.js';
import { go } from '../../router.js';
import { leave, sayAfter } from '../../state/player.js';
import { recordOf } from '../../state/records.js';

/** "2 done, 1 left out". @param {string[]} found */
function told(found) {
  const counts = Object.entries(WORDS).map(([id, word]) => [found.filter((one) => one === id).length, word.toLowerCase()]);
  return counts.filter(([count]) => count).map(([count, word]) => `${count} ${word}`).join(', ');
}

const WORDS = { done: 'Done', part: 'In part', skipped: 'Left out', stopped: 'Stopped' };

/**
 * What was done, and one question. Stopping is an answer like any other.
 * @param {{shelf: import('../../domain/planner/shelf.js').Shelf, state: import('../../domain/player/player.js').Player}} props
 */
export function After({ shelf, state }) {
  const open = useSignal(false);
  const body = recordOf(state.id)?.body ?? null;
  const found = outcomes(shelf, state);
  const minutes = minutesMoved(state);
  const effort = body?.done?.find((/** @type {any} */ row) => row.effort_0_10 !== undefined)?.effort_0_10 ?? null;
  const title = state.over === 'stopped' ? 'Stopped. That was a good choice.' : 'All done';
  const foot = html`<${Button} tall onClick=${() => { if (leave()) go('/', { replace: true }); }}>To Today<//>`;
  useEffect(() => { /** @type {HTMLElement | null} */ (document.querySelector('h1'))?.focus({ preventScroll: true }); }, []);
  return html`<${Page} title=${title} note=${minutes > 0 ? `You moved for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.` : 'Less than a minute. Every bit counts.'} foot=${foot}>
    ${body && html`
      <${Card} title="How do you feel now?">
        <div class="stack">${FELT.map(({ id, label }) => html`<${Pick} key=${id} title=${label} on=${body.felt === id}
          onClick=${() => sayAfter({ felt: body.felt === id ? null : id })} />`)}</div>
        ${body.felt === 'worse' && html`<p>Noted. Rest now. The next session will be easier.</p>
          <${Button} variant="quiet" tall iconAfter="forward" href="/check/worry">Something new or frightening<//>`}
      <//>
      <${Card} title="How hard was it?">
        <p class="soft">Only if you want to say.</p>
        <${Chips} label="How hard was it?" items=${EFFORTS.map(({ id, label }) => ({ id: String(id), label }))} chosen=${effort === null ? [] : [String(effort)]}
          onToggle=${(/** @type {string} */ id) => sayAfter({ effort: Number(id) === effort ? null : Number(id) })} />
      <//>`}
    <div class="stack">
      <${Pick} title="What you did" detail=${told(found)} open=${open.value} icon="list" onClick=${() => { open.value = !open.value; }} />
      ${open.value && html`<${Card}><ul class="plain-list">${state.parts.map(({ dose, easier }, i) => html`<li key=${i}>
        ${movementOf(shelf, dose.movement).name}: ${WORDS[found[i]].toLowerCase()}${easier ? ', made easier' : ''}</li>`)}</ul><//>`}
    </div>
    ${state.over === 'stopped' && html`<p>If it was sharp pain, faintness or a change in sight: <a href="/check/worry">say what it is</a>.</p>`}
  <//>`;
}
