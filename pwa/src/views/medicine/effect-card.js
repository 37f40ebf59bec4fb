import { html } from 'htm/preact';

import { Chips } from '../../components/chips.js';
import { Notice } from '../../components/notice.js';
import { vocabulary } from '../../state/content.js';

const EFFECTS = [
  { id: 'better', label: 'Better' }, { id: 'same', label: 'The same' }, { id: 'worse', label: 'Worse' }, { id: 'unsure', label: 'Not sure' },
];

/**
 * What the person notices. Nothing is concluded from it.
 * @param {{body: Record<string, any>, set: (values: Record<string, unknown>) => unknown}} props
 */
export function EffectCard({ body, set }) {
  const sides = body.side_effects ?? [];
  const toggle = (/** @type {string} */ id) =>
    set({ side_effects: sides.includes(id) ? sides.filter((/** @type {string} */ one) => one !== id) : [...sides, id] });
  return html`
    <h3>Effect on pain</h3>
    <${Chips} label="Effect on pain" items=${EFFECTS} chosen=${[body.effect]}
      onToggle=${(/** @type {string} */ id) => set({ effect: id === body.effect ? null : id })} />
    <h3>Side effects</h3>
    <${Chips} label="Side effects" items=${vocabulary.value.side_effects ?? []} chosen=${sides} onToggle=${toggle} />
    ${(body.effect === 'worse' || sides.length > 0) && html`<${Notice}>
      <p>Ask before changing anything: your MS team, your doctor or a pharmacist.</p><//>`}`;
}
