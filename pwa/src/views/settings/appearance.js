import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { contrast, hand, targets, textSize, theme } from '../../state/preferences.js';
import { chooseLook } from './choose.js';

const SIZES = [
  { id: '100', label: 'Normal' }, { id: '125', label: 'Large' }, { id: '150', label: 'Larger' }, { id: '200', label: 'Largest' },
];
const THEMES = [
  { id: 'system', label: 'As the phone' }, { id: 'light', label: 'Light' }, { id: 'dark', label: 'Dark' },
];
const CONTRASTS = [{ id: 'system', label: 'As the phone' }, { id: 'high', label: 'High' }];
const TARGETS = [{ id: 'normal', label: 'Normal' }, { id: 'large', label: 'Very large' }];
const HANDS = [{ id: 'left', label: 'Left' }, { id: 'right', label: 'Right' }];

/** Text size, colours and contrast. Each acts at once. */
export function Appearance() {
  return html`<${Card}>
    <h3>Text size</h3>
    <${Chips} label="Text size" items=${SIZES} chosen=${[String(textSize.value)]}
      onToggle=${(/** @type {string} */ id) => chooseLook('textSize', Number(id))} />
    <h3>Colours</h3>
    <${Chips} label="Colours" items=${THEMES} chosen=${[theme.value]} onToggle=${(/** @type {string} */ id) => chooseLook('theme', id)} />
    <h3>Contrast</h3>
    <${Chips} label="Contrast" items=${CONTRASTS} chosen=${[contrast.value]}
      onToggle=${(/** @type {string} */ id) => chooseLook('contrast', id)} />
  <//>`;
}

/** How large the buttons are, and on which side the main one is. */
export function Reach() {
  return html`<${Card}>
    <h3>Buttons for logging</h3>
    <p class="soft">Very large is 2 cm high: for unsteady or numb hands.</p>
    <${Chips} label="Buttons for logging" items=${TARGETS} chosen=${[targets.value]}
      onToggle=${(/** @type {string} */ id) => chooseLook('targets', id)} />
    <h3>The hand that holds the phone</h3>
    <p class="soft">The main button at the bottom moves to this side.</p>
    <${Chips} label="The hand that holds the phone" items=${HANDS} chosen=${[hand.value]}
      onToggle=${(/** @type {string} */ id) => chooseLook('hand', id)} />
  <//>`;
}
