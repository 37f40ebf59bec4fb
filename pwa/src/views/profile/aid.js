import { html } from 'htm/preact';

import { Chips } from '../../components/chips.js';
import { again, changedAid } from '../../domain/profile.js';
import { profile } from '../../state/profile.js';
import { KeptDay } from './kept.js';
import { keep } from './save.js';

const HANDS = [{ id: 'left', label: 'Left' }, { id: 'right', label: 'Right' }, { id: 'both', label: 'Both' }];

/** Aids with no side of the body. */
const NO_SIDE = ['wheelchair', 'power_chair', 'scooter', 'grab_rail', 'standing_frame', 'cushion', 'hoist'];

/**
 * Since when, on which side, and when somebody trained last looked at it.
 * @param {{aid: string}} props
 */
export function AboutAid({ aid }) {
  const one = (profile.value.aids ?? []).find((found) => found.aid === aid);
  if (!one) return null;
  const set = (/** @type {Partial<import('../../domain/profile.js').Aid>} */ part) => keep({ aids: changedAid(profile.value.aids, aid, part) });
  return html`<${KeptDay} label="Since when" value=${one.since_on} onKeep=${(/** @type {string | null} */ since_on) => set({ since_on })} />
    ${!NO_SIDE.includes(aid) && html`<h2>Which hand or side?</h2>
      <${Chips} label="Which hand or side?" thirds items=${HANDS} chosen=${one.hand ? [one.hand] : []}
        onToggle=${(/** @type {'left' | 'right' | 'both'} */ id) => set({ hand: again(one.hand, id) })} />`}
    <${KeptDay} label="Checked by a professional on" value=${one.checked_on}
      onKeep=${(/** @type {string | null} */ checked_on) => set({ checked_on })} />`;
}
