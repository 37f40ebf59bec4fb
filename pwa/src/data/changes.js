/** Tells every open page of this app that something was stored, so that they read it again. */

/**
 * @typedef {{space: string, ids: string[] | null, older?: true, rec?: import('../domain/overlay.js').Rec}} Change - ids null: anything
 *   may have changed; older: there are more records now that lie far back; rec: what is shown of the one record now, which this
 *   page need not read back
 */

/** @type {Set<(change: Change) => void>} */
const listeners = new Set();
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('limber-changes') : null;

if (channel) {
  channel.onmessage = ({ data }) => listeners.forEach((listener) => listener(data));
  // In Node an open channel would keep a finished test alive.
  /** @type {any} */ (channel).unref?.();
}

/** @param {Change} change */
export function announceChange(change) {
  listeners.forEach((listener) => listener(change));
  const { rec, ...told } = change;
  channel?.postMessage(told);
}

/**
 * @param {(change: Change) => void} listener
 * @returns {() => void} stops listening
 */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
