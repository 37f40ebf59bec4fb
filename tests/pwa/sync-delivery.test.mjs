import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { calm, cut, Phone, refuse } from './model-phone.mjs';
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
const numbers = (screen) => Object.values(screen).map((body) => body.severity_nrs).sort((a, b) => a - b);

test('an entry goes out once and a second sync moves nothing', async () => {
  await phone.log({ severity_nrs: 4 });
  assert.deepEqual(await phone.sync(), { ok: true, trouble: null, retryAfterMs: null });
  assert.deepEqual(await phone.states(), []);
  const before = phone.sent.length;
  await phone.sync();
  assert.equal(phone.sent.length, before + 1);
  assert.equal(server.state.spaces[SPACE].head, 1);
  assert.deepEqual(numbers(await phone.screen()), [4]);
});

test('F01 cut before the request leaves, the entry stays and goes once', async () => {
  await phone.log({ severity_nrs: 4 });
  phone.fault = { ...calm, before: cut };
  assert.equal((await phone.sync()).trouble, 'offline');
  assert.deepEqual(await phone.states(), ['queued']);
  phone.fault = calm;
  await phone.sync();
  assert.equal(server.state.spaces[SPACE].head, 1);
});

test('F03 F05 cut after the commit, a newly started app sends again and one entry results', async () => {
  await phone.log({ severity_nrs: 4 });
  phone.fault = { ...calm, after: cut };
  await phone.sync();
  assert.deepEqual(await phone.states(), ['queued']);
  phone.begin();
  phone.fault = calm;
  assert.ok((await phone.sync()).ok);
  assert.equal(server.state.spaces[SPACE].head, 1);
  assert.deepEqual(numbers(await phone.screen()), [4]);
});

test('F11 a page of another network counts as no connection', async () => {
  await phone.log({ severity_nrs: 4 });
  for (const strange of ['<html>', [], {}, { results: [{ op: 1 }] }, null]) {
    phone.fault = { ...calm, after: () => strange };
    assert.equal((await phone.sync()).trouble, 'offline');
  }
  assert.deepEqual(await phone.states(), ['queued']);
});

test('F09b an acknowledged entry stays on the screen until a pull has brought it', async () => {
  const id = await phone.log({ severity_nrs: 4 });
  phone.fault = { ...calm, after: (answer) => { delete answer.pull; return answer; }, before: (name) => name === 'pull' && cut() };
  await phone.sync();
  assert.deepEqual(await phone.states(), ['acked']);
  assert.deepEqual(numbers(await phone.screen()), [4]);
  await phone.log({ severity_nrs: 5 }, id);
  phone.fault = calm;
  await phone.sync();
  assert.deepEqual(records()[id].conf, [], 'no conflict with itself');
  assert.deepEqual(numbers(await phone.screen()), [5]);
});

test('F09b the middle of a paged pull never takes an acknowledged entry away', async () => {
  const other = new Phone(server, 'anna', SPACE);
  for (let i = 0; i < 8; i += 1) await other.log({ severity_nrs: i });
  await other.sync();
  await phone.log({ severity_nrs: 10 });
  let pages = 0;
  phone.fault = { ...calm, before: (name) => { if (name === 'pull' && (pages += 1) > 1) cut(); } };
  await phone.sync();
  assert.ok(numbers(await phone.screen()).includes(10));
  phone.fault = calm;
  await phone.sync();
  assert.deepEqual(numbers(await phone.screen()), [0, 1, 2, 3, 4, 5, 6, 7, 10]);
});

test('F09 an answer that comes after a newer one is dropped whole', async () => {
  await phone.log({ severity_nrs: 1 });
  await phone.sync();
  const id = Object.keys(records())[0];
  const other = new Phone(server, 'anna', SPACE);
  await other.sync();
  await other.log({ severity_nrs: 2 }, id);
  await other.sync();
  const old = server.pull({ account: 'anna', spaces: { [SPACE]: { cursor: null, marks: [] } } });
  await other.log({ severity_nrs: 3 }, id);
  await other.sync();
  let first = true;
  phone.fault = { ...calm, after: async (answer, name) => {
    if (!first || name !== 'pull') return answer;
    first = false;
    const tab = new Phone(server, 'anna', SPACE);
    Object.assign(tab, { db: phone.db });
    tab.begin();
    await tab.sync();
    return old;
  } };
  await phone.sync();
  assert.deepEqual(numbers(await phone.screen()), [3]);
});

