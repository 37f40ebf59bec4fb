import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { calm, Phone, refuse } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';

const SPACE = '00000000-0000-4000-8000-000000000001';
let server;
let phone;

beforeEach(() => {
  server = new ModelServer();
  server.addSpace(SPACE, 'anna');
  phone = new Phone(server, 'anna', SPACE);
});

const records = () => server.state.spaces[SPACE].records;
const later = async (from, count) => { for (let i = 0; i < count; i += 1) await from.log({ severity_nrs: i % 11 }); };

for (const [status, code] of [[422, 'malformed'], [400, 'malformed'], [413, 'too_large']]) {
  test(`F12 one op that makes the whole request a ${status} is found at once, and everything else goes`, async () => {
    await later(phone, 30);
    const id = await phone.log({ note: 'poison' });
    await phone.log({ severity_nrs: 3 }, id);
    await later(phone, 30);
    phone.fault = { ...calm, before: (name, body) => { if (body.ops?.some((op) => op.set?.note)) refuse(status); } };
    assert.ok((await phone.sync()).ok);
    const left = await phone.db.ops.toArray();
    assert.deepEqual(left.map((op) => [op.state, op.code]), [['blocked', code], ['queued', undefined]]);
    assert.equal(Object.keys(records()).length, 60);
    assert.equal((await phone.screen())[id].note, 'poison');
    const pushes = phone.sent.filter(({ ops }) => ops).length;
    assert.ok(pushes < 20, `${pushes} pushes`);
  });
}

test('F14 an op the server breaks on is found among hundreds without holding them back, and is tried again later', async () => {
  await later(phone, 60);
  await phone.log({ note: 'poison' });
  await later(phone, 60);
  phone.fault = { ...calm, before: (name, body) => { if (body.ops?.some((op) => op.set?.note)) refuse(500); } };
  for (let i = 0; i < 3; i += 1) await phone.sync();
  assert.equal(Object.keys(records()).length, 120);
  assert.deepEqual(await phone.states(), ['queued']);
  const before = phone.sent.length;
  await phone.sync();
  assert.ok(phone.sent.slice(before).every(({ ops }) => !ops), 'not again at once');
  phone.now += 600_000;
  phone.fault = calm;
  await phone.sync();
  assert.deepEqual(await phone.states(), []);
});

test('a server that refuses every push makes nobody look at hundreds of entries', async () => {
  await later(phone, 20);
  phone.fault = { ...calm, before: (name) => { if (name === 'push') refuse(422); } };
  for (let i = 0; i < 4; i += 1) {
    await phone.sync();
    phone.now += 3_000;
  }
  assert.equal((await phone.states()).filter((state) => state === 'blocked').length, 3);
  assert.ok(phone.sent.length < 60, `${phone.sent.length} requests`);
  phone.fault = calm;
  phone.now += 600_000;
  await phone.sync();
  assert.equal(Object.keys(records()).length, 17);
});

test('F14 a server that is down altogether is not asked op by op', async () => {
  await later(phone, 20);
  phone.fault = { ...calm, before: () => refuse(500) };
  for (let i = 0; i < 5; i += 1) assert.equal((await phone.sync()).trouble, 'server');
  assert.deepEqual(new Set(await phone.states()), new Set(['queued']));
  assert.ok((await phone.db.ops.toArray()).every((op) => op.not_before === undefined));
  assert.ok(phone.sent.length < 20, `${phone.sent.length} requests`);
});

test('a stored op that cannot be written down is set aside alone', async () => {
  await phone.log({ severity_nrs: 1 });
  await phone.db.ops.bulkAdd([
    { op: 'big', space: SPACE, id: 'x', kind: 'symptom', t: 'put', set: { severity_nrs: 3n }, state: 'queued' },
    { op: 'nowhere', t: 'put', state: 'queued' }, { op: 'empty', space: SPACE, id: 'y', kind: 'symptom', t: 'put', set: null, was: null, state: 'queued' }]);
  phone.fault = { ...calm, before: (name, body) => { if (body.ops?.some((op) => !op.set)) refuse(400); } };
  await phone.log({ severity_nrs: 2 });
  await phone.sync();
  assert.deepEqual(Object.values(records()).map(({ body }) => body.severity_nrs), [1, 2]);
  assert.deepEqual((await phone.db.ops.toArray()).map(({ op, state, code }) => [op, state, code]),
    [['big', 'blocked', 'malformed'], ['nowhere', 'blocked', 'malformed'], ['empty', 'blocked', 'malformed']]);
});
