import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chosenIn } from '../../pwa/src/domain/plan.js';

const plan = (id, started_on, more = {}) => ({ id, body: { started_on, weeks: 1, ...more } });
const item = (plan_id, day, more = {}, movement = 'BAL-01') => ({ id: `${plan_id}${day}`, body: { plan_id, on: `2026-11-${day}`, dose: { movement }, ...more } });
const SKIP = { helper: 'skip' };
const ONE = plan('one', '2026-11-16');
const TWO = plan('two', '2026-11-23');
const leftOut = (plans, items) => chosenIn(plans, items).leftOut;

test('one day without a movement is one day; from a day on it stays out, also through a plan that has none of it', () => {
  assert.deepEqual(leftOut([ONE], [item('one', 17, SKIP), item('one', 19)]), []);
  assert.deepEqual(leftOut([ONE], [item('one', 17), item('one', 20, SKIP), item('one', 19, SKIP)]), ['BAL-01']);
  assert.deepEqual(leftOut([ONE], [item('one', 19, SKIP), item('one', 19, { helper: 'hand' })]), []);
  assert.deepEqual(leftOut([ONE], [item('one', 19), item('one', 19, SKIP)]), []);
  assert.deepEqual(leftOut([ONE], [item('one', 19, SKIP), item('one', 19, SKIP)]), ['BAL-01']);
  assert.deepEqual(leftOut([ONE, TWO], [item('one', 19, SKIP), item('two', 24, {}, 'ROM-01')]), ['BAL-01']);
  assert.deepEqual(leftOut([ONE, TWO], [item('two', 24), item('one', 19, SKIP)]), []);
});

test('days that a newer plan took over, or whose plan is gone, say nothing', () => {
  const long = plan('long', '2026-11-16', { weeks: 2, ended_on: '2026-11-18' });
  assert.deepEqual(leftOut([long, plan('two', '2026-11-19')], [item('long', 28), item('two', 20, SKIP)]), ['BAL-01']);
  assert.deepEqual(leftOut([{ id: 'none', body: {} }], [item('gone', 19, SKIP), item('none', 19, SKIP)]), []);
});

test('what the person and a therapist put in is told apart', () => {
  const told = chosenIn([ONE], [item('one', 19, { set_by: 'therapist' }), item('one', 20, { set_by: 'person' }, 'ROM-01'), item('one', 20, {}, 'ROM-04')]);
  assert.deepEqual([told.prescribed, told.added, told.leftOut], [['BAL-01'], ['ROM-01'], []]);
});
