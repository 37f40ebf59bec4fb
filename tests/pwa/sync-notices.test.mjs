import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { calm, Phone, refuse } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';

const { giveLease, takeLease } = await import('../../pwa/src/data/lease.js');
const { dismiss, standingOf } = await import('../../pwa/src/data/standing.js');

const SPACE = '00000000-0000-4000-8000-000000000001';
const DAY_MS = 86_400_000;
let server;
let phone;

beforeEach(() => {
  server = new ModelServer();
  server.addSpace(SPACE, 'anna');
  phone = new Phone(server, 'anna', SPACE);
  server.frame = { server_time: new Date(phone.now).toISOString() };
});

const standing = (of = phone) => standingOf(of.db, SPACE);

test('F40 a phone a day ahead syncs as ever, and how far it is off is known until it is put right', async () => {
  phone.now += DAY_MS;
  await phone.log({ severity_nrs: 1 });
  assert.ok((await phone.sync()).ok);
  assert.equal((await standing()).skew, -DAY_MS);
  phone.now -= DAY_MS;
  await phone.log({ severity_nrs: 2 });
  assert.ok((await phone.sync()).ok);
  assert.deepEqual([(await standing()).skew, server.state.spaces[SPACE].head], [0, 2]);
});

test('F40 the way there and back is halved, so that a slow network is no wrong clock', async () => {
  phone.fault = { before: () => { phone.now += 10_000; }, after: (answer) => { phone.now += 10_000; return answer; } };
  server.frame = { server_time: new Date(phone.now + 10_000).toISOString() };
  await phone.sync();
  assert.equal((await standing()).skew, 0);
});

test('F41 a clock back in 1970 saves, sends, and waits for nothing that a right clock had set', async () => {
  await phone.log({ note: 'poison' });
  phone.fault = { ...calm, before: (name, body) => { if (body.ops) refuse(500); } };
  for (let i = 0; i < 3; i += 1) await phone.sync();
  assert.ok((await phone.db.ops.toArray())[0].not_before > phone.now);
  phone.now = 0;
  phone.fault = calm;
  await phone.log({ severity_nrs: 1 });
  assert.ok((await phone.sync()).ok);
  assert.deepEqual([await phone.states(), server.state.spaces[SPACE].head], [[], 2]);
  assert.ok((await standing()).skew > 56 * 365 * DAY_MS);
});

test('F47 a full phone takes a page whole or not at all, and goes on logging and sending', async () => {
  const other = new Phone(server, 'anna', SPACE);
  for (let i = 0; i < 8; i += 1) await other.log({ severity_nrs: i });
  await other.sync();
  let rows = 0;
  const full = () => { if ((rows += 1) > 4) throw new DOMException('full', 'QuotaExceededError'); };
  phone.db.rec.hook('creating', full);
  await assert.rejects(phone.sync(), (error) => (error.inner ?? error).name === 'QuotaExceededError');
  assert.deepEqual([await phone.db.rec.count(), await phone.db.shown.count()], [3, 3], 'the first page of three, and nothing of the second');
  assert.match((await phone.db.spaces.get(SPACE)).cursor, /\|3\|/);
  await phone.log({ severity_nrs: 9 });
  await assert.rejects(phone.sync());
  assert.equal(server.state.spaces[SPACE].head, 9, 'what was written is sent all the same');
  phone.db.rec.hook('creating').unsubscribe(full);
  await phone.sync();
  assert.equal(Object.keys(await phone.screen()).length, 9);
});

test('F48 F49 a phone whose storage was emptied gets everything back, and is told so until it was read', async () => {
  await phone.log({ severity_nrs: 1 });
  await phone.sync();
  await phone.log({ severity_nrs: 2 });
  const emptied = new Phone(server, 'anna', SPACE);
  emptied.cookie = phone.cookie;
  assert.ok((await emptied.sync()).ok);
  assert.deepEqual(Object.values(await emptied.screen()), [{ severity_nrs: 1 }]);
  for (let i = 0; i < 2; i += 1) {
    assert.equal((await standing(emptied)).evicted.last_received_at, '2026-11-20T08:00:00.000Z');
    await emptied.sync();
    emptied.begin();
  }
  await dismiss(emptied.db, 'evicted');
  await emptied.sync();
  assert.equal((await standing(emptied)).evicted, null);
  assert.equal((await standing()).evicted, null, 'a phone that was not emptied is not told so');
});

test('F54 a page that was put to sleep while it synced is waited for ten seconds, not longer', async () => {
  const { db, now } = phone;
  assert.equal(await takeLease(db, now, 'frozen'), true);
  assert.equal(await takeLease(db, now + 9_999, 'other'), false);
  assert.equal(await takeLease(db, now + 9_999, 'frozen'), true, 'one at work goes on');
  assert.equal(await takeLease(db, now + 15_000, 'other'), false);
  assert.equal(await takeLease(db, now + 20_000, 'other'), true);
  await giveLease(db, 'frozen');
  assert.equal(await takeLease(db, now + 20_001, 'frozen'), false, 'awake again, it waits its turn');
  assert.equal(await takeLease(db, now - DAY_MS, 'frozen'), true, 'and no clock that was wrong keeps everybody out');
});
