import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';

const { save, shownRecord } = await import('../../pwa/src/data/records.js');
const { anew, askedAbout, blockedOps, discardOps, losersOf, putBackOps, retryOps } = await import('../../pwa/src/data/outbox.js');
const { heal } = await import('../../pwa/src/data/heal.js');
const { uuid5 } = await import('../../pwa/src/domain/ids.js');
const { shown } = await import('../../pwa/src/domain/overlay.js');

const SPACE = '00000000-0000-4000-8000-000000000001';
let server;
let phone;

beforeEach(() => {
  server = new ModelServer();
  server.addSpace(SPACE, 'anna');
  phone = new Phone(server, 'anna', SPACE);
});

const edit = (id, t, more = {}) => save(phone.db, { space: SPACE, id, kind: null, t, ...more });
const rec = (id) => shownRecord(phone.db, SPACE, id);

async function conflict() {
  const id = await phone.log({ severity_nrs: 1 });
  await phone.sync();
  const other = new Phone(server, 'anna', SPACE);
  await other.sync();
  await other.log({ severity_nrs: 2 }, id);
  await other.sync();
  await phone.log({ severity_nrs: 3 }, id);
  await phone.sync();
  return { id, other };
}

test('a refused entry is listed with what waits behind it, and goes whole when it is tried again', async () => {
  const id = await phone.log({ note: 'refuse me', severity_nrs: 4 });
  await phone.sync();
  await phone.log({ note: 'fine now' }, id);
  await phone.log({ severity_nrs: 5 });
  assert.deepEqual((await blockedOps(phone.db)).map((op) => op.set.note), ['refuse me', 'fine now']);
  await retryOps(phone.db, SPACE, id);
  assert.equal(await heal(phone.db), false, 'what is shown was made anew with it');
  const [op] = await phone.db.ops.where('[space+id]').equals([SPACE, id]).toArray();
  assert.deepEqual([op.set, op.was, op.state], [{ note: 'fine now', severity_nrs: 4 }, { note: null, severity_nrs: null }, 'queued']);
  assert.ok((await phone.sync()).ok);
  assert.deepEqual(server.state.spaces[SPACE].records[id].body, { note: 'fine now', severity_nrs: 4 });
  assert.deepEqual(await blockedOps(phone.db), []);
});

test('what is tried again names its own new ids', () => {
  const made = anew([
    { op: 'a', t: 'put', was: { x: 'old' }, set: { x: 1 }, sv: 1, state: 'blocked', code: 'validation', n: 1 },
    { op: 'b', t: 'put', was: { x: 'a', y: null }, set: { x: 2, y: 1 }, sv: 1, state: 'queued', n: 2 },
    { op: 'c', t: 'del', base: 'b', state: 'queued', n: 3 },
    { op: 'd', t: 'put', was: { x: 'b' }, set: { x: 3 }, sv: 1, state: 'queued', n: 4 },
  ]);
  assert.deepEqual(made.map(({ t, set, was, base }) => ({ t, set, was, base })), [
    { t: 'put', set: { x: 2, y: 1 }, was: { x: 'old', y: null }, base: undefined },
    { t: 'del', set: undefined, was: undefined, base: made[0].op },
    { t: 'put', set: { x: 3 }, was: { x: made[0].op }, base: undefined },
  ]);
  assert.equal(new Set(['a', 'b', 'c', 'd', ...made.map(({ op }) => op)]).size, 7);
});

test('letting go of a refused entry shows what the server has, and can be taken back', async () => {
  const id = await phone.log({ severity_nrs: 4 });
  await phone.sync();
  await phone.log({ note: 'refuse me' }, id);
  await phone.sync();
  const before = await phone.db.ops.toArray();
  const gone = await discardOps(phone.db, SPACE, id);
  assert.deepEqual([(await phone.screen())[id], await phone.db.ops.count()], [{ severity_nrs: 4 }, 0]);
  await putBackOps(phone.db, gone);
  assert.deepEqual(await phone.db.ops.toArray(), before);
  assert.equal((await phone.screen())[id].note, 'refuse me');
});

