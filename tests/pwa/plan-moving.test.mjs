import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';

import './fresh-storage.mjs';

globalThis.fetch = async (path) => ({ ok: true, json: async () => JSON.parse(readFileSync(new URL(`../../backend${path}`, import.meta.url), 'utf8')) });

const { startLocal } = await import('../../pwa/src/state/session.js');
const { add } = await import('../../pwa/src/state/records.js');
const { itemsOn, shelf } = await import('../../pwa/src/state/plans.js');
const { today } = await import('../../pwa/src/state/today.js');
const { otherDays, swapDays } = await import('../../pwa/src/state/plan-moving.js');
const { weekOf } = await import('../../pwa/src/domain/plan-week.js');

const RANGE = { movement: 'ROM-14', position_variant: 'seated', reps: 8, sets: 1 };
const STRONG = { movement: 'RST-01', position_variant: 'seated', reps: 5, sets: 1 };
let week;

before(async () => {
  await startLocal();
  while (!shelf.value) await new Promise((done) => { setTimeout(done, 10); });
  // A Monday, whatever day it is.
  week = weekOf('2026-11-25');
  today.value = week[0];
  const plan = await add('plan', { template: 'T06', started_on: week[0], weeks: 1 });
  const item = (at, dose, order = 0) => add('plan_item', { plan_id: plan, on: week[at], position: dose.position_variant, order, dose, lengths: [3, 8, 15], helper: 'alone', set_by: 'planner', why: ['T06'] });
  for (const at of [0, 1, 3]) await item(at, RANGE);
  for (const at of [0, 3]) await item(at, STRONG, 1);
});

const shape = () => week.map((on) => itemsOn(on).map(({ dose }) => dose.movement.slice(0, 3)).join(' '));

test('the days left of the week are offered, but not those that bring strength on two days running', () => {
  assert.deepEqual(otherDays(week[0]).map(({ on, free, close }) => [week.indexOf(on), free, close]), [
    [1, false, false], [2, true, true], [3, false, false], [4, true, true], [5, true, false], [6, true, false]]);
  assert.deepEqual(otherDays(week[1]).map(({ on }) => week.indexOf(on)), [0, 2, 3, 4, 5, 6]);
});

test('two days change places, and go back', async () => {
  const undo = await swapDays(week[0], week[5]);
  assert.deepEqual(shape(), ['', 'ROM', '', 'ROM RST', '', 'ROM RST', '']);
  await undo();
  assert.deepEqual(shape(), ['ROM RST', 'ROM', '', 'ROM RST', '', '', '']);
  await swapDays(week[0], week[1]);
  assert.deepEqual(shape(), ['ROM', 'ROM RST', '', 'ROM RST', '', '', '']);
  await swapDays(week[1], week[0]);
});

test('a day that is over, done, too close or of another week is no place', async () => {
  await assert.rejects(swapDays(week[0], week[2]), { code: 'not_allowed' });
  await assert.rejects(swapDays(week[0], '2026-12-01'), { code: 'not_allowed' });
  await add('session', { on: week[1], at: `${week[1]}T09:00:00+00:00`, tz: 'UTC', done: [{ movement: 'ROM-14', outcome: 'done' }] });
  assert.deepEqual([otherDays(week[1]), otherDays(week[0]).map(({ on }) => week.indexOf(on))], [[], [2, 3, 4, 5, 6]]);
  today.value = week[3];
  assert.deepEqual([otherDays(week[0]), otherDays(week[3]).map(({ on }) => week.indexOf(on))], [[], [4, 5, 6]]);
});
