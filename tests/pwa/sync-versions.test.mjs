import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';
import Dexie from '../../pwa/node_modules/dexie/dist/dexie.mjs';

const { causeName, diaryDatabase } = await import('../../pwa/src/data/database.js');
const { save } = await import('../../pwa/src/data/records.js');
const { standingOf } = await import('../../pwa/src/data/standing.js');
const { KINDS } = await import('../../pwa/src/domain/kinds.js');
const opened = await import('../../pwa/src/state/opened.js');

const SPACE = '00000000-0000-4000-8000-000000000001';
const OLD = new Set([...KINDS].filter((kind) => kind !== 'mood'));
let server;
let phone;

beforeEach(() => {
  server = new ModelServer();
  server.addSpace(SPACE, 'anna');
  phone = new Phone(server, 'anna', SPACE);
});

const edit = (of, id, kind, set) => save(of.db, { space: SPACE, id, kind, t: 'put', set });
const records = () => server.state.spaces[SPACE].records;

/** The app is replaced by a newer build: only what is stored stays. */
function upgrade(old, kinds = KINDS) {
  old.kinds = kinds;
  old.sent.length = 0;
  old.begin();
}

test('F74 rows of an unknown kind are kept as they came, counted, and shown by the build that knows them without a reset', async () => {
  const old = new Phone(server, 'anna', SPACE, OLD);
  await edit(phone, 'a-mood', 'mood', { on: '2026-11-21', mood: 'calm' });
  await phone.log({ severity_nrs: 3 });
  await phone.sync();
  await old.sync();
  assert.equal((await standingOf(old.db, SPACE)).parked, 1);
  assert.deepEqual(Object.values(await old.screen()), [{ severity_nrs: 3 }]);
  upgrade(old);
  await old.sync();
  assert.deepEqual(await old.screen(), await phone.screen());
  assert.equal((await standingOf(old.db, SPACE)).parked, 0);
  assert.ok(old.sent.every(({ spaces }) => spaces[SPACE].cursor !== null), 'nothing was read from the beginning');
});

test('F74 a newer version of a known kind waits too, and the newest row wins when it is taken out', async () => {
  const old = new Phone(server, 'anna', SPACE);
  const id = await phone.log({ severity_nrs: 3 });
  await phone.sync();
  await old.sync();
  records()[id].sv = 2;
  await phone.log({ severity_nrs: 4 }, id);
  await phone.sync();
  await old.sync();
  assert.equal((await old.screen())[id].severity_nrs, 3, 'what this build understands stays in sight');
  assert.equal((await standingOf(old.db, SPACE)).parked, 1);
  upgrade(old, new Map([...KINDS].map((kind) => [kind, 2])));
  await old.sync();
  assert.equal((await old.screen())[id].severity_nrs, 4);
  assert.equal((await standingOf(old.db, SPACE)).parked, 0);
});

test('F75 an edit by an old build leaves fields it does not know', async () => {
  const id = await phone.log({ severity_nrs: 3 });
  await phone.sync();
  Object.assign(records()[id].body, { from_the_future: { deep: [1] } });
  const old = new Phone(server, 'anna', SPACE);
  await old.sync();
  await old.log({ severity_nrs: 5 }, id);
  await old.sync();
  assert.deepEqual(records()[id].body, { severity_nrs: 5, from_the_future: { deep: [1] } });
  assert.deepEqual((await old.screen())[id], records()[id].body);
});

test('F76 what an older server does not take waits without being tried again, and goes when the server takes it', async () => {
  server.kinds = { symptom: 1 };
  await edit(phone, 'a-mood', 'mood', { on: '2026-11-21', mood: 'calm' });
  await phone.log({ severity_nrs: 3 });
  assert.ok((await phone.sync()).ok);
  assert.deepEqual(Object.values(records()).map(({ kind }) => kind), ['symptom']);
  assert.deepEqual(await phone.states(), ['queued']);
  phone.sent.length = 0;
  for (let hour = 0; hour < 5; hour += 1) {
    phone.now += 3_600_000;
    await phone.sync();
  }
  assert.equal(phone.sent.length, 5);
  assert.ok(phone.sent.every(({ ops }) => ops === undefined), 'only reading');
  server.kinds = { symptom: 1, mood: 1 };
  await phone.log({ severity_nrs: 4 });
  await phone.sync();
  assert.deepEqual([await phone.states(), records()['a-mood'].body.mood], [[], 'calm']);
});