test('two versions are asked about until they were looked at, also without a network', async () => {
  const { id } = await conflict();
  const [asked] = await askedAbout(phone.db, SPACE);
  const [loser] = await losersOf(phone.db, SPACE, id);
  assert.deepEqual([asked.id, loser.set, loser.op], [id, { severity_nrs: 3 }, asked.conf[0]]);
  await edit(id, 'resolve', { ops: asked.conf, set: { severity_nrs: 3 } });
  assert.deepEqual([await askedAbout(phone.db, SPACE), await losersOf(phone.db, SPACE, id)], [[], []]);
  assert.deepEqual([(await rec(id)).conf, (await rec(id)).body.severity_nrs], [[], 3]);
  assert.equal(await edit(id, 'resolve', { ops: asked.conf }), null, 'nothing is left to look at');
  const op = (await phone.db.ops.toArray())[0];
  assert.deepEqual([op.t, op.ops, op.was.severity_nrs], ['resolve', asked.conf, asked.fop.severity_nrs]);
});

test('F37 two phones that pick differently without a network ask once more, and no value is gone', async () => {
  const { id, other } = await conflict();
  await other.sync();
  for (const [one, value] of [[phone, 3], [other, 7]]) {
    const { conf } = await shownRecord(one.db, SPACE, id);
    await save(one.db, { space: SPACE, id, kind: null, t: 'resolve', ops: conf, set: { severity_nrs: value } });
  }
  for (const one of [phone, other, phone]) await one.sync();
  for (const one of [phone, other]) {
    assert.equal((await shownRecord(one.db, SPACE, id)).body.severity_nrs, 3);
    assert.deepEqual((await losersOf(one.db, SPACE, id)).map(({ set }) => set), [{ severity_nrs: 7 }]);
    assert.equal((await askedAbout(one.db, SPACE)).length, 1);
  }
});

test('F38 picking one version and writing on without a network is no conflict', async () => {
  const { id } = await conflict();
  await edit(id, 'resolve', { ops: (await rec(id)).conf, set: { severity_nrs: 3 } });
  await phone.log({ severity_nrs: 4 }, id);
  await edit(id, 'del');
  await edit(id, 'restore');
  await phone.sync();
  const { body, conf, deleted } = server.state.spaces[SPACE].records[id];
  assert.deepEqual([body.severity_nrs, conf, deleted, await askedAbout(phone.db, SPACE)], [4, [], false, []]);
});

test('what is deleted is not asked about', async () => {
  const { id } = await conflict();
  await edit(id, 'del');
  assert.deepEqual(await askedAbout(phone.db, SPACE), []);
});

test('an erase takes every word of the entry off the phone at once, and stays', async () => {
  const { id } = await conflict();
  await phone.log({ note: 'secret' }, id);
  await edit(id, 'erase');
  const shownNow = await rec(id);
  assert.deepEqual([shownNow.deleted, shownNow.erased, shownNow.body, shownNow.conf], [true, true, {}, []]);
  assert.deepEqual((await phone.db.ops.toArray()).map(({ t }) => t), ['erase']);
  assert.equal((await phone.db.sent.toArray()).filter((op) => op.id === id).length, 0);
  assert.equal(await phone.db.losers.count(), 0);
  await assert.rejects(edit(id, 'put', { set: { note: 'again' } }), { code: 'erased' });
  assert.equal(await edit(id, 'erase'), null);
});

test('a day whose strip was erased can be written again, by an edit that names the erasing', async () => {
  const day = uuid5(SPACE, 'daily:2026-11-21');
  await edit(day, 'put', { kind: 'daily', set: { on: '2026-11-21', energy: 'low', note: 'canary' } });
  await edit(day, 'erase');
  const [erasing] = await phone.db.ops.toArray();
  await edit(day, 'put', { set: { energy: 'usual' } });
  const again = await phone.db.ops.orderBy('n').last();
  assert.deepEqual([again.was, again.set], [{ energy: erasing.op }, { energy: 'usual' }]);
  const there = await rec(day);
  assert.deepEqual([there.erased, there.deleted, there.body], [false, false, { energy: 'usual' }]);
});

test('an op the server has stays below an erase until it was read back', () => {
  const put = { op: 'a', space: 's', id: 'r', kind: 'symptom', t: 'put', set: { note: 'x' }, state: 'acked' };
  const rec_ = shown(null, [put, { ...put, op: 'b', t: 'erase', set: undefined, state: 'queued' }, { ...put, op: 'c', state: 'queued' }]);
  assert.deepEqual([rec_.body, rec_.erased, rec_.deleted, rec_.cur_op, rec_.waiting], [{}, true, true, 'b', true]);
});
