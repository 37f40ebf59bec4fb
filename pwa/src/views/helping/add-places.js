import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Chip } from '../../components/chip.js';
import { Pick } from '../../components/pick.js';
import { REGIONS_MOST } from '../../domain/symptom.js';
import { placeLabel, vocabulary } from '../../state/content.js';
import { PlaceRow } from '../log/place-row.js';
import { FIRST_PLACES, toggled } from '../log/places.js';

/** @typedef {import('../log/places.js').Place} Place */

/**
 * Where it is; the usual places of MS first. Every tap is kept at once.
 * @param {{chosen: Place[], onChange: (places: Place[]) => unknown}} props
 */
export function Places({ chosen, onChange }) {
  const all = useSignal(false);
  const regions = (vocabulary.value.regions ?? []).filter(({ id }) => id !== 'generalised');
  const first = FIRST_PLACES.flatMap((id) => regions.find((region) => region.id === id) ?? []);
  const rest = regions.filter(({ id }) => !FIRST_PLACES.includes(id));
  const toggle = (/** @type {Place} */ place) => {
    const next = toggled(chosen, place);
    if (next.length <= REGIONS_MOST) onChange(next);
  };
  const row = (/** @type {any} */ region) => html`<${PlaceRow} key=${region.id} region=${region} chosen=${chosen} onToggle=${toggle} />`;
  return html`<section class="stack" aria-label="Where is it?">
    <h2>Where is it?</h2>
    ${chosen.length > 0 && html`<div class="chips" role="group" aria-label="Chosen places">
      ${chosen.map((place) => html`<${Chip} key=${place.region + place.side} label=${placeLabel(place)} removable onClick=${() => toggle(place)} />`)}
    </div>`}
    ${first.map(row)}
    <${Pick} title="Somewhere else" icon="list" open=${all.value} onClick=${() => { all.value = !all.value; }} />
    ${all.value && rest.map(row)}
  </section>`;
}
