import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  allAsUsual, anythingSaid, changeOf, energySentence, ownSymptoms, rowOrder, usesWheels, withChange,
} from '../../pwa/src/domain/daily.js';
import './fresh-storage.mjs';

const one = (symptom, change) => ({ symptom, change });

test('a change takes the place of another, and the same again is taken back', () => {
  const worse = withChange({ symptoms: [one('balance', 'usual')] }, 'fatigue', 'worse');
  assert.deepEqual(worse, { symptoms: [one('balance', 'usual'), one('fatigue', 'worse')] });
  assert.deepEqual(withChange(worse, 'fatigue', 'new'), { symptoms: [one('balance', 'usual'), one('fatigue', 'new')] });
  assert.deepEqual(withChange(worse, 'fatigue', 'worse'), { symptoms: [one('balance', 'usual')] });
  assert.deepEqual(withChange({ symptoms: [one('fatigue', 'new')] }, 'fatigue', 'new'), { symptoms: null });
});

test('bladder, bowel and sexual ones never stand among the others', () => {
  for (const symptom of ['bladder', 'bowel', 'constipation', 'sexual']) {
    assert.deepEqual(withChange(null, symptom, 'new'), { intimate: [one(symptom, 'new')] });
    assert.equal(changeOf({ intimate: [one(symptom, 'new')] }, symptom), 'new');
    assert.equal(changeOf({ symptoms: [one(symptom, 'new')] }, symptom), null);
  }
});

test('what was logged before is theirs, commonest first, without pain and without mood', () => {
  const dailies = [
    { symptoms: [one('balance', 'new'), one('low_mood', 'worse')], intimate: [one('bladder', 'usual')] },
    { symptoms: [one('fatigue', 'usual'), one('balance', 'usual')] },
    { symptoms: [one('fatigue', 'worse')] },
  ];
  const entries = [{ symptom: 'pain' }, { symptom: 'fatigue' }, { hard_day: true }];
  assert.deepEqual(ownSymptoms(dailies, entries), ['fatigue', 'balance', 'bladder']);
});

test('all as usual says usual of energy and of what is theirs, and gives no number', () => {
  assert.deepEqual(allAsUsual(null, ['fatigue', 'bladder']), {
    energy: 'usual', symptoms: [one('fatigue', 'usual')], intimate: [one('bladder', 'usual')],
  });
  assert.deepEqual(allAsUsual(null, []), { energy: 'usual' });
});

test('all as usual leaves alone what was said already', () => {
  const body = { energy: 'low', symptoms: [one('fatigue', 'worse')] };
  assert.deepEqual(allAsUsual(body, ['fatigue', 'balance']), { symptoms: [one('fatigue', 'worse'), one('balance', 'usual')] });
  assert.deepEqual(allAsUsual(body, ['fatigue']), {});
});

test('all as usual stays within what a list may hold', () => {
  const many = Array.from({ length: 60 }, (_, at) => `own_${at}`);
  assert.equal(allAsUsual(null, many).symptoms.length, 40);
  const full = { symptoms: many.slice(0, 40).map((symptom) => one(symptom, 'usual')) };
  assert.deepEqual(allAsUsual(full, many), { energy: 'usual' });
});

test('something said is a value, be it zero or no', () => {
  assert.equal(anythingSaid({}), false);
  assert.equal(anythingSaid({ on: '2026-11-21', sleep_hours: null, symptoms: [], note: '', falls: {}, infection: null }), false);
  assert.equal(anythingSaid({ stress_nrs: 0 }), true);
  assert.equal(anythingSaid({ falls: { count: 0 } }), true);
  assert.equal(anythingSaid({ falls: { injured: false } }), true);
  assert.equal(anythingSaid({ energy: 'low' }, ['energy']), false);
});

test('rows used on most days come first; the note is always last', () => {
  const order = rowOrder({ dailies: [{ sitting_minutes: 30, note: 'x' }, { sitting_minutes: 45, stress_nrs: 2, note: 'x' }, { note: 'x' }], moods: 3 });
  assert.deepEqual(order.slice(0, 4), ['mood', 'sitting', 'stress', 'symptoms']);
  assert.equal(order.at(-1), 'note');
  assert.equal(new Set(order).size, 16);
});

test('the energy of Today pushes no row away', () => {
  assert.deepEqual(rowOrder({ dailies: [{ energy: 'low' }, { energy: 'low' }] }).slice(0, 5), ['symptoms', 'sleep', 'heat', 'mood', 'stress']);
});

test('hours in a wheelchair stand high only for who uses one', () => {
  assert.ok(rowOrder({ dailies: [], wheels: true }).indexOf('wheels') < 5);
  assert.ok(rowOrder({ dailies: [], wheels: false }).indexOf('wheels') > 10);
  assert.equal(usesWheels(null, []), false);
  assert.equal(usesWheels({ mobility: 'stick', aids: [{ aid: 'stick' }] }, [{ wheelchair_hours: null }]), false);
  assert.equal(usesWheels({ mobility: 'wheelchair' }, []), true);
  assert.equal(usesWheels({ aids: [{ aid: 'scooter' }] }, []), true);
  assert.equal(usesWheels(null, [{ wheelchair_hours: 0 }]), true);
});

test('two taps in a row are both kept, and a day that was deleted begins anew', async () => {
  const session = await import('../../pwa/src/state/session.js');
  const state = await import('../../pwa/src/state/dailies.js');
  const { remove } = await import('../../pwa/src/state/records.js');
  await session.startLocal();
  const [id] = await Promise.all(['balance', 'vision'].map((symptom) => state.setDay('2026-11-20', (body) => withChange(body, symptom, 'new'))));
  assert.deepEqual(state.dayBody('2026-11-20').symptoms, [one('balance', 'new'), one('vision', 'new')]);
  assert.deepEqual(state.mySymptoms.value, ['balance', 'vision']);
  await remove(id);
  assert.deepEqual(state.dayBody('2026-11-20'), {});
  await state.setDay('2026-11-20', { heat: 'no' });
  assert.equal(state.dayBody('2026-11-20').symptoms, null);
  assert.equal(state.dayBody('2026-11-20').heat, 'no');
});

test('all as usual is taken back to what was said before', async () => {
  const state = await import('../../pwa/src/state/dailies.js');
  await state.setDay('2026-11-21', { symptoms: [one('fatigue', 'worse')] });
  await state.setDay('2026-11-19', { intimate: [one('bowel', 'new')] });
  const { undo } = await state.sayAsUsual('2026-11-21');
  const { energy, symptoms, intimate } = state.dayBody('2026-11-21');
  assert.deepEqual({ energy, symptoms, intimate }, { energy: 'usual', symptoms: [one('fatigue', 'worse')], intimate: [one('bowel', 'usual')] });
  assert.deepEqual(state.usualOf('2026-11-21'), {});
  await undo();
  const after = state.dayBody('2026-11-21');
  assert.deepEqual([after.energy, after.symptoms, after.intimate], [null, [one('fatigue', 'worse')], null]);
});

test('energy is said in words, or not at all', () => {
  assert.equal(energySentence({ energy: 'very_low' }), 'Energy: very low');
  assert.equal(energySentence({}), '');
});
