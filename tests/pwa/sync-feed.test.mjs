import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { calm, cut, Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';

const SPACE = '00000000-0000-4000-8000-000000000001';
const BENS = '00000000-0000-4000-8000-000000000002';
let server;
let phone;

beforeEach(() => {
  server = new ModelServer();
  server.addSpace(SPACE, 'anna');
  server.addSpace(BENS, 'ben');
  phone = new Phone(server, 'anna', SPACE);
});

const records = () => server.state.spaces[SPACE].records;

test('F20 F21 after a restored backup everything sent since is sent again, also when others wrote past it', async () => {
  await phone.log({ severity_nrs: 1 });
  await phone.sync();
  const copy = server.backup();
  await phone.log({ severity_nrs: 2 });
  await phone.sync();
  server.restore(copy);
  const other = new Phone(server, 'anna', SPACE);
  await other.log({ severity_nrs: 9 });
  await other.sync();
  await phone.log({ severity_nrs: 3 });
  assert.ok((await phone.sync()).ok);
  await other.sync();
  const found = Object.values(records()).map(({ body }) => body.severity_nrs).sort();
  assert.deepEqual(found, [1, 2, 3, 9]);
  assert.deepEqual(await phone.screen(), await other.screen());
});

test('F22 after a restored backup an acknowledged push that was never pulled is sent again', async () => {
  await phone.sync();
  const copy = server.backup();
  await phone.log({ severity_nrs: 2 });
  phone.fault = { before: (name) => name === 'pull' && cut(), after: (answer) => { delete answer.pull; return answer; } };
  await phone.sync();
  server.restore(copy);
  phone.fault = calm;
  assert.ok((await phone.sync()).ok);
  assert.equal(Object.keys(records()).length, 1);
  assert.deepEqual(await phone.states(), []);
});

test('marks are kept until confirmed, and then only the newest', async () => {
  for (let i = 0; i < 5; i += 1) {
    await phone.log({ severity_nrs: i });
    await phone.sync();
  }
  await phone.sync();
  const marks = await phone.db.marks.toArray();
  assert.equal(marks.length, 1);
  assert.equal(marks[0].confirmed, true);
});

test('F10 F65 a caregiver gets the shared diary, and loses every row when it ends, also when an old answer comes late', async () => {
  await phone.log({ severity_nrs: 6 });
  await phone.sync();
  const ben = new Phone(server, 'ben', BENS);
  server.grant(SPACE, 'ben');
  await ben.sync();
  assert.equal(Object.keys(await ben.screen(SPACE)).length, 1);
  const late = server.pull({ account: 'ben', spaces: { [SPACE]: { cursor: null, marks: [] }, [BENS]: { cursor: null, marks: [] } } });
  server.revoke(SPACE, 'ben');
  let first = true;
  ben.fault = { ...calm, after: async (answer) => {
    if (!first) return answer;
    first = false;
    await ben.sync();
    return late;
  } };
  await ben.sync();
  assert.deepEqual(await ben.screen(SPACE), {});
  assert.ok(!(await ben.db.spaces.toArray()).some(({ space }) => space === SPACE));
});

test('F68 a new view starts over without clearing the screen first', async () => {
  for (let i = 0; i < 7; i += 1) await phone.log({ severity_nrs: i });
  await phone.sync();
  const ben = new Phone(server, 'ben', BENS);
  server.grant(SPACE, 'ben');
  await ben.sync();
  const gone = Object.keys(records())[0];
  delete records()[gone];
  server.grant(SPACE, 'ben');
  let pulls = 0;
  ben.fault = { ...calm, before: () => { if ((pulls += 1) > 2) cut(); } };
  await ben.sync();
  assert.equal(Object.keys(await ben.screen(SPACE)).length, 7, 'old rows stay in sight while the new ones come');
  ben.fault = calm;
  await ben.sync();
  assert.equal(Object.keys(await ben.screen(SPACE)).length, 6);
});

test('F31 two phones that edit one field both keep their words', async () => {
  const id = await phone.log({ severity_nrs: 1 });
  await phone.sync();
  const other = new Phone(server, 'anna', SPACE);
  await other.sync();
  await phone.log({ severity_nrs: 2 }, id);
  await other.log({ severity_nrs: 3 }, id);
  await phone.sync();
  await other.sync();
  await phone.sync();
  assert.deepEqual(await phone.screen(), await other.screen());
  assert.equal((await phone.db.losers.toArray())[0].set.severity_nrs, 3);
  assert.equal((await other.db.losers.toArray())[0].set.severity_nrs, 3);
});

test('a delete and its undo travel, and are no conflict', async () => {
  const id = await phone.log({ severity_nrs: 1 });
  await phone.act('del', id);
  await phone.sync();
  assert.equal(records()[id].deleted, true);
  await phone.act('restore', id);
  await phone.sync();
  assert.equal(records()[id].deleted, false);
  assert.deepEqual(records()[id].conf, []);
  assert.equal(Object.keys(await phone.screen()).length, 1);
});
