import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { nowParts } from '../../pwa/src/domain/time.js';

const { startLocal } = await import('../../pwa/src/state/session.js');
const { syncStore } = await import('../../pwa/src/data/store.js');
const { caughtUp, opened } = await import('../../pwa/src/state/opened.js');
const { session } = await import('../../pwa/src/state/who.js');
const { markSeen, noticed, notesOn, sayYes, takeYesBack, unread } = await import('../../pwa/src/state/noticed.js');
const { toConfirm } = await import('../../pwa/src/state/counted.js');
const { recordOf, remove } = await import('../../pwa/src/state/records.js');
const { logSymptom } = await import('../../pwa/src/state/diary.js');

await startLocal();

async function arrives(id, kind, set) {
  const { at, on, tz } = nowParts();
  const body = { at, on, ...(kind === 'symptom' ? { tz, symptom: 'pain' } : {}), ...set };
  const { db, space } = opened.value;
  const row = { id, kind, sv: 1, body, fop: {}, cur_op: `${id}-1`, deleted: false, conf: [], lost: [], author: { account: 'daniel', name: 'Daniel' } };
  await syncStore(db).putRows(space, 1, [row]);
  await caughtUp();
}

test('a diary without an account has no helpers', async () => {
  await arrives('a', 'observation', { type: 'tired' });
  assert.deepEqual(noticed.value, []);
  session.value = { ...session.value, mode: 'account', account: { id: 'rosa', email: 'rosa@example.org', display_name: 'Rosa' } };
  assert.deepEqual(noticed.value.map(({ id }) => id), ['a']);
});

test('what helpers wrote waits until the list is opened, and what comes later waits again', async () => {
  await logSymptom({ severity_nrs: 4 });
  await arrives('b', 'symptom', { severity_nrs: 7 });
  assert.deepEqual(unread.value.map(({ id }) => id).sort(), ['a', 'b']);
  markSeen();
  assert.equal(unread.value.length, 0);
  assert.equal(noticed.value.length, 2);
  await arrives('c', 'event', { type: 'fall' });
  assert.deepEqual(unread.value.map(({ id }) => id), ['c']);
});

test('"On my way" is an answer and no note', async () => {
  await arrives('d', 'observation', { type: 'coming', about: 'x' });
  assert.ok(!noticed.value.some(({ id }) => id === 'd'));
});

test('a note on a visit stands with that visit', async () => {
  await arrives('e', 'observation', { type: 'visit_note', about: 'the-visit', text: 'Ask about the knee.' });
  assert.deepEqual(notesOn('the-visit').map(({ id }) => id), ['e']);
  assert.deepEqual(notesOn('another'), []);
});

test('yes, and back again', async () => {
  await sayYes(recordOf('b'));
  assert.equal(toConfirm.value.length, 0);
  await takeYesBack('b');
  assert.deepEqual(toConfirm.value.map(({ id }) => id), ['b']);
});

test('the person may take anything out of their own diary', async () => {
  await remove('a');
  assert.ok(!noticed.value.some(({ id }) => id === 'a'));
});
