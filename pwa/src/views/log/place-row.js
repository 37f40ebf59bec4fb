import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Chips } from '../../components/chips.js';
import { Pick } from '../../components/pick.js';
import { SIDES, has } from './places.js';

/** @typedef {import('./places.js').Place} Place */

/**
 * @typedef {object} PlaceRowProps
 * @property {{id: string, label: string, sides?: string[]}} region - one side means there is nothing to ask
 * @property {ReadonlyArray<Place>} chosen
 * @property {(place: Place) => unknown} onToggle
 * @property {(asked: boolean) => unknown} [onAsk] - told when the row begins to ask for its side, and when it is closed again
 */

/**
 * One place as a row; a place with two sides asks which, below itself.
 * @param {PlaceRowProps} props
 */
export function PlaceRow({ region, chosen, onToggle, onAsk }) {
  const open = useSignal(false);
  const sided = SIDES.filter(({ id }) => region.sides?.includes(id));
  if (sided.length < 2) {
    const middle = { region: region.id, side: /** @type {const} */ ('middle') };
    return html`<${Pick} title=${region.label} on=${has(chosen, middle)} onClick=${() => onToggle(middle)} />`;
  }
  const sides = chosen.filter((place) => place.region === region.id).map((place) => place.side);
  const asked = open.value || sides.length > 0;
  return html`<div class="stack">
    <${Pick} title=${region.label} open=${asked} icon=${asked ? undefined : 'forward'} onClick=${() => { open.value = !open.value; onAsk?.(open.value); }} />
    ${asked && html`<${Chips} label=${`${region.label}: which side?`} thirds=${sided.length === 3} items=${sided} chosen=${sides}
      onToggle=${(/** @type {Place['side']} */ side) => onToggle({ region: region.id, side })} />`}
  </div>`;
}
