/** What has not been sent, as text to copy and as a file. */
import { clockTime, dayName } from '../../ui/dates.js';
import { fieldName, fieldText, hasWords } from '../diary/field-words.js';
import { sentenceOf } from '../diary/rows.js';

/** @typedef {import('../../state/outbox.js').Unsent} Unsent */

const ACT = /** @type {Record<string, string>} */ ({ del: 'Deleted.', restore: 'Brought back.', erase: 'Erased for good.', resolve: 'Chosen between two versions.' });
/** Said by the title and the day, where all of an entry is new. */
export const IN_TITLE = Object.freeze(new Set(['at', 'on', 'tz', 'symptom', 'severity_nrs', 'regions', 'generalised', 'medicine_id']));

/** "Pain 6, right hip" @param {Unsent} one */
export const titleOfUnsent = ({ rec }) => sentenceOf(rec);

/**
 * What was done and not sent, a sentence each.
 * @param {Unsent} one
 * @returns {string[]}
 */
export function unsentSentences({ rec, ops }) {
  const fresh = isNew(ops);
  /** @type {Map<string, string>} */
  const said = new Map();
  for (const { t, set } of ops) {
    if (ACT[t]) said.set(t, ACT[t]);
    for (const [field, value] of Object.entries(set ?? {})) {
      if (!hasWords(rec.kind, field) || (fresh && IN_TITLE.has(field))) continue;
      const text = fieldText(rec.kind, field, value);
      if (text) said.set(field, `${fieldName(rec.kind, field)}: ${text}.`);
      else if (fresh) said.delete(field);
      else said.set(field, `${fieldName(rec.kind, field)}: taken out.`);
    }
  }
  return [...said.values()];
}

/** Whether the entry itself has not been sent, and not only a change of it. @param {Unsent['ops']} ops */
const isNew = ([first]) => first?.t === 'put' && Object.values(first.was ?? {}).every((seen) => seen === null);

/** "Today, 09:41" @param {Unsent} one @param {string} today */
export function whenOfUnsent({ rec: { body } }, today) {
  return [typeof body.on === 'string' && dayName(body.on, today), clockTime(body.at)].filter(Boolean).join(', ');
}

/** As the person would write it down. @param {Unsent} one @param {string} today */
export function unsentText(one, today) {
  const head = [titleOfUnsent(one), whenOfUnsent(one, today)].filter(Boolean).join(', ');
  return [head, ...unsentSentences(one)].join('\n');
}

/** Everything, for a file. @param {Unsent} one @param {string} savedAt - instant */
export function unsentFile({ rec, ops, code }, savedAt) {
  const changes = ops.map(({ t, set, made_at, made_tz }) => ({ t, made_at, made_tz, ...(set ? { set } : {}) }));
  return JSON.stringify({ app: 'Limber', saved_at: savedAt, not_taken: code, entry: { id: rec.id, kind: rec.kind, body: rec.body }, changes }, null, 2);
}
