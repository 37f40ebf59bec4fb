import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { yes } from '../../pwa/src/domain/confirmed.js';
import { nowParts } from '../../pwa/src/domain/time.js';

const { startLocal } = await import('../../pwa/src/state/session.js');
const { syncStore } = await import('../../pwa/src/data/store.js');
const { caughtUp, opened } = await import('../../pwa/src/state/opened.js');
const { session } = await import('../../pwa/src/state/who.js');
const { counted, toConfirm } = await import('../../pwa/src/state/counted.js');
const { change, recordOf } = await import('../../pwa/src/state/records.js');
const diary = await import('../../pwa/src/state/diary.js');
const { inputs } = await import('../../pwa/src/state/plans.js');
const { waiting } = await import('../../pwa/src/state/safety.js');

const ROSA = { id: 'rosa', email: 'rosa@example.org', display_name: 'Rosa' };
const DANIEL = { account: 'daniel', name: 'Daniel' };

await startLocal();
session.value = { ...session.value, mode: 'account', account: ROSA };

/** A row as the server sends it. */
async function arrives(id, set, author = DANIEL) {
  const body = { ...nowParts(), symptom: 'pain', ...set };
  const { db, space } = opened.value;
  const fop = Object.fromEntries(Object.keys(body).map((field) => [field, `${id}-1`]));
  await syncStore(db).putRows(space, 1, [{ id, kind: 'symptom', sv: 1, body, fop, cur_op: `${id}-1`, deleted: false, conf: [], lost: [], author }]);
  await caughtUp();
}

test('a helper’s score steers nothing until the person says yes to it', async () => {
  await diary.logSymptom({ severity_nrs: 2 });
  await arrives('a-helper', { severity_nrs: 9, hard_day: true, regions: [{ region: 'chest', side: 'middle' }] });
  assert.deepEqual(toConfirm.value.map(({ id }) => id), ['a-helper']);
  assert.deepEqual(counted.value.map(({ body }) => body.severity_nrs), [2]);
  assert.equal(inputs.value['log.pain'], 2);
  assert.equal(inputs.value['log.hard_day'], null);
  assert.equal(diary.hardDayToday.value, null);
  assert.ok(!diary.usualPlaces.value.some(({ region }) => region === 'chest'));
  assert.notEqual(waiting.value, 'a-helper');

  await change('a-helper', yes(recordOf('a-helper').body));
  assert.equal(toConfirm.value.length, 0);
  assert.equal(diary.hardDayToday.value, 'a-helper');
  assert.ok(diary.usualPlaces.value.some(({ region }) => region === 'chest'));
  assert.deepEqual(counted.value.map(({ body }) => body.severity_nrs).sort(), [2, 9]);
});

test('once its writer changes it, the yes is asked for again', async () => {
  const said = { ...nowParts(), symptom: 'pain', severity_nrs: 6 };
  await arrives('b-helper', { ...said, ...yes(said) });
  assert.ok(counted.value.some(({ id }) => id === 'b-helper'));
  await arrives('b-helper', { ...said, ...yes(said), severity_nrs: 9 });
  assert.ok(toConfirm.value.some(({ id }) => id === 'b-helper'));
});

test('what the person changes in it themselves they need not say yes to', async () => {
  await arrives('c-helper', { severity_nrs: 6 });
  await change('c-helper', { note: 'By the window.' });
  assert.ok(toConfirm.value.some(({ id }) => id === 'c-helper'));
  await change('c-helper', { severity_nrs: 4 });
  assert.ok(counted.value.some(({ id }) => id === 'c-helper'));
});

test('nothing of one’s own ever waits for a yes', async () => {
  await arrives('d-own', { severity_nrs: 5 }, { account: 'rosa', name: 'Rosa' });
  assert.ok(counted.value.some(({ id }) => id === 'd-own'));
  const id = await diary.logSymptom({ severity_nrs: 3 });
  await change(id, { severity_nrs: 4 });
  assert.equal(recordOf(id).body.confirmed, undefined);
});
