/** The strip of one day: everything optional, one record per date. Pure. */

/**
 * @typedef {'usual' | 'worse' | 'new'} Change
 * @typedef {{symptom: string, change: Change}} Changed - symptom: an id of the vocabulary or of the person's own words
 *
 * @typedef {object} Daily
 * @property {string} on - the person's own date
 * @property {number | null} [sleep_hours] - 0 to 16 in halves
 * @property {'good' | 'so_so' | 'poor' | null} [sleep_quality]
 * @property {'usual' | 'low' | 'very_low' | null} [energy]
 * @property {number | null} [fatigue_nrs]
 * @property {number | null} [stiffness_nrs]
 * @property {number | null} [stress_nrs]
 * @property {'0' | '1_2' | '3_5' | '6_plus' | 'most_of_day' | null} [spasms]
 * @property {Changed[] | null} [symptoms] - all but those of `intimate` and of the mind
 * @property {Changed[] | null} [intimate] - bladder, bowel and sexual ones, which have a scope of their own
 * @property {'no' | 'a_bit' | 'yes' | null} [heat]
 * @property {{state: 'no' | 'maybe' | 'yes', type?: string | null} | null} [infection]
 * @property {number | null} [sitting_minutes] - the longest spell; 120 means 2 hours or more
 * @property {number | null} [standing_minutes] - the same, standing
 * @property {number | null} [wheelchair_hours]
 * @property {{easy?: number | null, moderate?: number | null} | null} [active_minutes]
 * @property {{count?: number | null, near?: number | null, injured?: boolean | null} | null} [falls]
 * @property {boolean | null} [private]
 * @property {string | null} [note]
 */

export const ENERGY = /** @type {const} */ (['usual', 'low', 'very_low']);

const ENERGY_WORDS = /** @type {Record<string, string>} */ ({ usual: 'usual', low: 'low', very_low: 'very low' });

/**
 * "Energy: very low", or empty when it was not said.
 * @param {Record<string, any>} body
 */
export function energySentence(body) {
  const word = ENERGY_WORDS[body.energy];
  return word ? `Energy: ${word}` : '';
}

/** Shared only by a scope of their own. */
export const INTIMATE = Object.freeze(['bladder', 'bowel', 'constipation', 'sexual']);

/** These belong to the record of mood, so that its scope covers them. Pain has entries of its own. */
export const ELSEWHERE = Object.freeze(['low_mood', 'anxious', 'pain']);

/** The rows of the strip in their first order, with the fields each of them fills. @type {Readonly<Record<string, readonly string[]>>} */
export const ROWS = Object.freeze({
  symptoms: ['symptoms', 'intimate'],
  sleep: ['sleep_hours', 'sleep_quality'],
  heat: ['heat'],
  mood: [],
  stress: ['stress_nrs'],
  fatigue: ['fatigue_nrs'],
  energy: ['energy'],
  stiffness: ['stiffness_nrs'],
  spasms: ['spasms'],
  infection: ['infection'],
  sitting: ['sitting_minutes'],
  falls: ['falls'],
  standing: ['standing_minutes'],
  active: ['active_minutes'],
  wheels: ['wheelchair_hours'],
  note: ['note'],
});

const WHEELS = ['wheelchair', 'power_chair', 'scooter'];
const LIST_MOST = 40;

/** The field a symptom's change is kept in. @param {string} symptom */
export const fieldOf = (symptom) => (INTIMATE.includes(symptom) ? 'intimate' : 'symptoms');

/**
 * How a symptom was said to be, or null.
 * @param {Record<string, any> | null | undefined} body
 * @param {string} symptom
 * @returns {Change | null}
 */
export function changeOf(body, symptom) {
  const found = (body?.[fieldOf(symptom)] ?? []).find((/** @type {Changed} */ one) => one.symptom === symptom);
  return found?.change ?? null;
}

/**
 * What to store when a change is tapped: it takes the place of another one, and the same one again is taken back.
 * @param {Record<string, any> | null | undefined} body
 * @param {string} symptom
 * @param {Change} change
 * @returns {Record<string, Changed[] | null>} one field, whole
 */
