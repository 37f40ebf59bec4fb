/** What a refused request means, and what is done about it. Nothing is ever dropped here. */
import { obeyed } from './backoff.js';
import { hold, later, OPS_MOST } from './push.js';

/**
 * @typedef {import('./types.js').Outcome} Outcome
 * @typedef {import('./types.js').OutboxOp} OutboxOp
 * @typedef {import('./exchange.js').Run} Run
 */

/** @type {Record<number, string>} */
const BY_STATUS = { 401: 'signed_out', 426: 'update_needed', 429: 'busy', 503: 'busy' };
const BY_CODE = ['offline', 'account_mismatch', 'device_removed'];
/** The same request would be refused again, so that it is parted at once. */
const UNREADABLE = [400, 422];
const TOO_LARGE = 413;
const FAILURES_BEFORE_PARTING = 3;
/** So many single ops are found at fault before the fault is sought in the server. */
const LONE_MOST = 3;

/**
 * @param {Run} here
 * @param {OutboxOp[]} batch - that was in the request
 * @param {any} error
 * @param {() => Promise<boolean>} onlyRead - a request without any op
 * @returns {Promise<Outcome | 'again' | 'put_off'>} put_off: go on, but not all is well
 */
export async function learn(here, batch, error, onlyRead) {
  const { store, clock, pace } = here;
  const { code, status = 0, retryAfterMs = null } = error ?? {};
  const stop = async (/** @type {string} */ trouble) => {
    if (retryAfterMs !== null) await store.remember('not_before', clock().getTime() + obeyed(retryAfterMs));
    return { ok: false, trouble, retryAfterMs };
  };
  if (BY_CODE.includes(code)) return stop(code);
  if (code === 'device_of_other_account' && !pace.newDevice) {
    pace.newDevice = true;
    await store.newDevice();
    return 'again';
  }
  if (BY_STATUS[status]) return stop(BY_STATUS[status]);
  if (!status) throw error;
  if (batch.length === 0) return stop('server');
  const certain = status === TOO_LARGE || UNREADABLE.includes(status);
  if (!certain && pace.most > 1 && (pace.failures += 1) < FAILURES_BEFORE_PARTING) return stop('server');
  if (batch.length > 1) {
    pace.most = Math.floor(batch.length / 2);
    if (status === TOO_LARGE) pace.cap = pace.most;
    return 'again';
  }
  return aside(here, batch[0], status, onlyRead);
}

/**
 * A single op the server breaks on is set aside, when the server is well without it.
 * @param {Run} here @param {OutboxOp} op @param {number} status @param {() => Promise<boolean>} onlyRead
 * @returns {Promise<Outcome | 'again' | 'put_off'>}
 */
async function aside(here, op, status, onlyRead) {
  const { store, clock, random, pace, queue } = here;
  try {
    await onlyRead();
  } catch (error) {
    return /** @type {Promise<Outcome>} */ (learn(here, [], error, onlyRead));
  }
  pace.lone += 1;
  pace.most = 1;
  if (status === TOO_LARGE) pace.cap = OPS_MOST;
  const unfit = status === TOO_LARGE ? 'too_large' : UNREADABLE.includes(status) ? 'malformed' : null;
  const code = pace.lone <= LONE_MOST ? unfit : null;
  await store.atomically(async () => {
    const [there] = await store.still([op]);
    // Another page may have been luckier with it, and the person may have let go of it.
    if (there?.state !== 'queued') return;
    await store.putOps([code ? { ...there, state: 'blocked', code } : later(there, 'server', { now: clock().getTime(), random })]);
  });
  hold(queue, op);
  if (pace.lone % LONE_MOST === 0) return { ok: false, trouble: 'server', retryAfterMs: null };
  return code ? 'again' : 'put_off';
}
