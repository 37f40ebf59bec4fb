/**
 * PouchDB against PouchDB Server, and the same server spoken to with plain HTTP and no store at the client.
 *
 * `pouch` has its client's work and store (in memory) in every figure. PouchDB Server keeps LevelDB, which does
 * not wait for the disk on a write; there is no account, no session and no validation.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

import { chunks, forked, httpClient, serveWhereAsked } from './http.mjs';

const SELF = fileURLToPath(import.meta.url);
const BATCH = 1000;
const needing = (folder) => createRequire(path.join(folder, 'package.json'));
const asDoc = ({ id, ...rest }) => ({ _id: id, ...rest });
const start = ({ dir, deps }) => forked(SELF, { dir, deps });

async function serve({ dir, deps }) {
  const need = createRequire(needing(deps).resolve('pouchdb-server/package.json'));
  const parts = ['pouchdb-adapter-http', 'pouchdb-replication', 'pouchdb-mapreduce', 'pouchdb-adapter-leveldb'];
  const PouchDB = parts.reduce((pouch, name) => pouch.plugin(need(name)), need('pouchdb-core'));
  process.chdir(dir); // it writes log.txt and config.json where it stands
  fs.mkdirSync(path.join(dir, 'db'), { recursive: true });
  const app = need('express')();
  const inner = need('express-pouchdb')({ configPath: path.join(dir, 'config.json') });
  inner.setPouchDB(PouchDB.defaults({ prefix: path.join(dir, 'db') + path.sep }));
  app.use(inner);
  return app.listen(0, '127.0.0.1');
}

export const pouch = {
  name: 'pouch',
  start,
  async client({ base, dir, role, deps }) {
    const PouchDB = needing(deps)('pouchdb');
    PouchDB.plugin(needing(deps)('pouchdb-adapter-memory'));
    const db = new PouchDB(path.join(dir, `client-${role}`), { adapter: 'memory' });
    const remote = new PouchDB(`${base}/diary`);
    const revs = new Map();
    return {
      async put(entries) {
        for (const part of chunks(entries, BATCH)) {
          const docs = part.map((entry) => ({ ...asDoc(entry), ...(revs.has(entry.id) && { _rev: revs.get(entry.id) }) }));
          for (const done of await db.bulkDocs(docs)) {
            if (done.error) throw done;
            revs.set(done.id, done.rev);
          }
        }
      },
      push: () => db.replicate.to(remote),
      pull: async () => (await db.replicate.from(remote)).docs_written,
      async one(entry) {
        await db.put(asDoc(entry));
        await db.replicate.to(remote);
      },
      oneLive: (entries) => live(db, remote, entries),
      close: () => db.destroy(),
    };
  },
};

/** One entry at a time over a replication that stays open: PouchDB at its quickest. Milliseconds each. */
async function live(db, remote, entries) {
  const replication = db.replicate.to(remote, { live: true });
  await new Promise((done) => { replication.once('paused', done); });
  const waits = [];
  for (const entry of entries) {
    const began = performance.now();
    const sent = new Promise((done) => {
      replication.on('change', function seen({ docs }) {
        if (!docs.some(({ _id }) => _id === entry.id)) return;
        replication.removeListener('change', seen);
        done();
      });
    });
    await db.put(asDoc(entry));
    await sent;
    waits.push(performance.now() - began);
  }
  replication.cancel();
  return waits;
}

export const pouchRaw = {
  name: 'pouch-raw',
  start,
  async client({ base }) {
    const http = httpClient(base);
    const revs = new Map();
    let unsent = [];
    let since = 0;
    await http.send('PUT', '/diary').catch(() => {}); // the other client may have made it
    return {
      async put(entries) { unsent.push(...entries); },
      async push() {
        for (const part of chunks(unsent, BATCH)) {
          const docs = part.map((entry) => ({ ...asDoc(entry), ...(revs.has(entry.id) && { _rev: revs.get(entry.id) }) }));
          for (const done of await http.json('POST', '/diary/_bulk_docs', { docs })) {
            if (done.error) throw new Error(done.error);
            revs.set(done.id, done.rev);
          }
        }
        unsent = [];
      },
      async pull() {
        for (let count = 0; ;) {
          const page = await http.json('GET', `/diary/_changes?include_docs=true&limit=${BATCH}&since=${since}`);
          count += page.results.length;
          since = page.last_seq;
          if (page.results.length < BATCH) return count;
        }
      },
      one: (entry) => http.json('PUT', `/diary/${entry.id}`, asDoc(entry)),
      async close() { http.close(); },
    };
  },
};

if (process.argv[1] === SELF) await serveWhereAsked(serve);
