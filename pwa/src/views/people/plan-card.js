import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { setShownFor, shownFor } from '../../state/hands-on.js';
import { one, pack } from '../../state/knowledge.js';
import { shelf } from '../../state/plans.js';
import { HelperSteps } from '../move/helper-card.js';
import { Fold } from './fold.js';
import { handsWords, planToday } from './plan-words.js';
import { listWords } from './when.js';

/** @typedef {import('./plan-words.js').PlanDay} PlanDay */

const HELP = { alone: 'Alone.', hand: 'Needs a hand.', skip: 'Skip this one.' };
const OVER = { done: 'Done today.', stopped: 'Stopped early today.' };

/**
 * What somebody has planned for today, and where a hand is wanted. How much of it there is their own log says, so it is not told here.
 * What wants a hand is there at once, the rest folded.
 * @param {{person: import('./shared.js').Shared, records: readonly import('../../domain/overlay.js').Rec[], today: string}} props
 */
export function PlanCard({ person, records, today }) {
  if (!person.read.includes('exercise')) return null;
  /** @type {PlanDay | null | undefined} */
  const day = shelf.value && planToday(shelf.value, records, { read: person.read, today });
  if (!day) return null;
  if (day.state !== 'planned') return html`<${Card} title="Today’s plan"><p>${OVER[day.state]}</p><//>`;
  const [wanted, others] = [day.rows.filter(({ helper }) => helper === 'hand'), day.rows.filter(({ helper }) => helper !== 'hand')];
  return html`<${Card} title="Today’s plan">
    <p>${handsWords(day.rows, person.name)}</p>
    <${Rows} rows=${wanted} space=${person.space} />
    ${others.length > 0 && html`<${Fold} title=${wanted.length > 0 ? 'The rest' : 'Which ones'} detail=${wanted.length > 0 ? `${others.length} more` : `${others.length} in all`}><${Rows} rows=${others} space=${person.space} /><//>`}
    <p class="soft">${person.name} decides how much of it there is today.</p>
    <p class="soft">${pack('library')?.badges.practice.label}.</p>
  <//>`;
}

/** @param {{rows: import('./plan-words.js').PlanRow[], space: string}} props */
function Rows({ rows, space }) {
  if (rows.length === 0) return null;
  return html`<ul role="list" class="people-days">${rows.map((row) => html`<${Row} key=${row.movement} row=${row} space=${space} />`)}</ul>`;
}

/** @param {{row: import('./plan-words.js').PlanRow, space: string}} props */
function Row({ row, space }) {
  const [open, setOpen] = useState(false);
  const places = row.places.map((id) => one('library', 'positions', id)?.label ?? '').map((word, at) => (at ? word.toLowerCase() : word));
  return html`<li class="people-day">
    <h3>${row.name}</h3>
    <p>${row.helper !== 'skip' && `${listWords(places, 'or')}. `}${HELP[row.helper]}</p>
    ${row.help && html`<${Pick} title="How to help" detail=${row.name} icon="info" open=${open} onClick=${() => setOpen(!open)} />`}
    ${row.help && open && html`<div class="stack people-help"><${HelperSteps} helper=${row.help} toHelper shown=${shownFor(space)} onShown=${(/** @type {boolean} */ on) => setShownFor(space, on)} /></div>`}
  </li>`;
}
