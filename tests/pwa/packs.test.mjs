import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { cut, Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';
import { packedIn, rowsIn } from './stored-rows.mjs';
import Dexie from '../../pwa/node_modules/dexie/dist/dexie.mjs';

const { countOf, pagesOf } = await import('../../pwa/src/data/bulk.js');
const { diaryDatabase } = await import('../../pwa/src/data/database.js');
const { between, outlineOf, shownById, shownRecord, windowOf } = await import('../../pwa/src/data/records.js');
const { save } = await import('../../pwa/src/data/records.js');
const { wipeToUnsent } = await import('../../pwa/src/state/leaving.js');

const SPACE = 'own';
const COUNT = 400;
const day = (back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const id = (i) => `0197${String(i).padStart(4, '0')}-0000-7000-8000-000000000000`;

let server;
let phone;

/** A diary with an entry on each of the last days; the newest has number 0. */
beforeEach(async () => {
  server = new ModelServer();
  server.limit = 150;
  server.addSpace(SPACE, 'anna');
  const { state } = server;
  for (let i = COUNT - 1; i >= 0; i -= 1) {
    const space = state.spaces[SPACE];
    server.apply('anna', { op: `o${i}`, space: SPACE, id: id(i), kind: 'symptom', sv: 1, t: 'put', was: {}, base: null,
      set: { on: day(i), severity_nrs: i % 11, note: `word${i}` }, made_at: 'x', made_tz: 'UTC' });
    assert.ok(space.records[id(i)]);
  }
  phone = new Phone(server, 'anna', SPACE);
  assert.ok((await phone.sync()).ok);
});

const packedIds = async (db = phone.db) => new Set((await packedIn(db)).map((one) => one.id));

test('what lies far back comes as a few values, the last weeks by themselves, and the next page while one is stored', async () => {
  const packed = await packedIds();
  assert.ok(packed.size >= 250 && await phone.db.packs.count() < 10, `${packed.size}`);
  assert.equal(packed.size + await phone.db.rec.count(), COUNT);
  assert.ok(!packed.has(id(5)) && packed.has(id(300)));
  const pulls = phone.sent.filter(({ ops }) => !ops);
  assert.equal(new Set(pulls.map(({ spaces }) => spaces[SPACE].cursor)).size, pulls.length, 'no page is asked for twice');
});

test('every screen has what is packed: its day, itself, search, the count, a file of everything', async () => {
  const { db } = phone;
  assert.deepEqual((await between(db, SPACE, day(310), day(300))).map((rec) => rec.id), Array.from({ length: 11 }, (_, i) => id(310 - i)));
  assert.deepEqual((await shownById(db, SPACE, [id(300), 'nothing', id(1)])).map((rec) => rec?.body.note ?? null), ['word300', null, 'word1']);
  assert.equal((await shownRecord(db, SPACE, id(300))).body.note, 'word300');
  assert.ok((await windowOf(db, SPACE, day(62))).length <= 64);
  const lines = (await outlineOf(db, SPACE)).flatMap(({ text }) => text.split('\n'));
  assert.deepEqual([lines.length, lines.filter((line) => line.includes('word300')).length], [COUNT, 1]);
  assert.equal(await countOf(db, SPACE), COUNT);
  const told = [];
  for await (const page of pagesOf(db, SPACE)) {
    told.push(...page.map(({ rec }) => rec.id));
    // Somebody changes an entry meanwhile.
    if (told.length < 200) await save(db, { space: SPACE, id: id(350 - told.length), kind: 'symptom', t: 'put', set: { note: 'else' } });
  }
  assert.deepEqual([told.length, new Set(told).size], [COUNT, COUNT]);
});

test('an entry that is changed leaves its pack, has seen what was there, and nothing of an erased one stays', async () => {
  const { db } = phone;
  const op = await save(db, { space: SPACE, id: id(300), kind: 'symptom', t: 'put', set: { severity_nrs: 7 } });
  assert.equal(op.was.severity_nrs, 'o300');
  assert.ok(!(await packedIds()).has(id(300)));
  assert.equal((await between(db, SPACE, day(300), day(300)))[0].body.severity_nrs, 7);
  await save(db, { space: SPACE, id: id(301), kind: 'symptom', t: 'erase' });
  await phone.sync();
  assert.deepEqual(server.state.spaces[SPACE].records[id(300)].conf ?? [], []);
  const words = (await db.packs.toArray()).map(({ data }) => new TextDecoder().decode(data)).join();
  assert.ok(words.includes('word302') && !words.includes('word301') && !words.includes('word300'));
  assert.ok(!(await outlineOf(db, SPACE)).some(({ text }) => text.includes('word301')));
  assert.equal((await rowsIn(db)).length, COUNT);
});

test('a new view starts over: what is packed is looked at row by row, and what did not come again goes', async () => {
  const view = { ...server.state.spaces[SPACE].records };
  delete server.state.spaces[SPACE].records[id(320)];
  const { cursor, ...more } = await phone.db.spaces.get(SPACE);
  await phone.db.spaces.put({ ...more, cursor: `other|${cursor.split('|').slice(1).join('|')}` });
  assert.ok((await phone.sync()).ok);
  const left = new Set((await rowsIn(phone.db)).map((one) => one.id));
  assert.deepEqual([left.size, left.has(id(320)), Object.keys(view).length], [COUNT - 1, false, COUNT]);
  assert.equal(await countOf(phone.db, SPACE), COUNT - 1);
  const lines = (await outlineOf(phone.db, SPACE)).flatMap(({ text }) => text.split('\n'));
  assert.equal(lines.length, COUNT - 1);
});

test('killed between two pages, the phone shows what has come without a network, and goes on from there', async () => {
  const fresh = new Phone(server, 'anna', SPACE);
  let pages = 0;
  fresh.fault = { before: () => { if ((pages += 1) > 2) cut(); }, after: (answer) => answer };
  await fresh.sync();
  fresh.db.close();
  fresh.db = diaryDatabase(fresh.db.name.replace('limber-', ''));
  assert.equal(await countOf(fresh.db, SPACE), 300);
  assert.equal((await between(fresh.db, SPACE, day(399), day(390))).length, 10);
  fresh.fault = { before: () => {}, after: (answer) => answer };
  fresh.begin();
  assert.ok((await fresh.sync()).ok);
  assert.deepEqual(await fresh.screen(), await phone.screen());
});

test('leaving takes the packs along, and what was not sent stays', async () => {
  await save(phone.db, { space: SPACE, id: id(300), kind: 'symptom', t: 'put', set: { severity_nrs: 7 } });
  assert.equal(await wipeToUnsent(phone.db), 1);
  assert.deepEqual(await Promise.all([phone.db.packs, phone.db.packed, phone.db.rec, phone.db.ops].map((table) => table.count())), [0, 0, 0, 1]);
});

test('a store of the version before is taken over whole, its outbox untouched', async () => {
  const old = new Dexie('limber-three');
  old.version(3).stores({
    rec: '[space+id], [space+kind+local], [space+gen]', ops: '++n, &op, [space+id], state', sent: 'op, [space+n]', marks: '[space+mark], space',
    spaces: 'space', parked: '[space+id], kind', losers: 'op, [space+id]', meta: 'k', drafts: 'name',
    shown: '[space+id], [space+on], wait, ask', outline: '[space+part]',
  });
  const tables = ['rec', 'ops', 'sent', 'marks', 'spaces', 'meta', 'shown', 'outline'];
  await save(phone.db, { space: SPACE, id: id(3), kind: 'symptom', t: 'put', set: { severity_nrs: 7 } });
  for (const name of tables) await old.table(name).bulkPut((await phone.db.table(name).toArray()).map((one) => (name === 'rec' ? { local: '', ...one } : one)));
  const before = await Promise.all(tables.map((name) => old.table(name).toArray()));
  assert.ok(before[0].length > 50 && before[1].length === 1);
  old.close();
  const db = diaryDatabase('three');
  assert.deepEqual(await Promise.all(tables.map((name) => db.table(name).toArray())), before);
  await save(db, { space: SPACE, id: id(4), kind: 'symptom', t: 'put', set: { severity_nrs: 1 } });
  assert.deepEqual([await db.ops.count(), await db.packs.count()], [2, 0]);
  db.close();
});
