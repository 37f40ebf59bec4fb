/** How the app looks and behaves on this phone. Read before the first paint, hence in localStorage. */
import { effect, signal } from '@preact/signals';

const KEY = 'limber-look';
const SIZES = [100, 125, 150, 200];

const kept = readKept();

/** @type {import('@preact/signals').Signal<'system' | 'light' | 'dark'>} */
export const theme = signal(['light', 'dark'].includes(kept.theme) ? kept.theme : 'system');

/** In per cent. @type {import('@preact/signals').Signal<100 | 125 | 150 | 200>} */
export const textSize = signal(SIZES.includes(kept.textSize) ? kept.textSize : 100);

/** Whether a therapist has shown the person and their helper the hands-on moves. */
export const shownByTherapist = signal(kept.shownByTherapist === true);

effect(() => {
  const look = { theme: theme.value, textSize: textSize.value, shownByTherapist: shownByTherapist.value };
  show(look);
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // Closed or full storage: the look holds until the page is left.
  }
});

/** @param {{theme: string, textSize: number}} look */
function show({ theme: chosen, textSize: size }) {
  const root = globalThis.document?.documentElement;
  if (!root) return;
  if (chosen === 'system') delete root.dataset.theme;
  else root.dataset.theme = chosen;
  if (size === 100) delete root.dataset.text;
  else root.dataset.text = String(size);
}

/** @returns {{theme?: any, textSize?: any, shownByTherapist?: any}} */
function readKept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
