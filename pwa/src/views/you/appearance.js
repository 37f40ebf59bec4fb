import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { textSize, theme } from '../../state/preferences.js';

const SIZES = [
  { id: '100', label: 'Normal' }, { id: '125', label: 'Large' }, { id: '150', label: 'Larger' }, { id: '200', label: 'Largest' },
];
const THEMES = [
  { id: 'system', label: 'As the phone' }, { id: 'light', label: 'Light' }, { id: 'dark', label: 'Dark' },
];

/** Text size and colours. Kept on this device; acts at once. */
export function Appearance() {
  return html`<${Card}>
    <h2>Text size</h2>
    <${Chips} label="Text size" items=${SIZES} chosen=${[String(textSize.value)]}
      onToggle=${(/** @type {string} */ id) => { textSize.value = /** @type {100 | 125 | 150 | 200} */ (Number(id)); }} />
    <h2>Colours</h2>
    <${Chips} label="Colours" items=${THEMES} chosen=${[theme.value]}
      onToggle=${(/** @type {string} */ id) => { theme.value = /** @type {'system' | 'light' | 'dark'} */ (id); }} />
  <//>`;
}
