/** What a share may grant, in plain words. The ids travel; the words are shown. Pure. */

/** @type {Readonly<Record<string, string>>} */
export const SCOPES = Object.freeze({
  symptoms: 'Pain and symptoms',
  daily: 'Day by day: sleep, energy, heat, falls',
  mood: 'Mood',
  medicines: 'Medicines: kind, taken or not',
  medicine_names: 'Names and doses of medicines',
  exercise: 'Plans and sessions',
  profile: 'About me: mobility, aids, goals',
  appointments: 'Visits',
  observations: 'What helpers noticed',
  safety: 'Safety messages',
  contacts: 'Phone numbers, allergies and what helps',
  notes: 'Notes in my own words',
  intimate: 'Bladder, bowel and sexual symptoms',
  requests: 'My one-tap requests for help',
});

/** What a new share reads unless the person changes it. */
export const READ_AT_FIRST = Object.freeze(['symptoms', 'exercise', 'requests']);

/** Kinds a caregiver may add to, where that was granted. */
export const WRITABLE = Object.freeze(['symptoms', 'medicines', 'exercise', 'daily', 'observations']);

/** @param {string} scope */
export function scopeLabel(scope) {
  return SCOPES[scope] ?? scope;
}
