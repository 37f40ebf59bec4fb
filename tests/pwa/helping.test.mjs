import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { actsFor, addedBy, byHelpers, eventsFor, theirNow, wroteIt } from '../../pwa/src/domain/helping.js';

const { startLocal } = await import('../../pwa/src/state/session.js');
const { outbox } = await import('../../pwa/src/data/records.js');
const { opened } = await import('../../pwa/src/state/opened.js');
const { recordsOf } = await import('../../pwa/src/state/people.js');
const { addFor, changeFor, removeFor, restoreFor } = await import('../../pwa/src/state/helping.js');
const { records } = await import('../../pwa/src/state/records.js');
const { reasonOf } = await import('../../pwa/src/views/sync/reasons.js');
const { heldWords } = await import('../../pwa/src/views/sync/notices.js');

const ALL = ['symptoms', 'daily', 'medicines', 'exercise', 'observations', 'requests', 'appointments'];
const EVERYTHING = { medicines: true, visit: true, plan: true };
const DANIEL = { account: 'daniel', name: 'Daniel' };
const ROSA = { account: 'rosa', name: 'Rosa' };
const rec = (id, kind, body, author, more = {}) => ({ id, kind, body, author, deleted: false, waiting: false, conf: [], fop: {}, ...more });

test('nothing may be added where nothing was granted', () => {
  assert.deepEqual(actsFor({ read: ALL, write: [] }, EVERYTHING), []);
  assert.deepEqual(actsFor({ read: ALL }, EVERYTHING), []);
});

test('each scope opens its own acts, the usual one first', () => {
  assert.deepEqual(actsFor({ read: ALL, write: ['observations'] }, EVERYTHING), ['noticed', 'visit', 'note']);
  assert.deepEqual(actsFor({ read: ALL, write: ['symptoms'] }, EVERYTHING), ['pain']);
  assert.deepEqual(actsFor({ read: ALL, write: ['medicines'] }, EVERYTHING), ['dose', 'event']);
  assert.deepEqual(actsFor({ read: ALL, write: ['exercise'] }, EVERYTHING), ['together']);
  assert.deepEqual(actsFor({ read: ALL, write: ['daily'] }, EVERYTHING), ['event']);
});

test('nobody adds what they could not read back, or what there is nothing of', () => {
  assert.deepEqual(actsFor({ read: ['requests'], write: ALL }, EVERYTHING), []);
  assert.deepEqual(actsFor({ read: ALL, write: ['medicines', 'exercise'] }, { medicines: false, visit: false, plan: false }), ['event']);
  assert.ok(!actsFor({ read: ['observations'], write: ['observations'] }, EVERYTHING).includes('visit'));
});

test('treatments go with medicines, what happens with the days; a relapse is for nobody else to name', () => {
  assert.deepEqual(eventsFor({ read: ALL, write: ['daily'] }), ['fall', 'illness', 'new_aid']);
  assert.deepEqual(eventsFor({ read: ALL, write: ['medicines'] }), ['infusion', 'steroid_course']);
});

test('the day of the person counts, not that of the reader', () => {
  const now = new Date('2026-11-21T23:30:00Z');
  const theirs = [rec('a', 'symptom', { tz: 'Pacific/Auckland' }, ROSA), rec('b', 'symptom', { tz: 'America/Lima' }, ROSA)];
  assert.equal(theirNow(theirs, 'daniel', now).on, '2026-11-22');
  assert.equal(theirNow([rec('m', 'symptom', { tz: 'America/Lima' }, DANIEL), ...theirs], 'daniel', now).tz, 'Pacific/Auckland');
  assert.ok(theirNow([], 'daniel', now).tz);
});

test('what is one’s own is known by its author, and by having none yet', () => {
  assert.equal(wroteIt(rec('a', 'dose', {}, null), 'daniel'), true);
  assert.equal(wroteIt(rec('a', 'dose', {}, DANIEL), 'daniel'), true);
  assert.equal(wroteIt(rec('a', 'dose', {}, ROSA), 'daniel'), false);
  const here = [
    rec('1', 'symptom', { on: '2026-11-20', at: '2026-11-20T09:00:00Z' }, DANIEL), rec('2', 'observation', { on: '2026-11-21', at: '2026-11-21T09:00:00Z', type: 'tired' }, null),
    rec('3', 'observation', { on: '2026-11-21', type: 'coming' }, null), rec('4', 'symptom', { on: '2026-11-21' }, ROSA),
    rec('5', 'symptom', { on: '2026-11-21' }, DANIEL, { deleted: true }), rec('6', 'event', { on: '2026-10-01', type: 'fall' }, DANIEL),
  ];
  assert.deepEqual(addedBy(here, 'daniel', '2026-11-15').map(({ id }) => id), ['2', '1']);
  assert.deepEqual(byHelpers(here, 'rosa').map(({ id }) => id), ['1', '6']);
});

test('what is added lies in the space it is for, at hand at once, and never in one’s own diary', async () => {
  await startLocal();
  const space = '019aa0b4-8a00-7c3e-9b5f-aaaaaaaaaaaa';
  const there = recordsOf(space);
  const id = await addFor(space, 'observation', { type: 'spasms', at: '2026-11-21T09:00:00+01:00', on: '2026-11-21' });
  assert.equal(id[14], '7');
  const shown = async () => {
    for (let i = 0; i < 100 && !there.value.some((one) => one.id === id); i += 1) await new Promise((done) => setTimeout(done, 10));
    return there.value.find((one) => one.id === id);
  };
  const added = await shown();
  assert.equal(added.waiting, true);
  assert.equal(records.value.length, 0);
  await changeFor(space, added, { text: 'Left leg.' });
  await removeFor(space, id);
  await restoreFor(space, id);
  const ops = await outbox(opened.value.db);
  assert.deepEqual(ops.map((op) => [op.space === space, op.kind, op.t]), [
    [true, 'observation', 'put'], [true, 'observation', 'put'], [true, 'observation', 'del'], [true, 'observation', 'restore']]);
});

test('what was not taken, or waits, says nothing of what became of a share', () => {
  for (const code of ['no_right', 'not_author', 'held_full']) assert.doesNotMatch(reasonOf(code).why, /shar|ended|stopped|paused|changed/i);
  assert.doesNotMatch(heldWords(1, 'Rosa'), /shar|ended|stopped|paused|changed/i);
});
