import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Chip } from '../../components/chip.js';
import { Pick } from '../../components/pick.js';
import { placeLabel, vocabulary } from '../../state/content.js';
import { PlaceRow } from '../log/place-row.js';
import { toggled } from '../log/places.js';

/** @typedef {import('../log/places.js').Place} Place */

/**
 * Parts of the body an event has to do with, from the list.
 * @param {{title: string, places: Place[], set: (places: Place[]) => unknown}} props
 */
export function Places({ title, places, set }) {
  const open = useSignal(false);
  const toggle = (/** @type {Place} */ place) => set(toggled(places, place));
  return html`<${Card} title=${title}>
    ${places.length > 0 && html`<div class="chips" role="group" aria-label="Chosen places">
      ${places.map((place) => html`<${Chip} key=${place.region + place.side} label=${placeLabel(place)} removable onClick=${() => toggle(place)} />`)}
    </div>`}
    <${Pick} title="Choose a place" icon="list" open=${open.value} onClick=${() => { open.value = !open.value; }} />
    ${open.value && (vocabulary.value.regions ?? []).map((region) => html`<${PlaceRow} key=${region.id} region=${region} chosen=${places}
      onToggle=${toggle} />`)}
  <//>`;
}
