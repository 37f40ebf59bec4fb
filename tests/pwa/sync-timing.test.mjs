import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import './fresh-storage.mjs';
import { ModelServer } from './model-server.mjs';

const { close, mustBeOpen, open } = await import('../../pwa/src/state/opened.js');
const { syncFacts, dismissEvicted, syncNow, syncNowAndThen, syncRuns, syncState } = await import('../../pwa/src/state/sync.js');
const { save } = await import('../../pwa/src/data/records.js');
const { caughtUp } = await import('../../pwa/src/state/opened.js');

const ACCOUNT = { id: 'anna' };
let server;
let asked;
/** What the network does: 'fine', or a status. */
let network;
let diaries = 0;

globalThis.fetch = async (address, { body }) => {
  asked += 1;
  if (network === 'none') throw new TypeError('no network');
  const text = typeof body === 'string' ? body : await new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const path = address.endsWith('push') ? 'push' : 'pull';
  const headers = { 'content-type': 'application/json', ...(network === 429 ? { 'retry-after': '120' } : {}) };
  if (network !== 'fine') return new Response(JSON.stringify({ error: { code: 'busy' } }), { status: network, headers });
  return new Response(JSON.stringify(server[path](JSON.parse(text), 'one session')), { headers });
};

beforeEach(async () => {
  mock.restoreAll();
  server = new ModelServer();
  const space = `space-${(diaries += 1)}`;
  server.addSpace(space, 'anna');
  [asked, network] = [0, 'fine'];
  close();
  await open(space);
  syncRuns({ space, mode: 'account', account: ACCOUNT });
});

async function log(set) {
  const { db, space } = mustBeOpen();
  await save(db, { space, id: crypto.randomUUID(), kind: 'symptom', t: 'put', set });
  await caughtUp();
}

test('F13 a server that asks to be left alone is not asked again by a tap, an entry or a newly opened diary', async () => {
  network = 429;
  await log({ severity_nrs: 1 });
  await syncNow();
  network = 'fine';
  for (let i = 0; i < 3; i += 1) await syncNow();
  assert.equal(asked, 1);
  assert.equal(syncState.value.text, 'Could not send: the server is busy. It is safe here.');
  const { space } = mustBeOpen();
  close();
  await open(space);
  syncRuns({ space, mode: 'account', account: ACCOUNT });
  await syncNow();
  assert.equal(asked, 1);
  const { now } = Date;
  mock.method(Date, 'now', () => now() + 121_000);
  const RealDate = Date;
  globalThis.Date = class extends RealDate { constructor(...args) { super(...(args.length > 0 ? args : [RealDate.now()])); } };
  await syncNow();
  globalThis.Date = RealDate;
  assert.equal(syncState.value.name, 'sent');
});

test('the look now and then leaves a growing pause alone, and a tap does not', async () => {
  network = 'none';
  await log({ severity_nrs: 1 });
  await syncNow();
  await syncNowAndThen();
  assert.equal(asked, 1);
  network = 'fine';
  await syncNow();
  assert.equal(syncState.value.name, 'sent');
  const before = asked;
  await syncNowAndThen();
  assert.equal(asked, before + 1);
});

test('F49 that a phone had been emptied is said until it was read, beside whatever the line says', async () => {
  await syncNow();
  const { space } = mustBeOpen();
  close();
  await emptied(space);
  await open(space);
  syncRuns({ space, mode: 'account', account: ACCOUNT });
  await syncNow();
  assert.equal(syncFacts.value.evicted.last_received_at, '2026-11-20T08:00:00.000Z');
  assert.equal(syncState.value.name, 'sent');
  await dismissEvicted();
  assert.equal(syncFacts.value.evicted, null);
});

/** The browser empties the storage of the app. */
const emptied = (space) => new Promise((resolve) => { indexedDB.deleteDatabase(`limber-${space}`).onsuccess = resolve; });

test('F40 a clock that is ten minutes off is a fact for the screens, one that is less is not', async () => {
  for (const [minutes, wanted] of [[9, false], [-11, true], [0, false]]) {
    server.frame = { server_time: new Date(Date.now() + minutes * 60_000).toISOString() };
    await syncNow();
    assert.equal(syncFacts.value.skewMs !== null, wanted, `${minutes} minutes`);
  }
});
