/** What to tell somebody when something did not work: what happened and what to do. Pure. */

const REASONS = /** @type {Record<string, string>} */ ({
  offline: 'No connection right now. Nothing is lost. Try again when you are online.',
  wrong_credentials: 'Email and password do not match. Check both and try again.',
  recovery_refused: 'This does not open the account. Check the email and the code. A code or a link works once.',
  wrong_password: 'That password does not match. Try again.',
  email_taken: 'This email already has an account. Sign in with it, or use another email.',
  space_taken: 'This diary already belongs to an account. Sign in with that account.',
  registration_closed: 'This server takes no new accounts. Ask the person who runs it.',
  code_not_usable: 'This code does not work. It may be mistyped, used or too old. Check it, or ask for a new one.',
  wrong_state: 'This has changed in the meantime. Go back and look again.',
  too_many: 'Too many tries. Wait a few minutes, then try again.',
  busy: 'The server is busy. Nothing was changed. Try again in a moment.',
  not_signed_in: 'You are signed out. Sign in, then try again.',
  not_found: 'This is not there any more.',
  update_needed: 'Limber needs an update first. Nothing is lost. Close it and open it again.',
  device_removed: 'This phone was removed from the account. Sign in again to use it.',
  phone_full: 'This phone is full. Nothing was changed. Make some room, then try again.',
  no_answer: 'You are not signed in yet. Sign in again.',
});

const UNKNOWN = 'That did not work. Nothing is lost. Try again in a moment.';

/** @param {unknown} error @returns {string} the code of an error, empty when it has none */
export function codeOf(error) {
  const code = error && typeof error === 'object' && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** @param {unknown} error @returns {string} one or two plain sentences */
export function reasonFor(error) {
  return REASONS[codeOf(error)] ?? UNKNOWN;
}

/**
 * What the server says about single fields.
 * @param {unknown} error
 * @returns {Record<string, string>} first sentence of each field, by the field's name
 */
export function fieldReasons(error) {
  const details = error && typeof error === 'object' && 'details' in error ? error.details : null;
  const all = details && typeof details === 'object' && 'fields' in details ? details.fields : null;
  if (!all || typeof all !== 'object') return {};
  const fields = 'json' in all && all.json && typeof all.json === 'object' ? all.json : all;
  const pairs = Object.entries(fields).map(([name, said]) => [name, Array.isArray(said) ? said[0] : said]);
  return Object.fromEntries(pairs.filter(([, said]) => typeof said === 'string'));
}

/** At least this many characters; the server says so too. */
export const PASSWORD_LEAST = 8;

/**
 * What is still wanting before an account can be made.
 * @param {{display_name: string, email: string, password: string}} account
 * @returns {Record<string, string>} empty when all is there
 */
export function missingIn({ display_name, email, password }) {
  /** @type {Record<string, string>} */
  const missing = {};
  if (!display_name.trim()) missing.display_name = 'Type a name. Any name you like to be called.';
  Object.assign(missing, missingEmail(email));
  if (password.length < PASSWORD_LEAST) missing.password = `Use at least ${PASSWORD_LEAST} letters, numbers or signs.`;
  return missing;
}

/** @param {string} email @returns {Record<string, string>} */
export function missingEmail(email) {
  return /^\S+@\S+$/.test(email.trim()) ? {} : { email: 'Type your whole email address, with the @ in it.' };
}
