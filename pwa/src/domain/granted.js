/**
 * What of a record a share shows: the phone's own lock behind the server's. What the server should not have sent is not
 * told either. The server's twin reads the same cases. Pure.
 */

import { SYMPTOM_SCOPE, told } from './tact.js';

/** @typedef {import('./overlay.js').Rec} Rec */

/** @type {Readonly<Record<string, string>>} */
const SCOPE_OF = Object.freeze({
  symptom: 'symptoms', story: 'symptoms', custom: 'symptoms', daily: 'daily', event: 'daily', mood: 'mood',
  medicine: 'medicines', dose: 'medicines', profile: 'profile', plan: 'exercise', plan_item: 'exercise', session: 'exercise',
  appointment: 'appointments', safety: 'safety', observation: 'observations', care_card: 'contacts', contact: 'contacts',
  allergy: 'contacts', request: 'requests',
});

const EVENTS_OF_MEDICINES = new Set(['steroid', 'steroid_course', 'infusion']);

/** The one observation that answers a request. */
const COMING = 'coming';

/** Messages that need more than one scope, or that nobody else sees. */
const WITHHELD = new Set(['CHECK', 'SAFE-04', 'SAFE-09', 'SAFE-13', 'SAFE-19', 'SAFE-19b', 'SAFE-20', 'SAFE-20b', 'SAFE-21',
  'SAFE-21b', 'SAFE-22', 'SAFE-23', 'SAFE-24', 'SAFE-24b', 'SAFE-30', 'SAFE-33']);

const NOTES = new Set(['note', 'own_words', 'detail', 'override_note']);
const NEVER = new Set(['private', 'reason', 'why', 'because', 'checks', 'adapted', 'at_server', 'same_as', 'beside',
  'pain_before_nrs', 'pain_after_nrs', 'pain_2h_nrs', 'next_morning_nrs']);

/** @param {string} kind @param {Record<string, any>} body @returns {string | null} the scope that opens it; null: none does */
export function scopeOf(kind, body) {
  if (kind === 'event' && EVENTS_OF_MEDICINES.has(body.type)) return 'medicines';
  if (kind === 'safety' && WITHHELD.has(body.message_id)) return null;
  if (kind === 'observation' && body.type === COMING) return 'requests';
  if (kind === 'symptom') return SYMPTOM_SCOPE[body.symptom ?? ''] ?? 'symptoms';
  return SCOPE_OF[kind] ?? null;
}

/** @param {string} kind @param {string} name @returns {string | null} the further scope a field needs; empty for none; null: never shown */
function fieldScope(kind, name) {
  if (NEVER.has(name)) return null;
  if (NOTES.has(name) || (kind === 'story' && name === 'label')) return 'notes';
  if (kind === 'medicine' && name === 'regimen') return 'medicine_names';
  return kind === 'daily' && name === 'intimate' ? 'intimate' : '';
}

/**
 * The fields of a body that some scopes open, or null where they do not open the record.
 * @param {string} kind
 * @param {Record<string, any>} body
 * @param {readonly string[]} read
 * @returns {Record<string, any> | null}
 */
export function shownOf(kind, body, read) {
  const scope = scopeOf(kind, body);
  if (body.private === true || scope === null || !read.includes(scope)) return null;
  const open = Object.entries(body).filter(([name]) => {
    const needs = fieldScope(kind, name);
    return needs === '' || (needs !== null && read.includes(needs));
  });
  const shown = told(kind, Object.fromEntries(open), read);
  if (kind === 'story' && shown.answers && !read.includes('notes')) shown.answers = withoutText(shown.answers);
  return shown;
}

/** Answers of the Pain Story without what was written in own words. @param {Record<string, any>} answers */
function withoutText(answers) {
  const bare = (/** @type {any} */ given) => (given && typeof given === 'object' && !Array.isArray(given)
    ? Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'text')) : given);
  return Object.fromEntries(Object.entries(answers).map(([question, given]) => [question, bare(given)]));
}

/**
 * What a share shows of records, in their order.
 * @template {{kind: string, body: Record<string, any>, deleted?: boolean}} R
 * @param {readonly R[]} records
 * @param {readonly string[]} read - the granted scopes
 * @returns {R[]}
 */
export function granted(records, read) {
  return records.flatMap((record) => {
    const body = record.deleted ? null : shownOf(record.kind, record.body, read);
    return body ? [{ ...record, body }] : [];
  });
}
