import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';

const session = await import('../../pwa/src/state/session.js');
const diary = await import('../../pwa/src/state/diary.js');
const { syncState } = await import('../../pwa/src/state/sync.js');
const { outbox } = await import('../../pwa/src/data/records.js');
const opened = await import('../../pwa/src/state/opened.js');

test('a diary without an account is stored, shown and found again', async () => {
  await session.startLocal();
  assert.equal(session.session.value.mode, 'local');
  assert.equal(syncState.value.text, 'On this phone only');
  const id = await diary.logSymptom({ severity_nrs: 6 });
  assert.equal(diary.symptoms.value[0].id, id);
  assert.equal(diary.symptoms.value[0].body.symptom, 'pain');
  assert.equal(diary.symptoms.value[0].waiting, true);
  const { space } = session.session.value;
  opened.close();
  assert.equal(diary.records.value.length, 0);
  await opened.open(space);
  assert.equal(diary.records.value[0].body.severity_nrs, 6);
});

test('a change, a delete and its undo are three ops on one entry', async () => {
  const id = await diary.logSymptom({ severity_nrs: 3 });
  await diary.change(id, { regions: [{ region: 'hip', side: 'right' }] });
  await diary.remove(id);
  assert.ok(!diary.symptoms.value.some((rec) => rec.id === id));
  assert.ok(diary.records.value.find((rec) => rec.id === id).deleted);
  await diary.restore(id);
  const rec = diary.symptoms.value.find((one) => one.id === id);
  assert.equal(rec.body.regions[0].region, 'hip');
  const mine = (await outbox(opened.mustBeOpen().db)).filter((op) => op.id === id);
  assert.deepEqual(mine.map(({ t }) => t), ['put', 'put', 'del', 'restore']);
  assert.equal(mine[1].was.regions, null);
  assert.equal(mine[2].base, mine[1].op);
  assert.equal(mine[3].base, mine[2].op);
});

test('the same edit of a field names the op that set it before', async () => {
  const id = await diary.logSymptom({ severity_nrs: 3 });
  await diary.change(id, { severity_nrs: 4 });
  await diary.change(id, { severity_nrs: 4 });
  const mine = (await outbox(opened.mustBeOpen().db)).filter((op) => op.id === id);
  assert.equal(mine.length, 2, 'saying the same again stores nothing');
  assert.equal(mine[1].was.severity_nrs, mine[0].op);
});

test('energy of a day is one record', async () => {
  const first = await diary.setEnergy('low');
  const second = await diary.setEnergy('very_low');
  assert.equal(first, second);
  assert.equal(diary.dailyOf(diary.today.value).body.energy, 'very_low');
});

test('three alike make the usual, and one tap stores a real entry', async () => {
  for (let i = 0; i < 3; i += 1) await diary.logSymptom({ severity_nrs: 5, regions: [{ region: 'knee', side: 'left' }], note: 'mine' });
  assert.equal(diary.usual.value.severity_nrs, 5);
  const id = await diary.sameAsUsual();
  const rec = diary.symptoms.value.find((one) => one.id === id);
  assert.equal(rec.body.note, undefined);
  assert.ok(rec.body.same_as);
  assert.deepEqual(diary.usualPlaces.value[0], { region: 'knee', side: 'left' });
});

test('a hard day has no number', async () => {
  const id = await diary.hardDay();
  assert.equal(diary.hardDayToday.value, id);
  assert.equal('severity_nrs' in diary.symptoms.value.find((rec) => rec.id === id).body, false);
});

test('a full phone says so, stores nothing and takes the next save', async () => {
  const { db } = opened.mustBeOpen();
  const before = await db.ops.count();
  const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
  db.ops.hook('creating', full);
  await assert.rejects(diary.logSymptom({ severity_nrs: 1 }), { code: 'phone_full' });
  assert.equal(diary.durable.value, false);
  assert.equal(await db.ops.count(), before);
  db.ops.hook('creating').unsubscribe(full);
  await diary.logSymptom({ severity_nrs: 1 });
  assert.equal(diary.durable.value, true);
});

test('a storage that was lost while saving is opened again and the entry is there once', async () => {
  const { db } = opened.mustBeOpen();
  const before = await db.ops.count();
  let once = true;
  const lose = () => {
    if (!once) return;
    once = false;
    throw new DOMException('connection lost', 'InvalidStateError');
  };
  db.ops.hook('creating', lose);
  await diary.logSymptom({ severity_nrs: 2 });
  db.ops.hook('creating').unsubscribe(lose);
  assert.equal(await db.ops.count(), before + 1);
});

test('what was typed into one diary is not written into the next one', async () => {
  const id = await diary.logSymptom({ severity_nrs: 2 });
  opened.close();
  await session.startLocal();
  await diary.change(id, { note: 'of the one before' });
  await diary.remove(id);
  assert.deepEqual(await outbox(opened.mustBeOpen().db), []);
});

test('text is stored as the server takes it', async () => {
  const id = await diary.logSymptom({ own_words: 'like\nknives\u0000', note: 'one\r\ntwo \ud83d' });
  const { body } = diary.symptoms.value.find((rec) => rec.id === id);
  assert.deepEqual([body.own_words, body.note], ['like knives', 'one\ntwo ']);
});

test('a list that no server would take is refused, and what was there stays', async () => {
  const id = await diary.logSymptom({ severity_nrs: 2 });
  const words = Array.from({ length: 41 }, (_, i) => `own-${i}`);
  await diary.change(id, { words: words.slice(0, 40) });
  await assert.rejects(diary.change(id, { words }), { code: 'too_many', most: 40 });
  assert.equal(diary.symptoms.value.find((rec) => rec.id === id)?.body.words.length, 40);
  await assert.rejects(diary.change(id, { regions: Array.from({ length: 25 }, () => ({ region: 'hip', side: 'left' })) }), { code: 'too_many', most: 24 });
});