export function withChange(body, symptom, change) {
  const field = fieldOf(symptom);
  const others = (body?.[field] ?? []).filter((/** @type {Changed} */ one) => one.symptom !== symptom);
  const next = changeOf(body, symptom) === change ? others : [...others, { symptom, change }];
  return { [field]: next.length > 0 ? next : null };
}

/**
 * The symptoms a person has logged as theirs before, those named on most days first.
 * @param {ReadonlyArray<Record<string, any>>} dailies - bodies of daily records
 * @param {ReadonlyArray<Record<string, any>>} entries - bodies of symptom records
 * @returns {string[]} ids, none of them of the mind, none of them pain
 */
export function ownSymptoms(dailies, entries) {
  const named = [
    ...dailies.flatMap(({ symptoms, intimate }) => [...(symptoms ?? []), ...(intimate ?? [])].map(({ symptom }) => symptom)),
    ...entries.flatMap(({ symptom }) => symptom ?? []),
  ].filter((symptom) => !ELSEWHERE.includes(symptom));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const symptom of named) counts.set(symptom, (counts.get(symptom) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([symptom]) => symptom);
}

/**
 * What "All as usual" stores: energy and each symptom that is theirs, as far as nothing was said of it on this day. No number.
 * @param {Record<string, any> | null | undefined} body - what is said of the day so far
 * @param {ReadonlyArray<string>} own - ids, see ownSymptoms
 * @returns {Record<string, any>} fields to set; empty when there is nothing left to say
 */
export function allAsUsual(body, own) {
  /** @type {Record<string, any>} */
  const set = body?.energy ? {} : { energy: 'usual' };
  for (const symptom of own.filter((one) => !changeOf(body, one)).slice(0, LIST_MOST)) {
    const field = fieldOf(symptom);
    const so = set[field] ?? body?.[field] ?? [];
    if (so.length < LIST_MOST) set[field] = [...so, { symptom, change: 'usual' }];
  }
  return set;
}

/** Whether a row's fields say something. @param {Record<string, any> | null | undefined} body @param {string} row */
export const rowSaid = (body, row) => ROWS[row].some((field) => said(body?.[field]));

/** Whether anything of the strip was said, leaving out the rows named. @param {Record<string, any> | null | undefined} body @param {readonly string[]} [but] */
export const anythingSaid = (body, but = []) => Object.keys(ROWS).some((row) => !but.includes(row) && rowSaid(body, row));

/**
 * Every row, those first that were used on most days; of others the first order holds. Energy has a card of its own on
 * Today and so does not count; hours in a wheelchair stand high only for who uses one; the note is last.
 * @param {{dailies: ReadonlyArray<Record<string, any>>, moods?: number, wheels?: boolean}} used - bodies of other days; days with a mood
 * @returns {string[]}
 */
export function rowOrder({ dailies, moods = 0, wheels = false }) {
  const days = (/** @type {string} */ row) => {
    if (row === 'note') return -1;
    if (row === 'mood') return moods;
    return row === 'energy' ? 0 : dailies.filter((body) => rowSaid(body, row)).length;
  };
  const first = Object.keys(ROWS).filter((row) => row !== 'wheels');
  first.splice(wheels ? 2 : first.length - 1, 0, 'wheels');
  return first.map((row, at) => ({ row, at, days: days(row) })).sort((a, b) => b.days - a.days || a.at - b.at).map(({ row }) => row);
}

/**
 * Whether hours in a wheelchair are worth asking near the top.
 * @param {Record<string, any> | null | undefined} profile - body of the profile
 * @param {ReadonlyArray<Record<string, any>>} dailies
 */
export function usesWheels(profile, dailies) {
  return ['wheelchair', 'bed'].includes(profile?.mobility)
    || (profile?.aids ?? []).some((/** @type {{aid: string}} */ { aid }) => WHEELS.includes(aid))
    || dailies.some(({ wheelchair_hours }) => said(wheelchair_hours));
}

/** @param {any} value */
function said(value) {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.values(value).some(said);
}
