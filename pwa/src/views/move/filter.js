import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { label, vocabulary } from '../../state/content.js';
import { movements, pack } from '../../state/knowledge.js';
import { want, wanted, wantOnly } from './looked-for.js';

const MINUTES = [3, 8, 15].map((minutes) => ({ id: String(minutes), label: `${minutes} minutes or less` }));
/** Things a home may lack; the rest is taken as there. */
const THINGS = ['band', 'strap', 'ball', 'soft_ball', 'light_weight', 'low_step', 'pedals', 'exercise_bike', 'arm_bike', 'pool', 'standing_frame'];
const NOTHING_MORE = { id: 'nothing', label: 'Nothing special' };

/** @param {string[]} list @param {string} id */
const toggled = (list, id) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);

/** What suits: every question may be left open. */
export function Filter() {
  const library = pack('library');
  if (!library) return null;
  const { positions, areas, categories, level, things, minutes, core } = wanted.value;
  const named = (/** @type {any[]} */ rows) => rows.map(({ id, name, label: words }) => ({ id, label: words ?? name }));
  return html`<${Card}>
    <${Question} title="How do you want to be?">
      <${Chips} label="Position" items=${named(library.positions)} chosen=${positions} onToggle=${(/** @type {string} */ id) => want({ positions: toggled(positions, id) })} />
    <//>
    <${Question} title="Which part of the body?">
      <${Chips} label="Part of the body" items=${places()} chosen=${areas} onToggle=${(/** @type {string} */ id) => want({ areas: toggled(areas, id) })} />
    <//>
    <${Question} title="How do you get about?">
      <${Chips} label="How you get about" items=${named(library.levels)} chosen=${level ? [level] : []} onToggle=${(/** @type {string} */ id) => want({ level: id === level ? null : id })} />
    <//>
    <${Question} title="How long?">
      <${Chips} label="Minutes" items=${MINUTES} chosen=${minutes === null ? [] : [String(minutes)]} onToggle=${(/** @type {string} */ id) => want({ minutes: Number(id) === minutes ? null : Number(id) })} />
    <//>
    <${Question} title="What have you got?">
      <${Chips} label="Things at hand" items=${[NOTHING_MORE, ...THINGS.map((id) => ({ id, label: label('equipment', id) }))]} chosen=${things} onToggle=${(/** @type {string} */ id) => want({ things: toggled(things, id) })} />
    <//>
    <${Question} title="Which kind?">
      <${Chips} label="Kind" items=${named(library.categories)} chosen=${categories} onToggle=${(/** @type {string} */ id) => want({ categories: toggled(categories, id) })} />
    <//>
    <${Chips} label="Gentle set" items=${[{ id: 'core', label: 'Only the gentle set' }]} chosen=${core ? ['core'] : []} onToggle=${() => want({ core: !core })} />
    <${Button} variant="line" onClick=${() => wantOnly()}>Clear the filter<//>
  <//>`;
}

/** @param {{title: string, children?: any}} props */
function Question({ title, children }) {
  return html`<div class="stack"><h3>${title}</h3>${children}</div>`;
}

/** The parts of the body some movement is for, in the order of the diary. */
function places() {
  const used = new Set((movements() ?? []).flatMap(({ areas }) => areas));
  return (vocabulary.value.regions ?? []).filter(({ id }) => used.has(id)).map(({ id }) => ({ id, label: label('regions', id) }));
}
