/**
 * What a word tells beyond the scope it travels with: "poor sleep" among the triggers of a pain tells of the night. Such a
 * word goes only where its own scope is granted too. The server's twin is backend/domain/tact.py. Pure.
 */

/** @type {Readonly<Record<string, string>>} */
const TRIGGER_SCOPE = Object.freeze({
  hot_humid: 'daily', whole_body_heat: 'daily', fever: 'daily', infection: 'daily', poor_sleep: 'daily', fall: 'daily', relapse_signs: 'daily', stress: 'daily',
  anxious: 'mood', low_mood: 'mood', alone: 'mood',
  injection_0_24: 'medicines', injection_24_48: 'medicines', new_medicine: 'medicines', missed_medicine: 'medicines',
  full_bladder: 'intimate', constipation: 'intimate', urine_infection: 'intimate',
});

/** A symptom that is a record of its own is opened by this scope alone; among others of a day by both. @type {Readonly<Record<string, string>>} */
export const SYMPTOM_SCOPE = Object.freeze({
  bladder: 'intimate', bowel: 'intimate', constipation: 'intimate', sexual: 'intimate', low_mood: 'mood', anxious: 'mood',
});

/** @param {string} id @param {readonly string[]} read - the granted scopes */
export const mayTellTrigger = (id, read) => !TRIGGER_SCOPE[id] || read.includes(TRIGGER_SCOPE[id]);

/** @param {string | null | undefined} id @param {readonly string[]} read */
export const mayTellSymptom = (id, read) => !SYMPTOM_SCOPE[id ?? ''] || read.includes(SYMPTOM_SCOPE[id ?? '']);

/**
 * A body without the words of its lists that tell more than `read` opens; a list left empty was never there.
 * @param {string} kind @param {Record<string, any>} body @param {readonly string[]} read
 * @returns {Record<string, any>}
 */
export function told(kind, body, read) {
  if (kind === 'symptom') return without(body, 'triggers', (one) => mayTellTrigger(one, read));
  return kind === 'daily' ? without(body, 'symptoms', ({ symptom }) => mayTellSymptom(symptom, read)) : body;
}

/** @param {Record<string, any>} body @param {string} name @param {(one: any) => boolean} may */
function without(body, name, may) {
  if (!Array.isArray(body[name])) return body;
  const { [name]: all, ...rest } = body;
  const left = all.filter(may);
  return left.length > 0 || all.length === 0 ? { ...body, [name]: left } : rest;
}
