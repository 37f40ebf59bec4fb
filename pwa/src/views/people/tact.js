/**
 * What a word tells beyond the scope it travels with: "poor sleep" among the triggers of a pain tells of the night. Such a
 * word is said only where its own scope is granted too. Pure.
 */

/** @type {Readonly<Record<string, string>>} */
const TRIGGER = Object.freeze({
  hot_humid: 'daily', whole_body_heat: 'daily', fever: 'daily', infection: 'daily', poor_sleep: 'daily', fall: 'daily', relapse_signs: 'daily', stress: 'daily',
  anxious: 'mood', low_mood: 'mood', alone: 'mood',
  injection_0_24: 'medicines', injection_24_48: 'medicines', new_medicine: 'medicines', missed_medicine: 'medicines',
  full_bladder: 'intimate', constipation: 'intimate', urine_infection: 'intimate',
});

/** @type {Readonly<Record<string, string>>} */
const SYMPTOM = Object.freeze({
  bladder: 'intimate', bowel: 'intimate', constipation: 'intimate', sexual: 'intimate', low_mood: 'mood', anxious: 'mood',
});

/** @param {string} id @param {readonly string[]} read - the granted scopes */
export const mayTellTrigger = (id, read) => !TRIGGER[id] || read.includes(TRIGGER[id]);

/** @param {string | null | undefined} id @param {readonly string[]} read */
export const mayTellSymptom = (id, read) => !SYMPTOM[id ?? ''] || read.includes(SYMPTOM[id ?? '']);
