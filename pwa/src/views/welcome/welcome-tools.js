import { html } from 'htm/preact';

import { Icon } from '../../components/icon.js';
import { textSize } from '../../state/preferences.js';
import { once } from '../../ui/act.js';

const SIZES = /** @type {const} */ ([100, 125, 150, 200]);

/** Larger text and help, above all else, before anything is asked. */
export function WelcomeTools() {
  const next = SIZES[(SIZES.indexOf(textSize.value) + 1) % SIZES.length];
  const enlarge = once(() => { textSize.value = next; });
  return html`<header class="welcome-tools">
    <button type="button" class="top-button" onClick=${enlarge}>
      <${Icon} name="text-size" /><span>${next === 100 ? 'Normal text' : 'Bigger text'}</span>
    </button>
    <a class="top-button" href="/help"><${Icon} name="help" /><span>Help</span></a>
  </header>`;
}
