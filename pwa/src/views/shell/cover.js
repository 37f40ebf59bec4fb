import { effect } from '@preact/signals';
import { html } from 'htm/preact';
import { render } from 'preact';

import { covered } from '../../state/cover.js';
import { stopReading } from '../../ui/aloud.js';
import { memoryOf } from '../../ui/place.js';
import { lazy } from './lazy.js';

const page = lazy(async () => (await import('./covered.js')).Covered);

/**
 * Takes the whole app out of the page while it is covered, and puts it back as it was: same field, same caret.
 * The app itself goes on: nothing is saved, sent or ended by being covered.
 * @param {Element} place - where the app is drawn
 */
export function followCover(place) {
  const sheet = document.createElement('div');
  let back = () => {};
  effect(() => {
    if (covered.value) {
      if (!place.isConnected) return;
      stopReading();
      back = memoryOf(place);
      place.replaceWith(sheet);
      document.title = 'Limber';
      render(html`<${Sheet} />`, sheet);
    } else if (sheet.isConnected) {
      render(null, sheet);
      sheet.replaceWith(place);
      back();
    }
  });
}

/** Says nothing until its page is there. */
function Sheet() {
  const Covered = page.now();
  return html`<${Covered} />`;
}
