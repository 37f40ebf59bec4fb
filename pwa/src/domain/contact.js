/** Somebody to call, and what the person cannot take. Absent and null mean "not said". Pure. */

/**
 * @typedef {object} Contact
 * @property {string | null} [who] - up to 80 characters
 * @property {'ms_team' | 'doctor' | 'emergency' | 'pharmacy' | 'caregiver' | 'other' | null} [role]
 * @property {string | null} [number] - as it is dialled
 * @property {string | null} [hours] - up to 80 characters
 * @property {boolean | null} [private]
 * @property {string | null} [note]
 */

/** In the order in which they are shown. */
export const ROLES = Object.freeze([
  { id: 'ms_team', label: 'MS team' },
  { id: 'doctor', label: 'Doctor' },
  { id: 'emergency', label: 'In an emergency' },
  { id: 'caregiver', label: 'Somebody who helps me' },
  { id: 'pharmacy', label: 'Pharmacy' },
  { id: 'other', label: 'Somebody else' },
]);

export const NAME_MOST = 80;
export const REACTION_MOST = 200;

/**
 * Contacts by role, then by name.
 * @template {{body: Record<string, any>}} T
 * @param {ReadonlyArray<T>} contacts
 * @returns {T[]}
 */
export function inOrder(contacts) {
  const place = (/** @type {T} */ { body }) => {
    const at = ROLES.findIndex(({ id }) => id === body.role);
    return at < 0 ? ROLES.length : at;
  };
  return [...contacts].sort((a, b) => place(a) - place(b) || (a.body.who ?? '').localeCompare(b.body.who ?? ''));
}

/** @param {Record<string, any>} body @returns {string} "Dr Meier", else "Doctor" */
export function contactTitle(body) {
  return body.who || roleLabel(body.role) || 'A number';
}

/** @param {string | null | undefined} role */
export const roleLabel = (role) => ROLES.find(({ id }) => id === role)?.label ?? '';

/** @typedef {{relief?: string | null, text?: string | null}} Help - one way to help: a vocabulary id or own words */

export const HELP_MOST = 40;
