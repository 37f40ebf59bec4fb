/** A phone for the tests: the app's own storage and sync core, and a network that can be made to misbehave. */
import './fresh-storage.mjs';

const { diaryDatabase } = await import('../../pwa/src/data/database.js');
const { syncStore } = await import('../../pwa/src/data/store.js');
const { save } = await import('../../pwa/src/data/records.js');
const { newRecordId } = await import('../../pwa/src/data/chance.js');
const { shown } = await import('../../pwa/src/domain/overlay.js');
const { KINDS } = await import('../../pwa/src/domain/kinds.js');
const { rowsIn } = await import('./stored-rows.mjs');
const { createSync } = await import('../../pwa/src/sync/exchange.js');

let phones = 0;

export class Phone {
  constructor(server, account, space, kinds = KINDS, packing = undefined) {
    this.packing = packing;
    this.server = server;
    this.space = space;
    this.sent = [];
    /** Called around a request: may throw before or after the server works, or change the answer. */
    this.fault = { before: () => {}, after: (answer) => answer };
    this.now = Date.UTC(2026, 10, 21, 9);
    this.db = diaryDatabase(`phone-${(phones += 1)}`);
    this.kinds = kinds;
    this.account = account;
    /** Stands for its session: it outlives the storage. */
    this.cookie = `session-${phones}`;
    this.begin();
  }

  /** What a newly started app does: nothing is remembered but what is stored. */
  begin() {
    const send = (name) => async (body) => {
      const wired = JSON.parse(JSON.stringify(body));
      this.sent.push(wired);
      await this.fault.before(name, wired);
      return this.fault.after(JSON.parse(JSON.stringify(this.server[name](wired, this.cookie))), name, wired);
    };
    this.store = syncStore(this.db, this.packing);
    this.core = createSync({
      store: this.store, transport: { push: send('push'), pull: send('pull') }, clock: () => new Date(this.now),
      random: () => 0.5, who: { account: this.account, space: this.space }, kinds: this.kinds,
    });
  }

  sync() {
    return this.core.run();
  }

  async log(set, id = newRecordId()) {
    await save(this.db, { space: this.space, id, kind: 'symptom', t: 'put', set });
    return id;
  }

  act(t, id) {
    return save(this.db, { space: this.space, id, kind: 'symptom', t });
  }

  /** What the screen shows, by id. */
  async screen(space = this.space) {
    const rows = (await rowsIn(this.db)).filter((row) => row.space === space);
    const ops = (await this.db.ops.orderBy('n').toArray()).filter((op) => op.space === space);
    const ids = new Set([...rows, ...ops].map(({ id }) => id));
    const all = [...ids].map((id) => shown(rows.find((row) => row.id === id)?.row, ops.filter((op) => op.id === id)));
    return Object.fromEntries(all.filter((rec) => !rec.deleted).map((rec) => [rec.id, rec.body]));
  }

  states() {
    return this.db.ops.orderBy('n').toArray().then((ops) => ops.map(({ state }) => state));
  }
}

export const cut = () => { throw Object.assign(new Error('cut'), { code: 'offline' }); };
export const refuse = (status, code = `http_${status}`) => { throw Object.assign(new Error(code), { code, status, retryAfterMs: null }); };
export const calm = { before: () => {}, after: (answer) => answer };
