/**
 * The app's own storage and sync core as a process of its own: it reads one command a line and answers each with one.
 * Words: port to call, cookie, account, space, and the port the server believes it is called at.
 */
import '../pwa/fresh-storage.mjs';
import { createInterface } from 'node:readline';

const [port, cookie, account, space, origin] = process.argv.slice(2);
const plain = globalThis.fetch;
globalThis.fetch = (path, { headers, credentials: _c, cache: _n, ...options }) => plain(`http://127.0.0.1:${port}${path}`, {
  ...options, headers: { ...headers, cookie, origin: `http://127.0.0.1:${origin}`, connection: 'close' },
});

const { call } = await import('../../pwa/src/data/api.js');
const { diaryDatabase } = await import('../../pwa/src/data/database.js');
const { syncStore } = await import('../../pwa/src/data/store.js');
const { save, shownRecord } = await import('../../pwa/src/data/records.js');
const { newRecordId } = await import('../../pwa/src/data/chance.js');
const { KINDS } = await import('../../pwa/src/domain/kinds.js');
const { nowParts } = await import('../../pwa/src/domain/time.js');
const { sharedId } = await import('../../pwa/src/domain/ids.js');
const { chance, draw } = await import('../pwa/random-body.mjs');
const { createSync } = await import('../../pwa/src/sync/exchange.js');

const db = diaryDatabase('phone');
/** Thrown away as they arrive, as by an app that is killed before it has kept them. */
let deaf = false;
/** One page a request, so that reading takes several. */
let limit;
/** Every request since it was last asked for. */
const sent = [];

const heard = (path) => async (body) => {
  sent.push({ path, body });
  const answer = await call('POST', path, limit && path.endsWith('pull') ? { ...body, limit } : body);
  if (deaf) throw Object.assign(new Error('killed'), { code: 'offline' });
  return answer;
};

/** A newly started app knows only what is stored. */
function begin() {
  return createSync({
    store: syncStore(db), transport: { push: heard('sync/push'), pull: heard('sync/pull') }, clock: () => new Date(),
    random: Math.random, who: { account, space }, kinds: KINDS,
  });
}

const acts = {
  async log({ set, id = newRecordId(), kind = 'symptom' }) {
    await save(db, { space, id, kind, t: 'put', set: { ...nowParts(), ...set } });
    return id;
  },
  async save(edit) {
    await save(db, { space, kind: null, ...edit });
  },
  /** Some of each kind a phone may begin by itself, by the table of their fields. */
  async log_every_kind() {
    const { body } = draw(chance(20261121));
    const ids = {};
    for (const kind of [...KINDS].filter((one) => one !== 'share').sort()) {
      for (let i = 0; i < 4; i += 1) {
        const set = body(kind);
        ids[kind] = sharedId(space, kind, set) ?? newRecordId();
        await save(db, { space, id: ids[kind], kind, t: 'put', set });
      }
    }
    return ids;
  },
  sent: async () => sent.splice(0),
  async sync({ dies = false, pages }) {
    [deaf, limit] = [dies, pages];
    return begin().run();
  },
  async screen() {
    const rows = await db.rec.toArray();
    const ops = await db.ops.toArray();
    const ids = new Set([...rows, ...ops].map(({ id }) => id));
    const recs = await Promise.all([...ids].map((id) => shownRecord(db, space, id)));
    return { recs: Object.fromEntries(recs.map((rec) => [rec.id, rec.body])), waiting: ops.map(({ state }) => state), rows: rows.length };
  },
  /** What lies on the phone is gone, as for one that signs in anew. */
  async forget() {
    await db.delete();
    await db.open();
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { act, ...more } = JSON.parse(line);
  const answer = await acts[act](more).catch((error) => ({ thrown: String(error?.stack ?? error) }));
  process.stdout.write(`${JSON.stringify(answer ?? null)}\n`);
}
