/** The sync engine of one diary with its storage and its transport: read when there is somebody to sync with. */
import { call } from '../data/api.js';
import { endAgain } from '../data/ended.js';
import { giveLease, takeLease } from '../data/lease.js';
import { tidySent } from '../data/sent.js';
import { syncStore } from '../data/store.js';
import { KINDS } from '../domain/kinds.js';
import { createSync } from '../sync/exchange.js';

/** Well before it ends. */
const RENEW_MS = 2_000;

export { endAgain, giveLease, takeLease, tidySent };

/**
 * @param {import('../data/database.js').Diary} db
 * @param {{account: string, space: string}} who
 */
export function engineOf(db, who) {
  let renewed = 0;
  // A long exchange outlasts the lease, so that its requests renew it.
  const ask = async (/** @type {string} */ path, /** @type {object} */ body) => {
    const now = Date.now();
    if (Math.abs(now - renewed) > RENEW_MS) {
      renewed = now;
      await takeLease(db, now);
    }
    return call('POST', path, body);
  };
  return createSync({
    store: syncStore(db), clock: () => new Date(), random: Math.random, kinds: KINDS, who,
    transport: { push: (body) => ask('sync/push', body), pull: (body) => ask('sync/pull', body) },
  });
}
