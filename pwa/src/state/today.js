/** The person's date of today. It follows midnight, travel and a phone that slept. */
import { signal } from '@preact/signals';

import { nowParts } from '../domain/time.js';

export const today = signal(nowParts().on);

const LOOK_MS = 30_000;

export function lookAtTheDate() {
  today.value = nowParts().on;
}

/** Looks again every half minute; a timer to midnight would be late after the phone slept. */
export function followTheDate() {
  setInterval(lookAtTheDate, LOOK_MS);
}
