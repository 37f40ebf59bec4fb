/** What has not been sent, as text to copy and as a file. */
import { dayName } from '../../ui/dates.js';
import { fieldName, fieldText, hasWords } from '../diary/field-words.js';
import { sentenceOf } from '../diary/rows.js';

/** @typedef {import('../../state/outbox.js').Unsent} Unsent */

const ACT = /** @type {Record<string, string>} */ ({ del: 'Deleted.', restore: 'Brought back.', erase: 'Erased for good.', resolve: 'Chosen between two versions.' });
const PART = new Set(['tz']);

/** "Pain 6, right hip" @param {Unsent} one */
export const titleOfUnsent = ({ rec }) => sentenceOf(rec);

/**
 * What was done and not sent, a sentence each.
 * @param {Unsent} one
 * @returns {string[]}
 */
export function unsentSentences({ rec, ops }) {
  /** @type {Map<string, string>} */
  const said = new Map();
  for (const { t, set } of ops) {
    if (ACT[t]) said.set(t, ACT[t]);
    for (const [field, value] of Object.entries(set ?? {})) {
      if (!hasWords(rec.kind, field) || PART.has(field)) continue;
      said.set(field, `${fieldName(rec.kind, field)}: ${fieldText(rec.kind, field, value) || 'taken out'}.`);
    }
  }
  return [...said.values()];
}

/** As the person would write it down. @param {Unsent} one @param {string} today */
export function unsentText(one, today) {
  const { on } = one.rec.body;
  const head = [titleOfUnsent(one), typeof on === 'string' && dayName(on, today)].filter(Boolean).join(', ');
  return [head, ...unsentSentences(one)].join('\n');
}

/** Everything, for a file. @param {Unsent} one @param {string} savedAt - instant */
export function unsentFile({ rec, ops, code }, savedAt) {
  const changes = ops.map(({ t, set, made_at, made_tz }) => ({ t, made_at, made_tz, ...(set ? { set } : {}) }));
  return JSON.stringify({ app: 'Limber', saved_at: savedAt, not_taken: code, entry: { id: rec.id, kind: rec.kind, body: rec.body }, changes }, null, 2);
}
