import { signal } from '@preact/signals';

/** What the quiet live region of the shell says to screen readers. */
export const spoken = signal('');

/** @param {string} text - a whole sentence, such as "Saved on this phone." */
export function announce(text) {
  // The same words twice are heard twice only if the region was empty between.
  spoken.value = '';
  setTimeout(() => { spoken.value = text; }, 60);
}
