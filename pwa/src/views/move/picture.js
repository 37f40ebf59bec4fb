import { html } from 'htm/preact';

import { Figure } from '../../components/figure.js';
import { figure, movement as movementOf, pack } from '../../state/knowledge.js';

/** The small still figure of a dose; words beside it say the same. @param {{dose: import('../../domain/planner/dose.js').Dose}} props */
export function Picture({ dose }) {
  const variant = movementOf(dose.movement)?.variants.find(({ position }) => position === dose.position);
  const bodies = pack('figures');
  const drawn = variant && figure(variant.figure);
  return html`<span class="movement-picture">${bodies && drawn && html`<${Figure} pack=${bodies} figure=${drawn} pose=${1} silent />`}</span>`;
}
