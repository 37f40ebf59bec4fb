import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { calm, cut, Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';

const { dropCovered } = await import('../../pwa/src/sync/pull.js');
const { call } = await import('../../pwa/src/data/api.js');

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
const later = async (from, count) => { for (let i = 0; i < count; i += 1) await from.log({ severity_nrs: i % 11 }); };

/** A second page of the app over the same storage. */
function tabOf(first) {
  const tab = new Phone(first.server, first.account, first.space);
  Object.assign(tab, { db: first.db });
  tab.begin();
  return tab;
}

test('F04 an answer cut in the middle is no answer, and the entry goes again once', async () => {
  const [fetched, first] = [globalThis.fetch, JSON.stringify({ results: [{ op: 'x', s: 'ok' }] })];
  globalThis.fetch = async () => new Response(first.slice(0, 20), { status: 200, headers: { 'content-type': 'application/json' } });
  const refused = await call('POST', 'sync/push', {}).catch((error) => error);
  globalThis.fetch = fetched;
  assert.deepEqual([refused.code, refused.status], ['offline', 0]);
  await phone.log({ severity_nrs: 4 });
  phone.fault = { ...calm, after: () => { throw refused; } };
  assert.equal((await phone.sync()).trouble, 'offline');
  assert.deepEqual([await phone.states(), await phone.db.rec.count()], [['queued'], 0]);
  phone.fault = calm;
  await phone.sync();
  assert.equal(server.state.spaces[SPACE].head, 1);
});

test('F06 a request delivered once more, minutes later and after newer edits, changes nothing', async () => {
  const id = await phone.log({ severity_nrs: 1 });
  await phone.sync();
  const first = structuredClone(phone.sent[0]);
  await phone.log({ severity_nrs: 2 }, id);
  await phone.sync();
  assert.deepEqual(server.push(first).results.map(({ s }) => s), ['dup']);
  await phone.sync();
  assert.deepEqual([numbers(await phone.screen()), records()[id].conf], [[2], []]);
});

test('F07 two answers that arrive in reverse order are both taken, and their marks with them', async () => {
  const empty = server.backup();
  await phone.log({ severity_nrs: 1 });
  let first = true;
  phone.fault = { ...calm, after: async (answer) => {
    if (!first) return answer;
    first = false;
    await phone.log({ severity_nrs: 2 });
    await tabOf(phone).sync();
    return answer;
  } };
  await phone.sync();
  assert.deepEqual([server.state.spaces[SPACE].head, await phone.states(), numbers(await phone.screen())], [2, [], [1, 2]]);
  server.restore(empty);
  await phone.sync();
  assert.deepEqual(Object.values(records()).map(({ body }) => body.severity_nrs), [1, 2], 'a forgetful server is noticed');
});

test('F08 a reading cut between its third and fourth page goes on at the fourth', async () => {
  const other = new Phone(server, 'anna', SPACE);
  await later(other, 14);
  await other.sync();
  let pages = 0;
  phone.fault = { ...calm, before: () => { if ((pages += 1) === 4) cut(); } };
  await phone.sync();
  assert.equal(await phone.db.rec.count(), 9);
  const rows = [];
  phone.fault = { ...calm, after: (answer) => { rows.push(...answer.spaces[SPACE].rows); return answer; } };
  await phone.sync();
  assert.deepEqual([rows.length, Object.keys(await phone.screen()).length], [5, 14]);
});

test('F13 a server that wants to be left alone is left alone, also by a newly started app, but not for ever', async () => {
  await phone.log({ severity_nrs: 1 });
  phone.fault = { ...calm, before: () => { throw Object.assign(new Error('busy'), { code: 'busy', status: 503, retryAfterMs: 60_000 }); } };
  assert.deepEqual(await phone.sync(), { ok: false, trouble: 'busy', retryAfterMs: 60_000 });
  phone.fault = calm;
  phone.now += 59_000;
  phone.begin();
  assert.deepEqual(await phone.sync(), { ok: false, trouble: 'busy', retryAfterMs: 1_000 });
  assert.equal(phone.sent.length, 1);
  phone.now += 2_000;
  assert.ok((await phone.sync()).ok);
  phone.fault = { ...calm, before: () => { throw Object.assign(new Error('busy'), { code: 'busy', status: 429, retryAfterMs: 9e9 }); } };
  await phone.sync();
  phone.fault = calm;
  phone.now -= 86_400_000;
  assert.ok((await phone.sync()).ok, 'a wait set by a clock that was wrong is not waited for');
});

test('F09b an entry another page sends while this one reads stays on the screen when the older reading ends', async () => {
  let first = true;
  phone.fault = { ...calm, after: async (answer) => {
    if (!first) return answer;
    first = false;
    await phone.log({ severity_nrs: 4 });
    const tab = tabOf(phone);
    tab.fault = { before: (name) => name === 'pull' && cut(), after: (pushed) => { delete pushed.pull; return pushed; } };
    await tab.sync();
    assert.deepEqual(await phone.states(), ['acked']);
    return answer;
  } };
  await phone.sync();
  assert.deepEqual([await phone.states(), numbers(await phone.screen())], [['acked'], [4]]);
  await phone.sync();
  assert.deepEqual([await phone.states(), numbers(await phone.screen())], [[], [4]]);
});

test('F53 what another page found to be sent again is not taken for sent', async () => {
  await phone.log({ severity_nrs: 4 });
  const [op] = await phone.db.ops.toArray();
  await phone.store.atomically(() => dropCovered(phone.store, [{ ...op, state: 'acked' }]));
  assert.deepEqual(await phone.states(), ['queued']);
});

test('F16 a row that changes while it is being paged ends as its newest, once', async () => {
  const other = new Phone(server, 'anna', SPACE);
  await later(other, 8);
  await other.sync();
  const id = Object.keys(records())[0];
  let pages = 0;
  phone.fault = { ...calm, after: async (answer) => {
    pages += 1;
    if (pages <= 2) {
      await other.log({ severity_nrs: 5 + pages }, id);
      await other.sync();
    }
    return answer;
  } };
  await phone.sync();
  assert.equal((await phone.screen())[id].severity_nrs, 7);
  assert.equal(Object.keys(await phone.screen()).length, 8);
});

test('F38 five edits of one field without a network, some of them sent into the void, are no conflict', async () => {
  const id = await phone.log({ severity_nrs: 0 });
  await phone.sync();
  for (let i = 1; i <= 5; i += 1) {
    await phone.log({ severity_nrs: i }, id);
    phone.fault = { ...calm, after: i % 2 ? cut : (answer) => answer, before: i === 4 ? cut : () => {} };
    await phone.sync();
  }
  phone.fault = calm;
  await phone.sync();
  assert.deepEqual([records()[id].conf, records()[id].body.severity_nrs, server.state.spaces[SPACE].head], [[], 5, 6]);
});

test('what the person lets go of or erases while it is on its way is no trouble when the answer comes', async () => {
  const id = await phone.log({ note: 'secret' });
  let first = true;
  phone.fault = { ...calm, after: async (answer) => {
    if (first) {
      first = false;
      await phone.act('erase', id);
    }
    return answer;
  } };
  assert.ok((await phone.sync()).ok);
  assert.deepEqual([await phone.screen(), await phone.states()], [{}, ['queued']]);
  await phone.sync();
  assert.deepEqual([records()[id].erased, records()[id].body, await phone.states()], [true, {}, []]);
  assert.deepEqual((await phone.db.sent.toArray()).map(({ t }) => t), ['erase']);
});
