import { html } from 'htm/preact';

import { Figure } from '../../components/figure.js';
import { Icon } from '../../components/icon.js';
import { minutesOf, suiting } from '../../domain/movement.js';
import { figure, one, pack } from '../../state/knowledge.js';
import { wanted } from './looked-for.js';

/** One movement in a list: how it looks, what it is for, how long it takes. @param {{movement: import('../../domain/movement.js').Movement}} props */
export function Row({ movement }) {
  const variants = suiting(movement, wanted.value);
  const bodies = pack('figures');
  const drawn = figure((variants[0] ?? movement.variants[0]).figure);
  const places = (variants.length > 0 ? variants : movement.variants)
    .map(({ position }) => one('library', 'positions', position)?.label.toLowerCase()).join(', ');
  const minutes = minutesOf(movement.dose);
  return html`<a class="movement-row" href=${`/move/${movement.id}`}>
    <span class="movement-picture">${bodies && drawn && html`<${Figure} pack=${bodies} figure=${drawn} pose=${1} silent />`}</span>
    <span class="movement-words"><b>${movement.name}</b>
      <span class="movement-target">${movement.target}</span>
      <span class="movement-facts">${sentence(places)} · ${minutes} min${movement.core ? ' · gentle' : ''}</span></span>
    <${Icon} name="forward" />
  </a>`;
}

/** @param {string} text */
const sentence = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
