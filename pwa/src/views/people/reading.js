import { label, placeLabel } from '../../state/content.js';
import { today } from '../../state/diary.js';
import { session } from '../../state/session.js';

/** What is written down on its own day. */
const LIVED = new Set(['symptom', 'daily', 'session']);

/**
 * How the person looking reads the diary of somebody who shares with them.
 * @param {{name: string, read: string[], reader?: string | null}} person - reader: whose eyes it is seen with; left out: one's own
 * @param {readonly import('./entry-words.js').Entry[]} entries
 * @returns {import('./entry-words.js').Reading}
 */
export function readingOf({ name, read, reader }, entries) {
  // East of here their new day has begun already; their own day is the one that counts. What is planned says nothing of it.
  const ahead = entries.filter(({ kind }) => LIVED.has(kind)).map(({ body }) => body.on)
    .filter((on) => typeof on === 'string' && on > today.value).sort().pop();
  // A second lock: their own words travel with symptoms.
  const own = new Map(entries.filter(({ kind, body }) => kind === 'custom' && body.label && read.includes('symptoms')).map(({ id, body }) => [id, body.label]));
  const word = (/** @type {string} */ list, /** @type {string} */ id) => own.get(id) ?? label(list, id);
  return {
    name, read, today: ahead ?? today.value, now: Date.now(), me: reader === undefined ? session.value.account?.id ?? null : reader, placeLabel, word,
    symptomLabel: (id) => word('symptoms', id),
  };
}
