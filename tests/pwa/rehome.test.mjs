import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sharedId, uuid5 } from '../../pwa/src/domain/ids.js';
import { rehomed } from '../../pwa/src/domain/rehome.js';

const FROM = '5d0fb5cf-0f93-4fb6-97a3-0f6ecd2b6a01';
const TO = '0192aabb-1111-7222-8333-444455556666';
const ON = '2026-11-21';

const op = (kind, id, set, more = {}) => ({ n: 1, op: `${kind}-${Object.keys(set)}`, space: FROM, id, kind, sv: 1, t: 'put', was: {}, set, made_at: `${ON}T09:00:00.000+01:00`, made_tz: 'Europe/Zurich', state: 'queued', ...more });

test('records of which there is one take the id they have in the other space', () => {
  const keys = { daily: { on: ON }, mood: { on: ON }, profile: {}, preference: {}, care_card: {}, safety: { message_id: 'SAFE-02', on: ON } };
  for (const [kind, key] of Object.entries(keys)) {
    const [moved] = rehomed([op(kind, sharedId(FROM, kind, key), { ...key, private: true })], FROM, TO);
    assert.deepEqual([moved.space, moved.id], [TO, sharedId(TO, kind, key)], kind);
  }
  assert.equal(sharedId(TO, 'daily', { on: ON }), uuid5(TO, `daily:${ON}`));
});

test('a later change of such a record goes with it, though it does not name the day', () => {
  const id = sharedId(FROM, 'safety', { message_id: 'SAFE-02', on: ON });
  const ops = [op('safety', id, { message_id: 'SAFE-02', on: ON, tier: 'soon' }), op('safety', id, { answer: 'seen' }), { ...op('safety', id, {}), set: undefined, t: 'del', base: 'x' }];
  assert.deepEqual(new Set(rehomed(ops, FROM, TO).map((one) => one.id)), new Set([sharedId(TO, 'safety', { message_id: 'SAFE-02', on: ON })]));
});

test('every field that names a record names the same one afterwards, and nothing else changes', () => {
  const daily = sharedId(FROM, 'daily', { on: ON });
  const day = sharedId(TO, 'daily', { on: ON });
  const own = '0192aabb-0000-7000-8000-000000000001';
  const fields = [
    ['safety', { because: [daily, own] }, { because: [day, own] }],
    ['observation', { about: daily, text: `about ${daily}` }, { about: day, text: `about ${daily}` }],
    ['symptom', { same_as: own, symptom: own, relief: [{ what: own }] }, null],
    ['dose', { medicine_id: own, body_site: 'thigh' }, null],
    ['session', { plan_item_ids: [own, daily], note: null }, { plan_item_ids: [own, day], note: null }],
    ['story', { answers: { q1: { choices: [daily], numbers: { a: 1 } } } }, { answers: { q1: { choices: [day], numbers: { a: 1 } } } }],
  ];
  for (const [kind, set, expected] of fields) {
    const [, moved] = rehomed([op('daily', daily, { on: ON }), op(kind, own, set)], FROM, TO);
    assert.deepEqual([moved.id, moved.set], [own, expected ?? set], kind);
  }
});

test('what an edit had seen stays true, since ops keep their ids', () => {
  const id = sharedId(FROM, 'daily', { on: ON });
  const chain = [op('daily', id, { energy: 'low' }, { op: 'a' }), op('daily', id, { energy: 'usual' }, { op: 'b', was: { energy: 'a' } }),
    { ...op('daily', id, {}), op: 'c', t: 'del', base: 'b', set: undefined, was: undefined }];
  assert.deepEqual(rehomed([op('daily', id, { on: ON }), ...chain], FROM, TO).slice(1).map((one) => [one.op, one.was, one.base]),
    [['a', {}, undefined], ['b', { energy: 'a' }, undefined], ['c', undefined, 'b']]);
});
