import { signal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { label, vocabulary } from '../../state/content.js';
import { movements, pack } from '../../state/knowledge.js';
import { want, wanted, wantOnly } from './looked-for.js';

/** @typedef {{id: string, label: string}} Choice */

/** @type {Choice[]} */
const MINUTES = [3, 8, 15].map((minutes) => ({ id: String(minutes), label: `${minutes} minutes or less` }));
/** Things a home may lack; the rest is taken as there. */
const THINGS = ['band', 'strap', 'ball', 'soft_ball', 'light_weight', 'low_step', 'pedals', 'exercise_bike', 'arm_bike', 'pool', 'standing_frame'];
/** @type {Choice} */
const NOTHING_MORE = { id: 'nothing', label: 'Nothing special' };

/** The one question that is open. @type {import('@preact/signals').Signal<string | null>} */
const asked = signal(null);

/** @param {string[]} list @param {string} id */
const toggled = (list, id) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);

/** What suits: one question at a time, and every one may be left open. */
export function Filter() {
  const library = pack('library');
  if (!library) return null;
  const { positions, areas, categories, level, things, minutes, core } = wanted.value;
  const named = (/** @type {any[]} */ rows) => rows.map(({ id, name, label: words }) => ({ id, label: words ?? name }));
  return html`<${Card} title="What suits you">
    <${Question} title="How do you want to be?" items=${named(library.positions)} chosen=${positions}
      onToggle=${(/** @type {string} */ id) => want({ positions: toggled(positions, id) })} />
    <${Question} title="Which part of the body?" items=${places()} chosen=${areas}
      onToggle=${(/** @type {string} */ id) => want({ areas: toggled(areas, id) })} />
    <${Question} title="How do you get about?" items=${named(library.levels)} chosen=${level ? [level] : []}
      onToggle=${(/** @type {string} */ id) => want({ level: id === level ? null : id })} />
    <${Question} title="How long?" items=${MINUTES} chosen=${minutes === null ? [] : [String(minutes)]}
      onToggle=${(/** @type {string} */ id) => want({ minutes: Number(id) === minutes ? null : Number(id) })} />
    <${Question} title="What have you got?" items=${[NOTHING_MORE, ...THINGS.map((id) => ({ id, label: label('equipment', id) }))]} chosen=${things}
      onToggle=${(/** @type {string} */ id) => want({ things: toggled(things, id) })} />
    <${Question} title="Which kind?" items=${named(library.categories)} chosen=${categories}
      onToggle=${(/** @type {string} */ id) => want({ categories: toggled(categories, id) })} />
    <${Switch} label="Only the gentle set" on=${core} onChange=${(/** @type {boolean} */ on) => want({ core: on })} />
    <${Button} variant="line" onClick=${() => wantOnly()}>Clear the filter<//>
  <//>`;
}

/** @param {{title: string, items: Choice[], chosen: string[], onToggle: (id: string) => unknown}} props */
function Question({ title, items, chosen, onToggle }) {
  const open = asked.value === title;
  const said = items.filter(({ id }) => chosen.includes(id)).map((item) => item.label).join(', ');
  return html`<div class="stack">
    <${Pick} title=${title} detail=${said || 'Any'} open=${open} icon=${open ? undefined : 'forward'} onClick=${() => { asked.value = open ? null : title; }} />
    ${open && html`<${Chips} label=${title} items=${items} chosen=${chosen} onToggle=${onToggle} />`}
  </div>`;
}

/** The parts of the body some movement is for, in the order of the diary. @returns {Choice[]} */
function places() {
  const used = new Set((movements() ?? []).flatMap(({ areas }) => areas));
  return (vocabulary.value.regions ?? []).filter(({ id }) => used.has(id)).map(({ id }) => ({ id, label: label('regions', id) }));
}
