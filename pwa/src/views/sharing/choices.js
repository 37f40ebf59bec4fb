/** The parts of the diary offered for sharing: the few most people want, then the rest, the most private last. */

/** @type {readonly string[]} */
export const FIRST_CHOICES = ['symptoms', 'exercise', 'daily', 'medicines', 'mood'];

/** @type {readonly string[]} */
export const MORE_CHOICES = [
  'medicine_names', 'appointments', 'observations', 'safety', 'contacts', 'profile', 'notes', 'intimate',
];
