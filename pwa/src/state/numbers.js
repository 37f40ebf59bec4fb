/** Whom to call: the emergency number, crisis lines and the person's own numbers. */
import { computed } from '@preact/signals';

import { ofKind, theOne } from './records.js';

/** The emergency number; `sure` once the person has said it is theirs. */
export const emergency = computed(() => {
  const said = theOne('care_card')?.body.emergency_number;
  return { number: said ?? '112', sure: Boolean(said) };
});

/** The person's own numbers, MS team first. */
export const saved = computed(() => ofKind('contact'));
