/** The record kinds this build knows. Others are kept as they came until a build knows them. Pure. */
export const KINDS = Object.freeze(new Set([
  'symptom', 'daily', 'mood', 'story', 'medicine', 'dose', 'event', 'profile', 'plan', 'plan_item', 'session',
  'appointment', 'safety', 'observation', 'care_card', 'contact', 'allergy', 'request', 'custom', 'preference', 'share',
]));
