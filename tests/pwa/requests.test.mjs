import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { ASKS, askOf, comingTo, openRequests, seesRequests } from '../../pwa/src/domain/asking.js';

const { startLocal } = await import('../../pwa/src/state/session.js');
const { add, ofKind, remove } = await import('../../pwa/src/state/records.js');
const requests = await import('../../pwa/src/state/requests.js');

const NOW = Date.parse('2026-11-21T12:00:00Z');
const asked = (id, at, more = {}) => ({ id, kind: 'request', deleted: false, body: { ask: 'cool_drink', at, ...more } });

test('a request stands for four hours, newest first, and the same thing once', () => {
  const here = [
    asked('1', '2026-11-21T07:59:00Z'), asked('2', '2026-11-21T08:30:00Z', { ask: 'company' }), asked('3', '2026-11-21T10:00:00Z'),
    asked('4', '2026-11-21T11:00:00Z'), asked('5', '2026-11-21T11:30:00Z', { ask: 'help_me_up', answered_at: '2026-11-21T11:40:00Z' }),
    { ...asked('6', '2026-11-21T11:50:00Z', { ask: 'leave_me_be' }), deleted: true }, asked('7', null), asked('8', '2026-11-21T13:00:00Z', { ask: 'leave_me_be' }),
  ];
  assert.deepEqual(openRequests(here, NOW).map(({ id }) => id), ['4', '2']);
});

test('a clock a little ahead loses no request', () => {
  assert.equal(openRequests([asked('1', '2026-11-21T12:05:00Z')], NOW).length, 1);
});

test('who is on the way is told of one request, and taken back with its note', () => {
  const coming = (id, about, more = {}) => ({ id, kind: 'observation', deleted: false, body: { type: 'coming', about, at: '2026-11-21T11:00:00Z' }, ...more });
  const here = [coming('a', '1'), coming('b', '2'), coming('c', '1', { deleted: true }), { ...coming('d', '1'), body: { type: 'other', about: '1' } }];
  assert.deepEqual(comingTo(here, '1').map(({ id }) => id), ['a']);
});

test('every request of the wire has words, and only those with something to bring are answered', () => {
  assert.deepEqual(ASKS.map(({ id }) => id), ['cool_drink', 'help_me_up', 'company', 'leave_me_be', 'please_dont_ask']);
  assert.deepEqual(ASKS.filter(({ come }) => come).map(({ id }) => id), ['cool_drink', 'help_me_up', 'company']);
  assert.equal(askOf('something_newer').label, 'Help');
});

test('a share sees requests while it is live and they are granted', () => {
  const share = { state: 'active', until: null, read: ['requests'] };
  assert.equal(seesRequests(share, '2026-11-21'), true);
  assert.equal(seesRequests({ ...share, until: '2026-11-20' }, '2026-11-21'), false);
  assert.equal(seesRequests({ ...share, state: 'paused' }, '2026-11-21'), false);
  assert.equal(seesRequests({ ...share, read: ['symptoms'] }, '2026-11-21'), false);
});

test('asking, no longer needing it, needing it after all, and taking it back', async () => {
  await startLocal();
  const id = await requests.ask('company');
  assert.deepEqual(requests.asked.value.map((rec) => rec.id), [id]);
  await requests.notNeeded(id);
  assert.equal(requests.asked.value.length, 0);
  await requests.stillNeeded(id);
  assert.equal(requests.asked.value.length, 1);
  await add('observation', { type: 'coming', about: id, at: ofKind('request')[0].body.at });
  assert.deepEqual(requests.onTheWay(id), ['Somebody']);
  await remove(id);
  assert.equal(requests.asked.value.length, 0);
});
