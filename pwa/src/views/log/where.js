import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect, useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Chip } from '../../components/chip.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { go, route } from '../../router.js';
import { placeLabel, vocabulary } from '../../state/content.js';
import { change, remove, restore, symptoms, usualPlaces } from '../../state/diary.js';
import { say } from '../../state/toast.js';
import { once } from '../../ui/act.js';
import { announce } from '../../ui/announce.js';
import { entryTitle } from '../diary/words.js';
import { PlaceRow } from './place-row.js';
import { FIRST_PLACES, has, toggled } from './places.js';
import { stored } from './save.js';

/** @typedef {import('./places.js').Place} Place */

/** Where an entry hurts. Every tap is kept at once; "Done" only leaves. */
export function Where() {
  const id = /** @type {string | undefined} */ (route.value.state.id);
  const from = /** @type {string | undefined} */ (route.value.state.from);
  const record = symptoms.value.find((one) => one.id === id);
  const given = useSignal(/** @type {Place[] | null} */ (null));
  useEffect(() => { if (!id) go('/log', { replace: true }); }, [id]);
  if (!id) return html`<${Page} title="Where does it hurt?" back="/log" />`;

  const places = given.value ?? record?.body.regions ?? [];
  const choose = async (/** @type {Place} */ place) => {
    const next = toggled(places, place);
    given.value = next;
    if (await stored(async () => { await change(id, { regions: next }); return id; })) {
      announce(has(next, place) ? `${placeLabel(place)}. Saved on this phone.` : `${placeLabel(place)} taken away.`);
    }
  };
  const leave = () => {
    say(`Saved on this phone. ${entryTitle({ ...record?.body, regions: places })}.`, () => remove(id));
    go('/', { replace: true });
  };
  return html`<${Page} title="Where does it hurt?" back=${from ?? '/'} note=${html`<${SavedNote} id=${id} record=${record} from=${from} />`}
    foot=${from ? html`<${Button} tall onClick=${() => go(from, { replace: true })}>Done<//>` : html`
      <${Button} variant="line" tall onClick=${() => go('/log/detail', { state: { id } })}>Add detail<//>
      <${Button} tall onClick=${leave}>Done<//>`}>
    <${ChosenPlaces} places=${places} onRemove=${choose} />
    <${PlaceLists} places=${places} onToggle=${choose} />
    ${!from && html`<${Button} variant="line" tall icon="log" onClick=${() => go('/log')}>Another pain<//>`}
  <//>`;
}

/** @param {{id: string, record: import('../../state/diary.js').Rec | undefined, from?: string}} props */
function SavedNote({ id, record, from }) {
  const number = record?.body.severity_nrs;
  const undo = async () => {
    await remove(id);
    say('Taken back.', () => restore(id));
    go('/', { replace: true });
  };
  return html`<span>Saved on this phone.${typeof number === 'number' ? ` Pain ${number}.` : ''}</span>
    ${!from && html`<button type="button" class="text-button" onClick=${once(undo)}>Undo</button>`}`;
}

/** @param {{places: Place[], onRemove: (place: Place) => unknown}} props */
function ChosenPlaces({ places, onRemove }) {
  if (places.length === 0) return null;
  return html`<div class="chips" role="group" aria-label="Chosen places">
    ${places.map((place) => html`<${Chip} key=${place.region + place.side} label=${placeLabel(place)} removable
      onClick=${() => onRemove(place)} />`)}
  </div>`;
}

/** @param {{places: Place[], onToggle: (place: Place) => unknown}} props */
function PlaceLists({ places, onToggle }) {
  const all = useSignal(false);
  const regions = vocabulary.value.regions ?? [];
  // As they were on coming here: rows must not move under the finger while places are chosen.
  const mine = useMemo(() => /** @type {Place[]} */ (usualPlaces.peek()), []);
  const first = FIRST_PLACES.flatMap((id) => regions.find((region) => region.id === id) ?? []);
  const rest = regions.filter((region) => !FIRST_PLACES.includes(region.id));
  const row = (/** @type {any} */ region) => html`<${PlaceRow} key=${region.id} region=${region} chosen=${places} onToggle=${onToggle} />`;
  return html`
    ${mine.length > 0 && html`<h2>My usual places</h2><div class="stack">
      ${mine.map((place) => html`<${Pick} key=${place.region + place.side} title=${placeLabel(place)} on=${has(places, place)}
        onClick=${() => onToggle(place)} />`)}
    </div>`}
    <h2>${mine.length > 0 ? 'Other places' : 'Places'}</h2>
    <div class="stack">
      ${first.map(row)}
      <${Pick} title="Somewhere else" icon="list" open=${all.value} onClick=${() => { all.value = !all.value; }} />
      ${all.value && rest.map(row)}
    </div>`;
}
