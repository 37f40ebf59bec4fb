import { label, placeLabel } from '../../state/content.js';
import { today } from '../../state/diary.js';
import { session } from '../../state/session.js';

/** What is written down on its own day. */
const LIVED = new Set(['symptom', 'daily', 'session']);

/**
 * How the person looking reads the diary of somebody who shares with them.
 * @param {{name: string, read: string[]}} person
 * @param {readonly import('./words.js').Entry[]} entries
 * @returns {import('./words.js').Reading}
 */
export function readingOf({ name, read }, entries) {
  // East of here their new day has begun already; their own day is the one that counts. What is planned says nothing of it.
  const ahead = entries.filter(({ kind }) => LIVED.has(kind)).map(({ body }) => body.on)
    .filter((on) => typeof on === 'string' && on > today.value).sort().pop();
  return {
    name, read, today: ahead ?? today.value, me: session.value.account?.id ?? null, placeLabel,
    symptomLabel: (id) => label('symptoms', id),
  };
}
