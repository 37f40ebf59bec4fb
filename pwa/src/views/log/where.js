import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect, useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Chip } from '../../components/chip.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { REGIONS_MOST } from '../../domain/symptom.js';
import { go, route } from '../../router.js';
import { label, placeLabel, vocabulary } from '../../state/content.js';
import { change, remove, restore, usualPlaces } from '../../state/diary.js';
import { say } from '../../state/toast.js';
import { once } from '../../ui/act.js';
import { announce } from '../../ui/announce.js';
import { capital, entryTitle, strength, symptomText } from '../diary/words.js';
import { useEntry } from './at-hand.js';
import { PlaceRow } from './place-row.js';
import { FIRST_PLACES, has, toggled } from './places.js';
import { done, stored } from './save.js';

/** @typedef {import('./places.js').Place} Place */

/** Where an entry hurts. Every tap is kept at once; "Done" only leaves. */
export function Where() {
  const { id, from } = /** @type {{id?: string, from?: string}} */ (route.value.state);
  const record = useEntry(id);
  const given = useSignal(/** @type {{regions?: Place[], generalised?: boolean | null}} */ ({}));
  /** Places whose side was asked for. @type {import('@preact/signals').Signal<string[]>} */
  const asked = useSignal(/** @type {string[]} */ ([]));
  const reminded = useSignal(false);
  useEffect(() => { if (!id) go('/log', { replace: true }); }, [id]);
  const body = { ...record?.body, ...given.value };
  const pain = symptomText(body) === 'pain';
  const title = pain ? 'Where does it hurt?' : 'Where is it?';
  if (!id || !record) return html`<${Page} title=${title} back=${from ?? '/log'} />`;

  const places = /** @type {Place[]} */ (body.regions ?? []);
  const keep = async (/** @type {{regions?: Place[], generalised?: boolean | null}} */ next, /** @type {string} */ words) => {
    const held = { ...given.value, ...next };
    given.value = held;
    if (await stored(async () => { await change(id, next); return id; })) announce(words);
    if (given.value === held) given.value = {};
  };
  const choose = (/** @type {Place} */ place) => {
    const next = toggled(places, place);
    if (next.length > REGIONS_MOST) {
      say(`${REGIONS_MOST} places are kept. "All over" says the rest.`);
      return;
    }
    keep({ regions: next }, has(next, place) ? `${placeLabel(place)}. Saved on this phone.` : `${placeLabel(place)} taken away.`);
  };
  const sideless = asked.value.filter((region) => !places.some((place) => place.region === region));
  /** A place without its side would not be kept, so that is said once before the screen is left. */
  const leaving = (/** @type {() => unknown} */ act) => () => {
    if (sideless.length === 0 || reminded.value) {
      act();
      return;
    }
    reminded.value = true;
    const name = label('regions', sideless[0]);
    say(`${name}: which side? It is kept once you tap one. "Done" leaves it out.`);
    document.querySelector(`[aria-label="${name}: which side?"]`)?.scrollIntoView({ block: 'center' });
  };
  const allOver = () => keep({ generalised: body.generalised ? null : true }, body.generalised ? 'All over taken away.' : 'All over. Saved on this phone.');
  return html`<${Page} title=${title} back=${from ?? '/'} note=${html`<${SavedNote} id=${id} body=${body} from=${from} />`}
    foot=${from ? html`<${Button} tall onClick=${leaving(() => go(from, { replace: true }))}>Done<//>` : html`
      <${Button} variant="line" tall onClick=${leaving(() => go('/log/detail', { state: { id } }))}>Add detail<//>
      <${Button} tall onClick=${leaving(() => done(`Saved on this phone. ${entryTitle(body)}.`, id))}>Done<//>`}>
    <${ChosenPlaces} places=${places} onRemove=${choose} />
    <${PlaceLists} places=${places} onToggle=${choose} everywhere=${body.generalised === true} onAllOver=${allOver}
      onAsk=${(/** @type {string} */ region, /** @type {boolean} */ on) => { asked.value = [...asked.value.filter((one) => one !== region), ...(on ? [region] : [])]; reminded.value = false; }}
      onBody=${() => go('/log/body', { state: { id, from } })} />
    ${!from && html`<${Button} variant="line" tall icon="log" onClick=${() => go('/log')}>${pain ? 'Another pain' : 'Something more'}<//>`}
  <//>`;
}

/** @param {{id: string, body: Record<string, any>, from?: string}} props */
function SavedNote({ id, body, from }) {
  const number = typeof body.severity_nrs === 'number';
  const undo = async () => {
    await remove(id);
    say('Taken back.', () => restore(id));
    go('/', { replace: true });
  };
  return html`<span>Saved on this phone.${number ? ` ${capital(strength(body))}.` : ''}</span>
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

/**
 * @param {{places: Place[], onToggle: (place: Place) => unknown, everywhere: boolean, onAllOver: () => unknown, onBody: () => unknown,
 *   onAsk: (region: string, asked: boolean) => unknown}} props
 */
function PlaceLists({ places, onToggle, everywhere, onAllOver, onBody, onAsk }) {
  const all = useSignal(false);
  const regions = (vocabulary.value.regions ?? []).filter(({ id }) => id !== 'generalised');
  // As they were on coming here: rows must not move under the finger while places are chosen.
  const mine = useMemo(() => /** @type {Place[]} */ (usualPlaces.peek()), []);
  const first = FIRST_PLACES.flatMap((id) => regions.find((region) => region.id === id) ?? []);
  const rest = regions.filter((region) => !FIRST_PLACES.includes(region.id));
  const row = (/** @type {any} */ region) => html`<${PlaceRow} key=${region.id} region=${region} chosen=${places} onToggle=${onToggle}
    onAsk=${(/** @type {boolean} */ on) => onAsk(region.id, on)} />`;
  return html`
    ${mine.length > 0 && html`<h2>My usual places</h2><div class="stack">
      ${mine.map((place) => html`<${Pick} key=${place.region + place.side} title=${placeLabel(place)} on=${has(places, place)}
        onClick=${() => onToggle(place)} />`)}
    </div>`}
    <h2>${mine.length > 0 ? 'Other places' : 'Places'}</h2>
    <div class="stack">
      ${first.map(row)}
      <${Pick} title="All over" on=${everywhere} onClick=${onAllOver} />
      <${Pick} title="Show body" icon="body" onClick=${onBody} />
      <${Pick} title="Somewhere else" icon="list" open=${all.value} onClick=${() => { all.value = !all.value; }} />
      ${all.value && rest.map(row)}
    </div>`;
}
