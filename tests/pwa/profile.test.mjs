import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import './fresh-storage.mjs';

const { ASKS, MINUTES, again, changedAid, pastDay, steps, toggled, toggledAid } = await import('../../pwa/src/domain/profile.js');
const { said } = await import('../../pwa/src/views/profile/words.js');
const { vocabulary } = await import('../../pwa/src/state/content.js');
const { startLocal } = await import('../../pwa/src/state/session.js');
const { profile, setProfile } = await import('../../pwa/src/state/profile.js');
const { records } = await import('../../pwa/src/state/records.js');

const lists = JSON.parse(await readFile(new URL('../../backend/content/vocabulary.json', import.meta.url))).lists;
vocabulary.value = lists;
const ask = (id) => ASKS.find((one) => one.id === id);
const told = (id, body) => said(ask(id), body, '2026-11-21');

test('every question is answered from a list that exists, and its first answers are in it', () => {
  for (const one of ASKS.filter(({ list }) => list)) {
    const ids = lists[one.list].map(({ id }) => id);
    assert.deepEqual((one.first ?? []).filter((id) => !ids.includes(id)), [], one.id);
  }
});

test('an aid and a steroid course open the steps about them, and nothing else does', () => {
  assert.deepEqual(steps({}), ASKS.map(({ id }) => id));
  const more = steps({ aids: [{ aid: 'stick' }, { aid: 'afo' }], steroids: { times: 'once' } });
  assert.deepEqual(more.slice(1, 4), ['aids', 'aid:stick', 'aid:afo']);
  assert.equal(more[more.indexOf('steroids') + 1], 'steroids_last');
  assert.ok(!steps({ steroids: { times: 'never' } }).includes('steroids_last'));
});

test('the same answer again takes it back, also where the answer is no', () => {
  assert.equal(again('yes', 'yes'), null);
  assert.equal(again('yes', 'no'), 'no');
  assert.equal(again(false, false), null);
  assert.equal(again(null, false), false);
  assert.deepEqual(toggled(['a', 'b'], 'a'), ['b']);
  assert.deepEqual(toggled(null, 'a'), ['a']);
});

test('what is said about one aid leaves the others alone', () => {
  const aids = [{ aid: 'stick', hand: 'left' }, { aid: 'afo' }];
  assert.deepEqual(changedAid(aids, 'afo', { since_on: '2025-01-02' }), [aids[0], { aid: 'afo', since_on: '2025-01-02' }]);
  assert.deepEqual(toggledAid(aids, 'stick'), [aids[1]]);
  assert.deepEqual(toggledAid(null, 'hoist'), [{ aid: 'hoist' }]);
});

test('a date that is half typed or still to come is not kept', () => {
  assert.equal(pastDay('0002-01-01', '2026-11-21'), false);
  assert.equal(pastDay('2026-11-22', '2026-11-21'), false);
  assert.equal(pastDay('', '2026-11-21'), false);
  assert.equal(pastDay('2026-11-21', '2026-11-21'), true);
});

test('each answer is told in a line, and nothing is told that was not said', () => {
  for (const { id } of ASKS) assert.equal(told(id, {}), '', id);
  assert.equal(told('mobility', { mobility: 'bed' }), 'In bed most of the time');
  assert.equal(told('heat_sensitive', { heat_sensitive: false }), 'No');
  assert.equal(told('aids', { aids: [{ aid: 'stick' }, { aid: 'hoist' }] }), 'Walking stick, hoist');
  assert.equal(told('conditions', { conditions: ['gout', 'heart', 'lung', 'diabetes', 'pump'] }), 'Gout, heart disease, lung disease and 2 more');
  assert.equal(told('steroids', { steroids: { times: '2_4', last_on: '2026-03-05' } }), '2 to 4 times, last on 5 March');
  assert.equal(told('alemtuzumab', { alemtuzumab: { ever: true, last_on: '2024-03-05' } }), 'Yes, last on 5 March 2024');
  assert.equal(told('goals', { goals: ['sit_film', 'own_words'], own_goal: 'Walk round the pond' }), 'Sit through a film, walk round the pond');
  assert.equal(told('time', { days: ['mon'], minutes: MINUTES[1] }), '1 day a week, 8 minutes');
});

test('there is one profile, and each answer is kept beside the others', async () => {
  await startLocal();
  assert.deepEqual(profile.value, {});
  const first = await setProfile({ mobility: 'stick' });
  const second = await setProfile({ heat_sensitive: false });
  assert.equal(first, second);
  assert.equal(profile.value.mobility, 'stick');
  assert.equal(profile.value.heat_sensitive, false);
  assert.equal(records.value.filter(({ kind }) => kind === 'profile').length, 1);
});