test('F12 F15 400 entries of an outage arrive once each and in order per record', async () => {
  const id = await phone.log({ severity_nrs: 0 });
  for (let i = 1; i <= 200; i += 1) {
    await phone.log({ severity_nrs: i % 11 }, id);
    await phone.log({ severity_nrs: 1 });
  }
  phone.fault = { ...calm, before: cut };
  for (let hour = 0; hour < 3; hour += 1) {
    phone.now += 3_600_000;
    await phone.sync();
  }
  phone.fault = { ...calm, before: (name, body) => { if (body.ops?.length > 70) refuse(413); } };
  await phone.sync();
  assert.equal(Object.keys(records()).length, 201);
  assert.equal(records()[id].body.severity_nrs, 200 % 11);
  assert.deepEqual([records()[id].conf, server.state.spaces[SPACE].head], [[], 401]);
});

test('F12 one op too large is set aside with its reason, and holds back its own record only', async () => {
  const id = await phone.log({ note: 'too long' });
  await phone.log({ severity_nrs: 3 }, id);
  await phone.log({ severity_nrs: 8 });
  phone.fault = { ...calm, before: (name, body) => { if (body.ops?.some((op) => op.set?.note)) refuse(413); } };
  await phone.sync();
  assert.deepEqual(await phone.states(), ['blocked', 'queued']);
  assert.deepEqual(numbers(await phone.screen()), [3, 8]);
});

test('F14 one op the server always breaks on does not hold back the rest', async () => {
  await phone.log({ note: 'poison' });
  await phone.log({ severity_nrs: 8 });
  phone.fault = { ...calm, before: (name, body) => { if (body.ops?.some((op) => op.set?.note)) refuse(500); } };
  for (let i = 0; i < 4; i += 1) await phone.sync();
  assert.equal(Object.keys(records()).length, 1);
  assert.deepEqual(await phone.states(), ['queued']);
  assert.equal(Object.keys(await phone.screen()).length, 2);
  phone.fault = calm;
  phone.now += 600_000;
  await phone.sync();
  assert.equal(Object.keys(records()).length, 2);
});

test('a refused op is kept with its code and its text', async () => {
  const id = await phone.log({ note: 'refuse me' });
  await phone.sync();
  const [op] = await phone.db.ops.toArray();
  assert.deepEqual([op.state, op.code], ['blocked', 'validation']);
  assert.equal((await phone.screen())[id].note, 'refuse me');
});

const NUMBERS = { account_mismatch: 'F62 ', update_needed: 'F77 ', not_signed_in: 'F60 ' };

for (const [status, code, trouble] of [
  [401, 'not_signed_in', 'signed_out'], [401, 'device_removed', 'device_removed'], [409, 'account_mismatch', 'account_mismatch'], [426, 'update_needed', 'update_needed'],
  [429, 'too_many', 'busy'], [503, 'busy', 'busy'], [403, 'wrong_origin', 'server'], [422, 'validation', 'server'],
]) {
  test(`${NUMBERS[code] ?? ''}${status} ${code} keeps every entry`, async () => {
    await phone.log({ severity_nrs: 4 });
    phone.fault = { ...calm, before: () => refuse(status, code) };
    assert.equal((await phone.sync()).trouble, trouble);
    assert.deepEqual(await phone.states(), ['queued']);
    assert.deepEqual(numbers(await phone.screen()), [4]);
  });
}

test('an entry that is brought back while its deletion is on the way never stands empty', async () => {
  const id = await phone.log({ severity_nrs: 4 });
  await phone.act('del', id);
  phone.fault = {
    ...calm,
    after: async (answer) => {
      await phone.act('restore', id);
      // A first reading names nothing that is deleted.
      const page = answer.pull.spaces[SPACE];
      return { ...answer, pull: { ...answer.pull, spaces: { [SPACE]: { ...page, rows: page.rows.filter(({ deleted }) => !deleted) } } } };
    },
  };
  await phone.sync();
  assert.deepEqual(await phone.screen(), { [id]: { severity_nrs: 4 } });
  assert.deepEqual(await phone.states(), ['acked', 'acked', 'queued'], 'its own words hold it up');
  phone.fault = calm;
  await phone.sync();
  assert.deepEqual([await phone.screen(), await phone.states()], [{ [id]: { severity_nrs: 4 } }, []]);
});
