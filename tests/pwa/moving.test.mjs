import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ModelAccounts } from './model-accounts.mjs';

const { close, mustBeOpen } = await import('../../pwa/src/state/opened.js');
const { diaryDatabase } = await import('../../pwa/src/data/database.js');
const { remember } = await import('../../pwa/src/data/device.js');
const { sharedId } = await import('../../pwa/src/domain/ids.js');
const records = await import('../../pwa/src/state/records.js');
const { begin, kept, openKept, session, settle, signIn, signOut, startLocal } = await import('../../pwa/src/state/session.js');
const { draft } = await import('../../pwa/src/state/drafts.js');
const { syncNow } = await import('../../pwa/src/state/sync.js');

const ON = '2026-11-21';
const ROSA = { email: 'rosa@example.org', password: 'a long sentence', display_name: 'Rosa' };
let world;
let rosa;

beforeEach(async () => {
  world = new ModelAccounts();
  rosa = world.add(ROSA);
  await restart({ current: null, kept: [], moving: null, moved: null, leaving: null, asking: false, pending_logout: false, pending_wiped: false });
});

/** What a start of the app knows: nothing but what is stored. */
async function restart(changes) {
  close();
  session.value = { mode: 'loading', space: null, account: null };
  if (changes) await remember(changes);
  await begin();
}

const sent = async () => { await syncNow(); await syncNow(); await syncNow(); };
/** A diary of some days on this phone, as a person writes one. */
async function writeSome(random = Math.random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  await startLocal();
  const ids = [];
  for (let i = 0; i < 12; i += 1) {
    const on = pick([ON, '2026-11-20']);
    const known = pick(ids.length > 0 ? ids : [null]);
    await pick([
      async () => ids.push(await records.add('symptom', { at: `${on}T09:0${i % 10}:00+01:00`, on, tz: 'Europe/Zurich', severity_nrs: i % 11 })),
      async () => ids.push(await records.put('daily', { on }, { energy: pick(['usual', 'low', 'very_low']), note: `n${i}` })),
      () => records.put('mood', { on }, { mood: pick(['good', 'low']) }),
      () => records.put('profile', {}, { minutes: 10 + i }),
      () => known && records.change(known, { note: `changed ${i}` }),
      () => known && records.put('safety', { message_id: 'SAFE-02', on }, { because: [known] }),
    ])();
  }
  await records.add('symptom', { on: ON, severity_nrs: 9 });
}

const ownOps = async () => (await mustBeOpen().db.ops.orderBy('n').toArray()).filter(({ n }) => n < 2 ** 53);

test('whatever was written arrives once, shown or kept as a second version', async () => {
  for (let round = 0; round < 5; round += 1) {
    world = new ModelAccounts();
    rosa = world.add(ROSA);
    await restart({ current: null });
    for (const on of [ON, '2026-11-20']) {
      world.server.apply(rosa.account.id, { op: crypto.randomUUID(), space: rosa.space, id: sharedId(rosa.space, 'daily', { on }), kind: 'daily', t: 'put', was: {}, set: { on, energy: 'usual', note: 'theirs' }, made_at: '' });
    }
    let seed = round + 1;
    await writeSome(() => { seed = (seed * 16807) % 2147483647; return seed / 2147483647; });
    const before = await ownOps();
    await signIn(ROSA);
    await settle('add');
    await sent();
    const there = world.changes(rosa.space).filter((one) => before.some(({ op: id }) => id === one.op));
    assert.deepEqual(there.map((one) => one.op), before.map((one) => one.op), `round ${round}: all of it, once, in its order`);
    const all = world.records(rosa.space);
    for (const { op: made, id, set } of there) {
      const { body, lost } = all.find((record) => record.id === id);
      for (const [field, value] of Object.entries(set ?? {})) {
        const later = there.some((one) => one.was?.[field] === made);
        const shown = JSON.stringify(body[field]) === JSON.stringify(value);
        assert.ok(shown || later || lost.some((one) => JSON.stringify(one.set[field]) === JSON.stringify(value)), `${field} of ${id}`);
      }
    }
    assert.equal(new Set(all.filter(({ kind }) => kind === 'daily').map(({ body }) => body.on)).size, all.filter(({ kind }) => kind === 'daily').length, 'one strip a day');
    assert.equal(await mustBeOpen().db.ops.count(), 0);
  }
});

test('the same day on both sides becomes two versions', async () => {
  await startLocal();
  await records.put('daily', { on: ON }, { energy: 'low', sleep_hours: 6 });
  const id = sharedId(rosa.space, 'daily', { on: ON });
  world.server.apply(rosa.account.id, { op: 'theirs', space: rosa.space, id, kind: 'daily', t: 'put', was: {}, set: { on: ON, energy: 'usual' }, made_at: '' });
  assert.deepEqual(await signIn(ROSA), { name: 'Rosa', whose: null, entries: 1 });
  await settle('add');
  await sent();
  assert.deepEqual([records.theOne('daily', { on: ON }).body.energy, records.theOne('daily', { on: ON }).body.sleep_hours], ['usual', 6]);
  const [{ lost, conf }] = world.records(rosa.space);
  assert.deepEqual([lost.map(({ set }) => set.energy), conf.length], [['low'], 1]);
});

test('half-written words come along, and the old database is gone', async () => {
  await startLocal();
  const { space } = session.value;
  await records.add('symptom', { on: ON, severity_nrs: 3 });
  draft('story_name').value = 'half a';
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  await signIn(ROSA);
  await settle('add');
  assert.equal((await mustBeOpen().db.drafts.get('story_name')).value, 'half a');
  assert.equal((await indexedDB.databases()).some(({ name }) => name === `limber-${space}`), false);
});

