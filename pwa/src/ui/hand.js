import { signal } from '@preact/signals';

/** True when the main button of a pair, and what stands at the end of the top bar, belong on the left. */
export const leftHand = signal(false);
