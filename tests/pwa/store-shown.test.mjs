import assert from 'node:assert/strict';
import { test } from 'node:test';

import { calm, cut, Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';
import { PACK_ALL, packedIn } from './stored-rows.mjs';
import Dexie from '../../pwa/node_modules/dexie/dist/dexie.mjs';

const { diaryDatabase } = await import('../../pwa/src/data/database.js');
const { heal } = await import('../../pwa/src/data/heal.js');
const { projected } = await import('../../pwa/src/data/projection.js');
const { onChange } = await import('../../pwa/src/data/changes.js');
const { save, shownById } = await import('../../pwa/src/data/records.js');
const { hasLine, lineOf, dayOfRec, partOf } = await import('../../pwa/src/domain/outline.js');
const { shown } = await import('../../pwa/src/domain/overlay.js');
const { tidySent } = await import('../../pwa/src/data/sent.js');
const { wipeToUnsent } = await import('../../pwa/src/state/leaving.js');

const V1 = {
  rec: '[space+id], [space+kind+local], [space+gen]', ops: '++n, &op, [space+id], state', sent: 'op, [space+n]', marks: '[space+mark], space',
  spaces: 'space', parked: '[space+id], kind', losers: 'op, [space+id]', meta: 'k', drafts: 'name',
};
const V1_ONLY = (name) => {
  const db = new Dexie(name);
  db.version(1).stores(V1);
  return db;
};

let packs = 0;

/** The projection must be what rows and ops give, record by record, part by part. */
async function isWhole(db) {
  const packed = await packedIn(db);
  const [loose, ops, stored, parts] = await Promise.all([db.rec.toArray(), db.ops.orderBy('n').toArray(), db.shown.toArray(), db.outline.toArray()]);
  const by = new Map();
  for (const { space, id, row } of [...loose, ...packed]) {
    assert.ok(!by.has(`${space} ${id}`), 'a record lies in one place');
    by.set(`${space} ${id}`, { space, row, ops: [] });
  }
  for (const op of ops) {
    const name = `${op.space} ${op.id}`;
    if (!by.has(name)) by.set(name, { space: op.space, ops: [] });
    by.get(name).ops.push(op);
  }
  const wanted = [...by.values()].map(({ space, row, ops: its }) => projected(space, shown(row, its)));
  const sorted = (list) => [...list].sort((a, b) => (`${a.space} ${a.id}` < `${b.space} ${b.id}` ? -1 : 1));
  const alone = new Set(packed.map(({ space, id }) => `${space} ${id}`));
  assert.deepEqual(sorted(stored), sorted(wanted.filter(({ space, id }) => !alone.has(`${space} ${id}`))));
  for (const { space, id } of ops) assert.ok(!alone.has(`${space} ${id}`), 'no op was made on what is packed');
  packs += packed.length;
  const lines = new Map();
  for (const { space, rec } of wanted) {
    if (!hasLine(rec)) continue;
    const name = `${space} ${partOf(dayOfRec(rec))}`;
    lines.set(name, [...(lines.get(name) ?? []), lineOf(rec)]);
  }
  assert.deepEqual(new Map(parts.map(({ space, part, text }) => [`${space} ${part}`, text.split('\n').sort()])),
    new Map([...lines].map(([name, its]) => [name, its.sort()])));
  for (const { text, days } of parts) {
    assert.equal(days.reduce((sum, [, count]) => sum + count, 0), text.split('\n').length);
    assert.deepEqual(text.split('\n'), text.split('\n').sort().reverse());
  }
  return wanted.length;
}

/** A row of random numbers that is the same in every run. */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const date = (n) => new Date(Date.UTC(2026, 10, 21) - n * 86_400_000).toISOString().slice(0, 10);
const KINDS = ['symptom', 'daily', 'medicine', 'dose', 'event', 'plan_item', 'observation'];

function randomSet(roll) {
  const on = date(roll(100));
  const sets = [{ severity_nrs: roll(11) }, { note: roll(12) === 0 ? 'refuse me' : `Né ${roll(9)}\n\tund so` }, { private: roll(2) === 0 },
    { on, at: `${on}T${10 + roll(10)}:15:00+01:00` }, { regions: [{ region: 'hip', side: 'left' }] }, { note: null }, { hard_day: true }];
  return sets[roll(sets.length)];
}

async function randomEdit(phone, roll, known) {
  const again = known.length > 0 && roll(3) > 0;
  const id = again ? known[roll(known.length)] : crypto.randomUUID();
  if (!again) known.push(id);
  const t = again ? ['put', 'put', 'put', 'del', 'restore'][roll(5)] : 'put';
  const kind = KINDS[roll(KINDS.length)];
  const told = [];
  const stop = onChange((change) => told.push(change));
  await save(phone.db, { space: phone.space, id, kind, t, ...(again ? {} : { fresh: true }), ...(t === 'put' ? { set: { ...(again ? {} : { on: date(roll(90)) }), ...randomSet(roll) } } : {}) });
  stop();
  // Whoever shows a record from this need not read it back.
  assert.deepEqual(told.map(({ rec }) => Boolean(rec)), again ? told.map(() => false) : [true]);
  for (const { rec } of told.filter((one) => one.rec)) assert.deepEqual([rec], await shownById(phone.db, phone.space, [id]));
}

/** Networks that cut, servers that refuse, answers that never come. */
const FAULTS = [calm, calm, calm, { before: cut, after: (answer) => answer }, { before: () => {}, after: cut },
  { before: () => { throw Object.assign(new Error('x'), { code: 'http_500', status: 500 }); }, after: (answer) => answer },
  { before: () => { throw Object.assign(new Error('x'), { code: 'http_413', status: 413 }); }, after: (answer) => answer }];

for (const [seed, packing] of [[1], [2], [3], [4, PACK_ALL], [5, PACK_ALL], [6, PACK_ALL]]) {
  test(`what is shown follows rows and ops through saves, syncs, conflicts, resets and backups (${seed}${packing ? ', packed' : ''})`, async () => {
    const roll = dice(seed);
    const server = new ModelServer();
    server.addSpace('own', 'anna');
    server.addSpace('other', 'ben');
    packs = 0;
    const [one, two, ben] = [new Phone(server, 'anna', 'own', undefined, packing), new Phone(server, 'anna', 'own', new Set(KINDS.slice(0, 5)), packing), new Phone(server, 'ben', 'other')];
    const [known, bens] = [[], []];
    let backup = server.backup();
    let checked = 0;
    for (let step = 0; step < 140; step += 1) {
      const phone = roll(2) === 0 ? one : two;
      const act = roll(12);
      if (act < 6) await randomEdit(phone, roll, known);
      else if (act < 9) {
        phone.fault = FAULTS[roll(FAULTS.length)];
        await phone.sync().catch(() => {});
        phone.fault = calm;
        phone.now += 60_000;
      } else if (act === 9) await randomEdit(ben, roll, bens).then(() => ben.sync());
      else if (act === 10) [() => server.grant('other', 'anna', 'Ben'), () => server.revoke('other', 'anna')][roll(2)]();
      else if (roll(2) === 0) backup = server.backup();
      else server.restore(backup);
      if (step % 5 === 4) checked += await isWhole(phone.db);
    }
    const late = new Phone(server, 'anna', 'own', undefined, packing);
    await late.sync();
    checked += await isWhole(late.db);
    for (let i = 0; i < 6; i += 1) await randomEdit(late, roll, known);
    for (const phone of [late, one, two]) {
      await phone.sync();
      checked += await isWhole(phone.db);
      assert.equal(await heal(phone.db), false, 'nothing was ever stored beside it');
    }
    assert.ok(checked > 80, `${checked}`);
    assert.equal(packs > 20, packing !== undefined, `${packs} packed`);
  });
}

test('a diary of the first version is taken over whole, and its ops are not touched', async () => {
  const old = V1_ONLY('limber-old');
  const rows = Array.from({ length: 1300 }, (_, i) => {
    const row = { id: `r${String(i).padStart(5, '0')}`, kind: 'symptom', body: { on: date(i), severity_nrs: i % 11 }, fop: {}, deleted: i % 50 === 0 };
    return { space: 'old', id: row.id, kind: row.kind, local: row.body.on, gen: 1, row };
  });
  const ops = Array.from({ length: 2100 }, (_, i) => {
    const id = i < 700 ? 'r00003' : `r${String(i - 300).padStart(5, '0')}`;
    return { op: `o${i}`, space: 'old', id, kind: 'symptom', sv: 1, t: 'put', was: {}, set: { severity_nrs: i % 10, on: date(i % 400) }, made_at: 'x', made_tz: 'UTC', state: i % 7 === 0 ? 'acked' : 'queued' };
  });
  await old.rec.bulkAdd(rows);
  await old.ops.bulkAdd(ops);
  await old.meta.put({ k: 'turn', v: 4 });
  const before = await old.ops.toArray();
  old.close();
  const db = diaryDatabase('old');
  await db.open();
  assert.equal(db.verno, 4);
  assert.equal(await isWhole(db), 1800);
  assert.deepEqual(await db.ops.toArray(), before);
  assert.equal(await heal(db), false);
  db.close();
});

test('what an older build stored without the projection is found at the next start', async () => {
  const db = diaryDatabase('mixed');
  await save(db, { space: 'mixed', id: 'a', kind: 'symptom', t: 'put', set: { on: date(1), severity_nrs: 1 } });
  assert.equal(await heal(db), false);
  await db.ops.add({ op: 'by-hand', space: 'mixed', id: 'b', kind: 'symptom', sv: 1, t: 'put', was: {}, set: { on: date(2) }, made_at: 'x', made_tz: 'UTC', state: 'queued' });
  assert.equal(await heal(db), true);
  assert.equal(await isWhole(db), 2);
  await db.meta.put({ k: 'turn', v: 9 });
  assert.equal(await heal(db), true);
  assert.equal(await heal(db), false);
});

test('what another person deleted, or no longer shares, is no longer shown', async () => {
  const server = new ModelServer();
  server.addSpace('own', 'anna');
  server.addSpace('other', 'ben');
  server.grant('other', 'anna', 'Ben');
  const [phone, ben] = [new Phone(server, 'anna', 'own'), new Phone(server, 'ben', 'other')];
  const [first, second] = [await ben.log({ on: date(1), severity_nrs: 4 }), await ben.log({ on: date(1), severity_nrs: 5 })];
  await ben.sync();
  await phone.sync();
  assert.equal(await isWhole(phone.db), 2);
  await ben.act('del', first);
  await ben.sync();
  await phone.sync();
  assert.deepEqual((await phone.db.shown.toArray()).map(({ id }) => id), [second]);
  assert.equal(await isWhole(phone.db), 1);
  server.revoke('other', 'anna');
  await phone.sync();
  assert.equal(await isWhole(phone.db), 0);
});

test('a page of hundreds of records shows each of them once, also when they were here before on other days', async () => {
  const phone = new Phone(new ModelServer(), 'anna', 'own');
  const rows = (day) => Array.from({ length: 250 }, (_, i) => (
    { id: `r${String(i * 7).padStart(5, '0')}`, kind: 'symptom', body: { on: date(day + (i % 3)), severity_nrs: i % 11 }, fop: {}, deleted: false }));
  await phone.store.putRows('own', 1, rows(1).slice(0, 120));
  await phone.store.putRows('own', 1, rows(40));
  assert.equal(await isWhole(phone.db), 250);
});

test('leaving keeps only what was not sent, also in what is shown', async () => {
  const server = new ModelServer();
  server.addSpace('own', 'anna');
  const phone = new Phone(server, 'anna', 'own');
  await phone.log({ on: date(3), severity_nrs: 3 });
  await phone.sync();
  await phone.log({ on: date(2), severity_nrs: 2 });
  assert.equal(await wipeToUnsent(phone.db), 1);
  assert.equal(await isWhole(phone.db), 1);
  await tidySent(phone.db, phone.now);
});

test('an edit that fails half way leaves neither an op nor anything shown', async () => {
  const db = diaryDatabase('half');
  await save(db, { space: 'half', id: 'a', kind: 'symptom', t: 'put', set: { on: date(1), severity_nrs: 1 } });
  const no = () => { throw new DOMException('full', 'QuotaExceededError'); };
  db.outline.hook('updating', no);
  await assert.rejects(save(db, { space: 'half', id: 'b', kind: 'symptom', t: 'put', set: { on: date(1), severity_nrs: 2 } }), { code: 'phone_full' });
  db.outline.hook('updating').unsubscribe(no);
  assert.equal(await db.ops.count(), 1);
  assert.equal(await isWhole(db), 1);
});