test('F77 a build below what the server takes keeps its outbox and says so', async () => {
  await phone.log({ severity_nrs: 3 });
  server.minProto = 2;
  assert.equal((await phone.sync()).trouble, 'update_needed');
  assert.deepEqual(await phone.states(), ['queued']);
  server.minProto = 1;
  assert.ok((await phone.sync()).ok);
  assert.deepEqual(await phone.states(), []);
});

/** The database as a later build would leave it. */
async function raised(name, { upgradeThrows = false } = {}) {
  const newer = new Dexie(name);
  const stores = Object.fromEntries(diaryDatabase('schema').tables.map((table) => (
    [table.name, [table.schema.primKey, ...table.schema.indexes].map(({ src }) => src).join(', ')])));
  newer.version(5).stores({ ...stores, later: 'id' }).upgrade(() => { if (upgradeThrows) throw new Error('a mistake in a later build'); });
  try {
    await newer.open();
  } finally {
    newer.close();
  }
}

test('F78 a build older than the stored diary refuses clearly, again and again, and changes nothing', async () => {
  const set = { on: '2026-11-21', severity_nrs: 3 };
  const db = diaryDatabase('down');
  await save(db, { space: 'down', id: 'a', kind: 'symptom', t: 'put', set });
  const before = await db.ops.toArray();
  db.close();
  await raised('limber-down');
  for (let start = 0; start < 2; start += 1) {
    await assert.rejects(opened.open('down'), (error) => causeName(error) === 'PhoneNewer');
    assert.equal(opened.opened.value, null);
  }
  const raw = await new Dexie('limber-down').open();
  assert.deepEqual([raw.backendDB().version, await raw.table('ops').toArray()], [50, before]);
  raw.close();
});

test('F78 a page left open by an older build does not write into a diary a newer one has taken over', async () => {
  const db = diaryDatabase('tab');
  const log = (id) => save(db, { space: 'tab', id, kind: 'symptom', t: 'put', set: { severity_nrs: 3 } });
  await log('a');
  await raised('limber-tab');
  await assert.rejects(log('b'));
  const raw = await new Dexie('limber-tab').open();
  assert.equal(await raw.table('ops').count(), 1);
  raw.close();
});

test('F79 an upgrade that breaks off leaves the old diary to be opened, with its outbox untouched', async () => {
  const db = diaryDatabase('up');
  await save(db, { space: 'up', id: 'a', kind: 'symptom', t: 'put', set: { on: '2026-11-21', severity_nrs: 3 } });
  const before = await db.ops.toArray();
  db.close();
  await assert.rejects(raised('limber-up', { upgradeThrows: true }));
  await opened.open('up');
  assert.deepEqual(await opened.mustBeOpen().db.ops.toArray(), before);
  assert.equal(opened.loaded.value[0].body.severity_nrs, 3);
  opened.close();
});

test('F79 the upgrade that marks open questions leaves the outbox alone', async () => {
  const old = new Dexie('limber-two');
  const stores = Object.fromEntries(diaryDatabase('schema').tables.map((table) => (
    [table.name, [table.schema.primKey, ...table.schema.indexes].map(({ src }) => src).filter((src) => src !== 'ask').join(', ')])));
  old.version(2).stores(stores);
  const rec = (id, more) => ({ space: 'two', id, kind: 'symptom', on: '2026-11-21', rec: { id, kind: 'symptom', body: {}, conf: [], ...more } });
  await old.table('shown').bulkPut([rec('a', { conf: ['op'] }), rec('b'), rec('c', { conf: ['op'], deleted: true })]);
  await old.table('ops').add({ op: 'x', space: 'two', id: 'b', state: 'queued', damaged: undefined });
  old.close();
  const db = diaryDatabase('two');
  assert.deepEqual(await db.shown.where('ask').equals(1).primaryKeys(), [['two', 'a']]);
  assert.equal((await db.ops.toArray())[0].op, 'x');
  db.close();
});
