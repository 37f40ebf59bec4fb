import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { once } from '../ui/act.js';
import { canListen, reading, readScreen, stopReading } from '../ui/aloud.js';
import { Icon } from './icon.js';

/** Reads this screen aloud; a second tap, or leaving the screen, ends it. Only there when asked for in the settings. */
export function ListenButton() {
  useEffect(() => stopReading, []);
  if (!canListen.value) return null;
  return html`<button type="button" class="top-button" onClick=${once(() => (reading.value ? stopReading() : readScreen()))}>
    <${Icon} name=${reading.value ? 'stop' : 'speaker'} /><span>${reading.value ? 'Stop reading' : 'Listen'}</span>
  </button>`;
}
