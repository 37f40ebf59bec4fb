import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { WholeBody, ZoneMap } from '../../components/body-map.js';
import { Button } from '../../components/button.js';
import { Chip } from '../../components/chip.js';
import { Page } from '../../components/page.js';
import { Switch } from '../../components/switch.js';
import { SPOTLESS, isChosen, tapped, zonesOn } from '../../domain/body-map.js';
import { REGIONS_MOST } from '../../domain/symptom.js';
import { go, route } from '../../router.js';
import { label, placeLabel, vocabulary } from '../../state/content.js';
import { change } from '../../state/diary.js';
import { say } from '../../state/toast.js';
import { once } from '../../ui/act.js';
import { announce } from '../../ui/announce.js';
import { useEntry } from './at-hand.js';
import { PlaceRow } from './place-row.js';
import { has, toggled } from './places.js';
import { stored } from './save.js';

/** @typedef {import('./places.js').Place} Place */
/** @typedef {'front' | 'back'} Face */

/** The places of an entry on a drawing: a zone first, then its regions. Every tap is kept at once; "Done" only leaves. */
export function Body() {
  const { id, from } = /** @type {{id?: string, from?: string}} */ (route.value.state);
  const face = /** @type {Face} */ (route.value.state.face ?? 'front');
  const record = useEntry(id);
  const given = useSignal(/** @type {Place[] | null} */ (null));
  useEffect(() => { if (!id) go('/log', { replace: true }); }, [id]);
  if (!id || !record) return html`<${Page} title="Tap the area" back="/log" />`;

  const places = /** @type {Place[]} */ (given.value ?? record.body.regions ?? []);
  const keep = async (/** @type {Place[]} */ next, /** @type {Record<string, unknown>} */ more, /** @type {string} */ words) => {
    if (next.length > REGIONS_MOST) {
      say(`${REGIONS_MOST} places are kept. "All over" says the rest.`);
      return;
    }
    given.value = next;
    if (await stored(async () => { await change(id, { regions: next, ...more }); return id; })) announce(words);
  };
  const told = (/** @type {boolean} */ on, /** @type {string} */ name) => (on ? `${name}. Saved on this phone.` : `${name} taken away.`);
  const tap = (/** @type {import('../../domain/body-map.js').Cell} */ cell) => {
    const next = tapped(places, cell);
    keep(next, {}, told(isChosen(next, cell), placeLabel(cell)));
  };
  const toggle = (/** @type {Place} */ place) => {
    const next = toggled(places, place);
    keep(next, {}, told(has(next, place), placeLabel(place)));
  };
  const allOver = (/** @type {boolean} */ on) => keep(places.filter(({ region }) => region !== 'generalised'), { generalised: on || null }, told(on, 'All over'));
  const zone = zonesOn(face).find((one) => one.id === route.value.state.step);
  const chips = html`<${Chosen} places=${places} onRemove=${toggle} />`;
  return html`<${Page} key=${zone?.id} title=${zone?.label ?? 'Tap the area'} back="/log/where" note=${`${face === 'front' ? 'Front' : 'Back'}. Each tap is saved.`}
    foot=${html`${zone && html`<${Button} variant="line" tall onClick=${() => leave(1)}>Whole body<//>`}
      <${Button} tall onClick=${() => leave(zone ? 2 : 1)}>Done<//>`}>
    ${zone
      ? html`<${ZoneMap} face=${face} zone=${zone} nameOf=${placeLabel} rowName=${(/** @type {string} */ region) => label('regions', region)}
          isOn=${(/** @type {Place} */ cell) => isChosen(places, cell)} onTap=${tap} />${chips}`
      : html`<${Faces} face=${face} />
        <${WholeBody} face=${face} zones=${zonesOn(face)} marks=${places.map((place) => ({ ...place, tone: 'on' }))}
          onOpen=${(/** @type {string} */ step) => go('/log/body', { state: { id, from, face, step } })} />
        ${chips}
        <${Spotless} places=${places} everywhere=${record.body.generalised === true || places.some(({ region }) => region === 'generalised')}
          onToggle=${toggle} onAllOver=${allOver} />`}
  <//>`;
}

/**
 * Back to the screen one came from, which is further up in the history, so that its own "Back" stays right.
 * @param {number} steps
 */
function leave(steps) {
  const { id, from, depth } = /** @type {{id?: string, from?: string, depth?: number}} */ (route.value.state);
  if (Number(depth ?? 0) >= steps) history.go(-steps);
  else go('/log/where', { state: { id, from }, replace: true });
}

/** @param {{face: Face}} props */
function Faces({ face }) {
  const turn = (/** @type {Face} */ next) => go('/log/body', { state: { ...route.value.state, face: next }, replace: true });
  return html`<div class="faces" role="group" aria-label="Which side of the body?">
    ${FACES.map(({ id, name }) => html`<button key=${id} type="button" class="face" aria-pressed=${String(id === face)} onClick=${once(() => turn(id))}>${name}</button>`)}
  </div>`;
}

const FACES = /** @type {const} */ ([{ id: 'front', name: 'Front' }, { id: 'back', name: 'Back' }]);

/** @param {{places: Place[], onRemove: (place: Place) => unknown}} props */
function Chosen({ places, onRemove }) {
  if (places.length === 0) return null;
  return html`<div class="chips" role="group" aria-label="Chosen places">
    ${places.map((place) => html`<${Chip} key=${place.region + place.side} label=${placeLabel(place)} removable onClick=${() => onRemove(place)} />`)}
  </div>`;
}

/**
 * What is no spot of the drawing.
 * @param {{places: Place[], everywhere: boolean, onToggle: (place: Place) => unknown, onAllOver: (on: boolean) => unknown}} props
 */
function Spotless({ places, everywhere, onToggle, onAllOver }) {
  const regions = (vocabulary.value.regions ?? []).filter(({ id }) => SPOTLESS.includes(id));
  return html`<div class="stack">
    ${regions.map((region) => html`<${PlaceRow} key=${region.id} region=${region} chosen=${places} onToggle=${onToggle} />`)}
    <${Switch} label="All over" on=${everywhere} onChange=${onAllOver} />
  </div>`;
}
