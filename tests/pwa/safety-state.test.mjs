import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import './fresh-storage.mjs';

globalThis.fetch = async (path) => ({ ok: true, json: async () => JSON.parse(readFileSync(new URL(`../../backend${path}`, import.meta.url), 'utf8')) });

const session = await import('../../pwa/src/state/session.js');
const diary = await import('../../pwa/src/state/diary.js');
const safety = await import('../../pwa/src/state/safety.js');
const records = await import('../../pwa/src/state/records.js');
const { lived } = await import('../../pwa/src/domain/time.js');

await session.startLocal();
const rules = await safety.rulesReady();
const chest = [{ region: 'chest', side: 'middle' }];
const stored = () => Object.fromEntries(records.ofKind('safety').map(({ body }) => [body.message_id, body]));
const daysAgo = (days) => lived(new Date(Date.now() - days * 86_400_000), 'Europe/Zurich');

test('an entry of the chest asks, an alarm stores an emergency, an answer closes it and can be taken back', async () => {
  const id = await diary.logSymptom({ severity_nrs: 5, regions: chest });
  assert.equal(safety.waiting.value, id);
  assert.deepEqual(safety.questionsOf(rules, { id }, {}).map(({ check }) => check), ['chest']);
  const [first] = await safety.endRound(rules, { id }, { breathless: 'yes', sick: 'no' });
  assert.deepEqual({ message: first.message, tier: first.tier }, { message: 'SAFE-01', tier: 'E1' });
  assert.deepEqual(stored()['SAFE-01'].because, [id]);
  assert.deepEqual(stored().CHECK.checks, { breathless: 'yes', sick: 'no' });
  assert.equal(stored()['SAFE-01'].private ?? null, null);
  assert.equal(safety.allowed.value.state, 'lock');
  assert.equal(safety.waiting.value, null, 'nothing waits beside an emergency');
  const undo = await safety.answerMessage(safety.open.value[0], 'seen');
  assert.deepEqual(safety.open.value, []);
  await undo();
  assert.equal(safety.open.value[0].message, 'SAFE-01');
  await safety.answerMessage(safety.open.value[0], 'seen');
  assert.deepEqual(safety.foundBy(rules, { id }, {}).filter(({ tier }) => tier === 'E1'), [], 'the alarm counts no more');
});

test('the same alarm again opens it again', async () => {
  const id = await diary.logSymptom({ severity_nrs: 5, regions: chest });
  await safety.endRound(rules, { id }, { breathless: 'not_sure' });
  assert.equal(stored()['SAFE-01'].answer, null);
  assert.equal(stored()['SAFE-01'].because.length, 2);
  await safety.answerMessage(safety.open.value[0], 'cleared');
});

test('a round that is over is not asked again, a change of the place is', async () => {
  const id = await diary.logSymptom({ severity_nrs: 3, regions: [{ region: 'hip', side: 'right' }] });
  const asked = safety.questionsOf(rules, { id }, {}).flatMap(({ questions }) => questions);
  await safety.endRound(rules, { id }, Object.fromEntries(asked.map((name) => [name, 'no'])));
  assert.deepEqual(safety.questionsOf(rules, { id }, {}), []);
  await records.change(id, { note: 'after the stairs' });
  assert.deepEqual(safety.questionsOf(rules, { id }, {}), []);
  await new Promise((later) => { setTimeout(later, 5); });
  await records.change(id, { regions: [{ region: 'hip', side: 'right' }, ...chest] });
  assert.equal(safety.questionsOf(rules, { id }, {})[0].check, 'chest');
});

test('what would not be due without private entries is private', async () => {
  for (const days of [1, 2, 3]) await records.add('symptom', { ...daysAgo(days), symptom: 'pain', severity_nrs: 9, private: true });
  const id = await diary.logSymptom({ severity_nrs: 2 });
  await safety.endRound(rules, { id }, {});
  assert.equal(stored()['SAFE-18'].private, true);
});

test('a private entry makes a private message', async () => {
  const id = await diary.logSymptom({ severity_nrs: 2, regions: [{ region: 'calf', side: 'left' }], private: true });
  await safety.endRound(rules, { id }, { leg_swollen: 'yes' });
  assert.equal(stored()['SAFE-03'].private, true);
  assert.equal(stored().CHECK.private, true);
});

test('what frightens asks about itself and logs no symptom', async () => {
  const before = diary.symptoms.value.length;
  assert.deepEqual(safety.questionsOf(rules, { worry: ['joint'] }, {}).map(({ check }) => check), ['joint']);
  const found = await safety.endRound(rules, { worry: ['mood'] }, { not_want_to_live: 'yes' });
  assert.equal(found[0].message, 'SAFE-24b');
  assert.equal(diary.symptoms.value.length, before);
});
