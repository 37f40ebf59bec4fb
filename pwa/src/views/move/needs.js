import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { needs } from '../../domain/movement.js';
import { label } from '../../state/content.js';
import { pack } from '../../state/knowledge.js';

/** What to have at hand, and what a home can use instead. @param {{movement: import('../../domain/movement.js').Movement, variant: import('../../domain/movement.js').Variant}} props */
export function Needs({ movement, variant }) {
  const things = needs(movement, variant);
  if (things.length === 0) return null;
  const instead = (/** @type {string} */ id) => pack('library').stand_ins.find((/** @type {any} */ row) => row.equipment === id)?.text;
  return html`<${Card} title="You need">
    <ul class="plain-list">${things.map((id) => html`<li key=${id}>${label('equipment', id)}${instead(id) && html`<span class="soft"> (or: ${lower(instead(id))})</span>`}</li>`)}</ul>
  <//>`;
}

/** @param {string} text */
const lower = (text) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
