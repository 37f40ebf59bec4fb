/** One short word at the bottom of the screen, with the way back where there is one. */
import { signal } from '@preact/signals';

/** @type {import('@preact/signals').Signal<{text: string, undo?: () => unknown} | null>} */
export const toast = signal(null);

/** @param {string} text @param {() => unknown} [undo] */
export function say(text, undo) {
  toast.value = undo ? { text, undo } : { text };
}
