import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { calm, cut, Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';

const { wire } = await import('../../pwa/src/sync/push.js');

const SPACE = '00000000-0000-4000-8000-000000000001';
let server;
let phone;
let other;

beforeEach(() => {
  server = new ModelServer();
  server.addSpace(SPACE, 'anna');
  phone = new Phone(server, 'anna', SPACE);
  other = new Phone(server, 'anna', SPACE);
});

const numbers = () => Object.values(server.state.spaces[SPACE].records).map(({ body }) => body.severity_nrs).sort();
const write = async (from, severity_nrs) => { await from.log({ severity_nrs }); await from.sync(); };

/** Both phones end with what the server has, and one more sync moves nothing. */
async function converged(...wanted) {
  for (let i = 0; i < 3; i += 1) for (const one of [phone, other]) assert.ok((await one.sync()).ok);
  assert.deepEqual(numbers(), wanted);
  for (const one of [phone, other]) {
    const screen = await one.screen();
    assert.deepEqual(Object.values(screen).map(({ severity_nrs }) => severity_nrs).sort(), wanted);
    one.sent.length = 0;
    await one.sync();
    assert.deepEqual([one.sent.length, one.sent[0].ops], [1, undefined]);
    assert.deepEqual(await one.states(), []);
  }
}

test('F20 put back from a copy, with the phone ahead of it: everything comes again', async () => {
  await write(phone, 1);
  const copy = server.backup();
  await write(phone, 2);
  await write(phone, 3);
  server.restore(copy);
  await phone.sync();
  await converged(1, 2, 3);
});

test('F21 put back, and others wrote past the phone before it returns', async () => {
  await write(phone, 1);
  await other.sync();
  const copy = server.backup();
  await write(phone, 2);
  server.restore(copy);
  for (const n of [7, 8, 9]) await write(other, n);
  await converged(1, 2, 7, 8, 9);
});

test('F22 put back after a push was acknowledged and before anything was read', async () => {
  await phone.sync();
  const copy = server.backup();
  phone.fault = { before: (name) => name === 'pull' && cut(), after: (answer) => { delete answer.pull; return answer; } };
  await write(phone, 2);
  server.restore(copy);
  phone.fault = calm;
  await converged(2);
});

test('F23 put back, and new entries reach a higher number before the old mark is looked at', async () => {
  const copy = server.backup();
  await write(phone, 1);
  server.restore(copy);
  // A request that was under way carries new entries and no mark.
  const device = (await phone.db.meta.get('device')).v;
  for (const n of [2, 3]) await phone.log({ severity_nrs: n });
  const ops = (await phone.db.ops.orderBy('n').toArray()).map((op) => JSON.parse(JSON.stringify(wire(op))));
  server.push({ proto: 1, account: 'anna', device, ops, marks: {} });
  await converged(1, 2, 3);
});

test('F23b put back, and what is sent again lands on its very old numbers while another phone writes between', async () => {
  await write(other, 0);
  await phone.sync();
  const copy = server.backup();
  await write(phone, 1);
  await write(other, 2);
  server.restore(copy);
  // The other phone is back first and writes the number the phone had read past.
  await other.log({ severity_nrs: 5 });
  await other.sync();
  await phone.sync();
  await converged(0, 1, 2, 5);
});

test('F25 put back to before an erase: what was erased is erased again, and shows nowhere meanwhile', async () => {
  const id = await phone.log({ note: 'secret', severity_nrs: 1 });
  await phone.sync();
  await other.sync();
  await other.log({ note: 'a second secret' }, id);
  await other.sync();
  await phone.sync();
  const copy = server.backup();
  await phone.act('erase', id);
  await phone.sync();
  assert.equal((await other.db.sent.toArray()).length, 1);
  await other.sync();
  assert.equal((await other.db.sent.toArray()).length + (await other.db.losers.toArray()).length, 0);
  server.restore(copy);
  phone.fault = { ...calm, before: (name, body) => { if (body.ops) cut(); } };
  await phone.sync();
  assert.deepEqual(await phone.screen(), {});
  phone.fault = calm;
  await phone.sync();
  await other.sync();
  assert.deepEqual([server.state.spaces[SPACE].records[id].body, await other.screen()], [{}, {}]);
});

test('an unsent edit of what another phone erased is refused, and its words stay to be seen', async () => {
  const id = await phone.log({ severity_nrs: 1 });
  await phone.sync();
  await other.sync();
  await other.log({ note: 'mine' }, id);
  await phone.act('erase', id);
  await phone.sync();
  await other.sync();
  const [op] = await other.db.ops.toArray();
  assert.deepEqual([op.state, op.code, op.set], ['blocked', 'erased', { note: 'mine' }]);
  assert.deepEqual(await other.screen(), {});
});

test('F22 what is sent a second time never shows over what was said since', async () => {
  const { shown } = await import('../../pwa/src/domain/overlay.js');
  const row = { id: 'r', kind: 'symptom', body: { note: 'new', severity_nrs: 2 }, fop: { note: 'c', severity_nrs: 'a' }, cur_op: 'c', deleted: false };
  const first = { op: 'a', id: 'r', kind: 'symptom', t: 'put', set: { note: 'old', severity_nrs: 2 }, was: {}, state: 'queued', resent: true };
  const later = { op: 'd', id: 'r', kind: 'symptom', t: 'put', set: { severity_nrs: 5 }, was: { severity_nrs: 'a' }, state: 'queued', resent: true };
  assert.deepEqual(shown(row, [first, later]).body, { note: 'new', severity_nrs: 5 });
  assert.deepEqual(shown(null, [first, later]).body, { note: 'old', severity_nrs: 5 }, 'where nothing is, all of it shows');
  const between = { ...later, op: 'f', was: { severity_nrs: 'of a past that is gone' } };
  assert.deepEqual(shown(null, [first, between]).body.severity_nrs, 5, 'it had seen its own earlier word');
  assert.equal(shown(row, [first, between]).body.severity_nrs, 5);
  assert.equal(shown(row, [between]).body.severity_nrs, 2, 'of another phone it had seen nothing');
  const gone = { op: 'e', id: 'r', kind: 'symptom', t: 'del', base: 'a', state: 'queued', resent: true };
  assert.equal(shown(row, [gone]).deleted, false);
  assert.equal(shown(row, [gone, { ...gone, op: 'f', base: 'c' }]).deleted, true);
});
