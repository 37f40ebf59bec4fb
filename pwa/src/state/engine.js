/** The sync engine of one diary with its storage and its transport: read when there is somebody to sync with. */
import { call } from '../data/api.js';
import { giveLease, syncStore, takeLease, tidySent } from '../data/store.js';
import { KINDS } from '../domain/kinds.js';
import { createSync } from '../sync/exchange.js';

export { giveLease, takeLease, tidySent };

/**
 * @param {import('../data/database.js').Diary} db
 * @param {{account: string, space: string}} who
 */
export const engineOf = (db, who) => createSync({
  store: syncStore(db), clock: () => new Date(), random: Math.random, kinds: KINDS, who,
  transport: { push: (body) => call('POST', 'sync/push', body), pull: (body) => call('POST', 'sync/pull', body) },
});
