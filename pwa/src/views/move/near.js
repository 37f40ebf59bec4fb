import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { steps } from '../../domain/movement.js';
import { movement as movementOf, pack } from '../../state/knowledge.js';

/** One step easier, one step harder, and the twin that moves instead of holding. @param {{movement: import('../../domain/movement.js').Movement}} props */
export function Near({ movement }) {
  const { easier, harder } = steps(pack('plans')?.ladders ?? [], movement.id);
  const rows = [
    ...(movement.twin ? [{ id: movement.twin, title: 'Move instead of holding' }] : []),
    ...easier.map((id) => ({ id, title: 'Easier' })),
    ...harder.map((id) => ({ id, title: 'Harder' })),
  ];
  if (rows.length === 0) return null;
  return html`<${Card} title="Easier or harder">
    <div class="stack">${rows.map(({ id, title }) => html`<${Pick} key=${`${title} ${id}`} title=${`${title}: ${movementOf(id)?.name ?? id}`} href=${`/move/${id}`} />`)}</div>
  <//>`;
}