test('until it is decided nothing has changed, and a start of the app signs out again', async () => {
  await startLocal();
  await records.add('symptom', { on: ON, severity_nrs: 3 });
  const { space } = session.value;
  await signIn(ROSA);
  await restart();
  assert.deepEqual([session.value.mode, session.value.space, (await ownOps()).length], ['local', space, 1]);
  await assert.rejects(signIn({ ...ROSA, password: 'wrong' }), { code: 'wrong_credentials' });
  assert.equal(world.signedIn, null);
  await signIn(ROSA);
  await settle('apart');
  assert.deepEqual([world.signedIn, session.value.mode], [null, 'local']);
});

test('an answer to the sign-in that was lost on its way changes nothing here', async () => {
  await startLocal();
  await records.add('symptom', { on: ON, severity_nrs: 3 });
  world.cut = 'after';
  await assert.rejects(signIn(ROSA), { code: 'offline' });
  assert.equal(session.value.mode, 'local');
  world.cut = '';
  await signIn(ROSA);
  await settle('add');
  await sent();
  assert.equal(world.changes(rosa.space).length, 1);
});

test('somebody else’s diary stays on the phone, and can be opened again once nobody is signed in', async () => {
  await startLocal();
  await records.add('symptom', { on: ON, severity_nrs: 3 });
  const { space } = session.value;
  await signIn(ROSA);
  await settle('keep');
  await sent();
  assert.deepEqual([session.value.mode, session.value.space, world.changes(rosa.space)], ['account', rosa.space, []]);
  assert.deepEqual(kept.value, [{ space, name: '', entries: 1, local: true }]);
  await openKept(space);
  assert.equal(session.value.space, rosa.space, 'not while somebody else is signed in');
  await signOut();
  await openKept(space);
  assert.deepEqual([session.value.mode, records.ofKind('symptom').length, kept.value], ['local', 1, []]);
});

test('no room for the copy leaves everything as it was', async () => {
  await startLocal();
  await records.add('symptom', { on: ON, severity_nrs: 3 });
  await signIn(ROSA);
  const real = diaryDatabase(rosa.space).constructor.prototype.transaction;
  const { prototype } = diaryDatabase(rosa.space).constructor;
  prototype.transaction = function full(...args) {
    if (this.name === `limber-${rosa.space}`) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    return real.apply(this, args);
  };
  await assert.rejects(settle('add'), { name: 'PhoneFull' });
  prototype.transaction = real;
  await records.add('symptom', { on: ON, severity_nrs: 4 });
  assert.deepEqual([session.value.mode, (await ownOps()).length], ['local', 2]);
  await settle('add');
  await sent();
  assert.equal(world.changes(rosa.space).length, 2);
});

test('an entry another page saves while the others are copied goes along, and none can be saved after', async () => {
  await startLocal();
  await records.add('symptom', { on: ON, severity_nrs: 3 });
  const { db: page, space } = mustBeOpen();
  const other = diaryDatabase(space);
  const { save } = await import('../../pwa/src/data/records.js');
  const add = (id) => save(other, { space, id, kind: 'symptom', t: 'put', set: { severity_nrs: 8 } });
  const { moveOps } = await import('../../pwa/src/data/rehome.js');
  const target = diaryDatabase(rosa.space);
  const real = target.transaction;
  let once = true;
  target.transaction = async (...args) => {
    const done = await real.apply(target, args);
    if (once) { once = false; await add(crypto.randomUUID()); }
    return done;
  };
  await moveOps(page, target, { from: space, to: rosa.space });
  assert.equal(await target.ops.count(), 2);
  await assert.rejects(add(crypto.randomUUID()), { name: /Error/ });
  target.close();
  other.close();
});

test('killed at any step, it is brought to its end at the next start, with every entry once', async () => {
  const { prototype } = diaryDatabase(rosa.space).constructor;
  const real = { transaction: prototype.transaction, delete: prototype.delete };
  let killed = 0;
  for (let at = 1; killed === at - 1; at += 1) {
    world = new ModelAccounts();
    rosa = world.add(ROSA);
    await restart({ current: null, moving: null, moved: null, asking: false, kept: [] });
    await startLocal();
    for (const severity_nrs of [1, 2]) await records.add('symptom', { on: ON, severity_nrs });
    await records.put('daily', { on: ON }, { energy: 'low' });
    await signIn(ROSA);
    let step = 0;
    let dead = false;
    // Odd steps die before a transaction, even ones after it: once dead, nothing more is stored.
    const mortal = (name) => async function live(...args) {
      step += 1;
      dead ||= step === at;
      if (dead) throw new Error('killed');
      const done = await real[name].apply(this, args);
      step += 1;
      dead ||= step === at;
      if (dead) throw new Error('killed');
      return done;
    };
    Object.assign(prototype, { transaction: mortal('transaction'), delete: mortal('delete') });
    await settle('add').catch(() => {});
    Object.assign(prototype, real);
    if (dead) killed += 1;
    await restart();
    if (session.value.mode === 'local') {
      assert.equal(new Set((await ownOps()).map(({ op: id }) => id)).size, 3, `step ${at}: nothing has left`);
      await signIn(ROSA);
      await settle('add');
    }
    await syncNow();
    if (session.value.mode === 'signed_out') await signIn(ROSA);
    await sent();
    assert.deepEqual([session.value.mode, session.value.space], ['account', rosa.space], `step ${at}`);
    assert.equal(world.changes(rosa.space).length, 3, `step ${at}: all of it, once`);
    assert.equal(records.ofKind('symptom').length, 2, `step ${at}`);
  }
  assert.ok(killed >= 8, `died ${killed} times`);
});
