import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';

import './fresh-storage.mjs';

globalThis.fetch = async (path) => ({ ok: true, json: async () => JSON.parse(readFileSync(new URL(`../../backend${path}`, import.meta.url), 'utf8')) });

const { startLocal } = await import('../../pwa/src/state/session.js');
const { add, ofKind, recordOf } = await import('../../pwa/src/state/records.js');
const { setProfile } = await import('../../pwa/src/state/profile.js');
const { itemsOn, shelf } = await import('../../pwa/src/state/plans.js');
const { today } = await import('../../pwa/src/state/today.js');
const { changeItems, mayChange, mayHave, suchDays } = await import('../../pwa/src/state/plan-changing.js');
const { doseBody } = await import('../../pwa/src/domain/plan-words.js');

const day = (ahead) => new Date(Date.parse(`${today.peek()}T12:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10);
const SEATED = { movement: 'ROM-14', position_variant: 'seated', reps: 8, sets: 1 };
/** Beyond the gentle set. */
const BEYOND = { movement: 'STR-01', position_variant: 'seated', reps: 2, hold_s: 20, sets: 1, sides: 'each' };
let plan;

before(async () => {
  await startLocal();
  while (!shelf.value) await new Promise((done) => { setTimeout(done, 10); });
  await setProfile({ mobility: 'wheelchair', clearance: 'yes' });
  plan = await add('plan', { template: 'T06', started_on: day(-1), weeks: 1 });
  for (const ahead of [-1, 0, 2, 4]) await item(ahead, SEATED, 0);
  await item(0, BEYOND, 1);
});

const item = (ahead, dose, order) => add('plan_item', { plan_id: plan, on: day(ahead), position: dose.position_variant, order, dose, lengths: [3, 8, 15], helper: 'alone', set_by: 'planner', why: ['T06'] });
const first = (ahead = 0) => itemsOn(day(ahead))[0];
const reps = () => [-1, 0, 2, 4].map((ahead) => first(ahead).dose.reps);

test('less is free, for one day, and goes back', async () => {
  const undo = await changeItems([first()], { dose: { ...doseBody(first().dose), reps: 5 } });
  assert.deepEqual(reps(), [8, 5, 8, 8]);
  assert.equal(first().set_by, 'planner', 'whose it is stays');
  await undo();
  assert.deepEqual(reps(), [8, 8, 8, 8]);
});

test('all such days are those of the plan from today on', async () => {
  const all = suchDays(first());
  assert.deepEqual(all.map(({ on }) => on), [day(0), day(2), day(4)]);
  const undo = await changeItems(all, { helper: 'hand' });
  assert.deepEqual([-1, 0, 2, 4].map((ahead) => first(ahead).helper), ['alone', 'hand', 'hand', 'hand']);
  await undo();
  assert.equal(first(2).helper, 'alone');
});

test('a day that has less already is not raised by less on all days', async () => {
  const undo = await changeItems([first(2)], { dose: { ...doseBody(first(2).dose), reps: 3 } });
  const set = { dose: { ...doseBody(first().dose), reps: 5 } };
  assert.deepEqual(suchDays(first()).map((one) => mayChange(one, set)), [true, false, true]);
  assert.equal(mayChange(first(2), { ...set, override_note: 'As before.' }), true);
  await undo();
});

test('more needs a word why, and undo takes that back too', async () => {
  const dose = { ...doseBody(first().dose), reps: 12 };
  await assert.rejects(changeItems([first()], { dose, set_by: 'person' }), { code: 'not_allowed' });
  const undo = await changeItems([first()], { dose, set_by: 'person', override_note: 'It went easily.' });
  assert.deepEqual([first().dose.reps, first().set_by, first().note], [12, 'person', 'It went easily.']);
  await undo();
  assert.deepEqual([first().dose.reps, first().set_by, first().note], [8, 'planner', null]);
  assert.equal(mayHave(first()), true);
});

test('what a rule speaks against gets less or is left out, never more and never back', async () => {
  const beyond = () => itemsOn(day(0))[1];
  assert.equal(mayHave(beyond()), false);
  const more = { ...doseBody(beyond().dose), reps: 3 };
  await assert.rejects(changeItems([beyond()], { dose: more, set_by: 'therapist', override_note: '1 November.' }), { code: 'not_allowed' });
  await changeItems([beyond()], { dose: { ...doseBody(beyond().dose), hold_s: 10 } });
  assert.equal(beyond().dose.hold_s, 10);
  await changeItems([beyond()], { helper: 'skip' });
  await assert.rejects(changeItems([beyond()], { helper: 'alone' }), { code: 'not_allowed' });
});

test('what was left out comes back where nothing speaks against it', async () => {
  await changeItems([first()], { helper: 'skip' });
  assert.equal(mayHave(first()), true, 'not wanting it is no rule');
  await changeItems([first()], { helper: 'alone' });
  assert.equal(first().helper, 'alone');
});

test('no other movement, no other place and no other field ever comes into an item', async () => {
  const bodies = () => JSON.stringify(ofKind('plan_item').map(({ id }) => recordOf(id).body));
  const was = bodies();
  for (const set of [{ dose: { ...BEYOND } }, { dose: { ...SEATED, position_variant: 'free' } }, { why: [] }, { lengths: [3] }]) {
    await assert.rejects(changeItems([first()], set), { code: 'not_allowed' });
  }
  assert.equal(bodies(), was);
});
