/** The one line that says where the entries are. Only true words. Pure. */

/**
 * @typedef {object} SyncState
 * @property {'local' | 'waiting' | 'sending' | 'sent' | 'could_not'} name
 * @property {number} waiting - entries with something not sent
 * @property {string | null} at - when all was last sent
 * @property {string | null} reason - a code
 * @property {string} text
 * @property {boolean} urgent - the person has to do something
 */

/**
 * @typedef {object} Facts
 * @property {boolean} account - false: there is nobody to send to
 * @property {number} waiting
 * @property {number} blocked - of those, refused by the server
 * @property {boolean} busy - a request is on its way
 * @property {string | null} trouble - why the last try came to nothing
 * @property {string | null} sentAt - instant at which all was last sent
 */

const TROUBLE = /** @type {Record<string, string>} */ ({
  offline: 'no connection',
  signed_out: 'you are signed out',
  device_removed: 'this phone was removed from the account',
  account_mismatch: 'another account is signed in here',
  update_needed: 'Limber needs an update first',
  phone_full: 'this phone is full',
  server: 'the server has a problem',
  busy: 'the server is busy',
});

const URGENT = new Set(['signed_out', 'device_removed', 'account_mismatch', 'update_needed', 'attention', 'phone_full']);

/** @param {Facts} facts @param {(at: string) => string} clock - "09:41" @returns {SyncState} */
export function syncWords({ account, waiting, blocked, busy, trouble, sentAt }, clock) {
  const rest = { waiting, at: sentAt, reason: null, urgent: false };
  if (!account) return { ...rest, name: 'local', text: 'On this phone only' };
  const reason = trouble && URGENT.has(trouble) ? trouble : blocked > 0 ? 'attention' : waiting > 0 ? trouble : null;
  if (busy && waiting > blocked) return { ...rest, name: 'sending', text: 'Sending' };
  if (reason) {
    const text = `Could not send: ${said(reason, blocked)}.${safe(waiting, reason)}`;
    return { ...rest, name: 'could_not', reason, text, urgent: URGENT.has(reason) };
  }
  if (waiting === 0 && sentAt) return { ...rest, name: 'sent', text: `All sent at ${clock(sentAt)}` };
  if (waiting === 0 && trouble && !busy) {
    return { ...rest, name: 'could_not', reason: trouble, text: `Could not send: ${said(trouble, 0)}. Nothing is waiting.` };
  }
  // Nothing waits and nothing was heard yet: the first exchange is at work, or just about to be.
  if (waiting === 0) return { ...rest, name: 'sending', text: 'Sending' };
  return { ...rest, name: 'waiting', text: `On this phone (${waiting} waiting)` };
}

/** @param {string} reason @param {number} blocked */
function said(reason, blocked) {
  if (reason !== 'attention') return TROUBLE[reason] ?? TROUBLE.server;
  return blocked === 1 ? '1 entry needs your attention' : `${blocked} entries need your attention`;
}

/** @param {number} waiting @param {string} reason */
function safe(waiting, reason) {
  const all = waiting === 1 ? '1 entry' : `${waiting} entries`;
  if (reason === 'signed_out') return waiting > 0 ? ` Sign in to send ${all}.` : ' Sign in to go on.';
  if (waiting === 0) return '';
  return waiting === 1 ? ' It is safe here.' : ` All ${waiting} are safe here.`;
}
