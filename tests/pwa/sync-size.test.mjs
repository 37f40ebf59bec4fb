import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';

const CORE = new URL('../../pwa/src/sync/', import.meta.url);

test('the sync core weighs at most 12 kB: the sum of its files as they are served, each packed by itself', () => {
  // types.js holds shapes only, and no module reads it.
  const files = readdirSync(CORE).filter((name) => name !== 'types.js');
  const weight = files.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, CORE)), { level: 9 }).length, 0);
  assert.ok(files.length > 5 && weight <= 12_000, `${weight} bytes in ${files.length} files`);
  for (const name of files) {
    const text = readFileSync(new URL(name, CORE), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    const reads = [...text.matchAll(/from '(.*?)'/g)].map(([, from]) => from);
    assert.ok(reads.every((from) => files.includes(from.slice(2))), `${name} reads only the core`);
    assert.doesNotMatch(text, /types\.js|indexedDB|fetch\(|Date\.now|new Date\(\)|Math\.random|navigator/, name);
  }
});

/** How many ops and rows the storage hands to the core. */
function counting(store) {
  const read = { ops: 0, most: 0 };
  for (const name of ['opsFrom', 'blocked', 'acked', 'still']) {
    const real = store[name];
    store[name] = async (...args) => {
      const found = await real(...args);
      read.ops += found.length;
      read.most = Math.max(read.most, found.length);
      return found;
    };
  }
  return read;
}

/** An outbox as a diary of years without an account leaves it. */
async function filled(count) {
  const server = new ModelServer();
  server.limit = 1000;
  server.addSpace('own', 'anna');
  const phone = new Phone(server, 'anna', 'own');
  const id = (i) => `0197${String(i).padStart(8, '0')}`;
  await phone.db.ops.bulkAdd(Array.from({ length: count }, (_, i) => ({
    op: `o${i}`, space: 'own', id: id(i), kind: 'symptom', sv: 1, t: 'put', was: { severity_nrs: null }, set: { severity_nrs: i % 11 },
    made_at: '2026-11-21T09:00:00+01:00', made_tz: 'Europe/Berlin', state: 'queued' })));
  return { server, phone };
}

test('F15 a first push of thousands reads each op a few times, however many there are', async () => {
  const perOp = [];
  for (const count of [500, 1500]) {
    const { server, phone } = await filled(count);
    phone.begin();
    const read = counting(phone.store);
    assert.ok((await phone.sync()).ok);
    assert.equal(server.state.spaces.own.head, count);
    assert.deepEqual(await phone.states(), []);
    assert.equal(phone.sent.filter(({ ops }) => ops).length, count / 500);
    perOp.push(read.ops / count);
  }
  assert.ok(perOp.every((times) => times < 5), `${perOp}`);
  assert.ok(perOp[1] < perOp[0] * 1.3, `${perOp}`);
});
