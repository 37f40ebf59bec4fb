import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { renewalDay, starterItems } from '../../pwa/src/domain/plan.js';
import { becauseOf } from '../../pwa/src/domain/plan-because.js';
import { datesTo, dayPlan, doseIn, sheetOf, weekOf } from '../../pwa/src/domain/plan-week.js';
import { shelfOf } from '../../pwa/src/domain/planner/shelf.js';

const CONTENT = new URL('../../backend/content/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, CONTENT), 'utf8'));
const PLANS = read('plans.json');
const SHELF = shelfOf(readdirSync(CONTENT).filter((name) => name.startsWith('movements-')).flatMap((name) => read(name).movements), PLANS);
const DAY = [
  { order: 0, dose: { movement: 'ROM-14', position_variant: 'seated', reps: 8, sets: 1 } },
  { order: 1, dose: { movement: 'RST-15', position_variant: 'seated', reps: 8, sets: 1 }, lengths: [8, 15] },
  { order: 2, dose: { movement: 'ROM-12', position_variant: 'seated', reps: 5, sets: 1, sides: 'each' }, helper: 'skip' },
];

test('a week begins on Monday, whichever day it is looked at', () => {
  const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
  for (const on of week) assert.deepEqual(weekOf(on), week);
  assert.deepEqual(weekOf('2027-01-01')[0], '2026-12-28');
  assert.deepEqual(datesTo('2026-11-30', '2026-12-02'), ['2026-11-30', '2026-12-01', '2026-12-02']);
  assert.deepEqual(datesTo('2026-12-02', '2026-12-01'), []);
});

test('a day has what its length holds, without what the person leaves out', () => {
  const items = starterItems(SHELF, { level: 'walker', cleared: true, template: 'T04', days: { mon: DAY } }, '2026-11-23');
  const of = (length) => dayPlan(SHELF, items, length);
  assert.deepEqual(of(8).doses.map(({ movement }) => movement), ['ROM-14', 'RST-15']);
  assert.deepEqual(of(8).kinds, ['rom', 'rst']);
  assert.deepEqual(of(3).kinds, ['rom']);
  assert.ok(of(8).minutes > of(3).minutes && of(8).minutes <= 8);
  assert.deepEqual(dayPlan(SHELF, [], 8), { doses: [], minutes: 0, kinds: [] });
  const sheet = sheetOf([{ on: '2026-11-23', doses: of(8).doses }, { on: '2026-11-24', doses: of(3).doses }]);
  assert.deepEqual(sheet.map(({ dose, days }) => [dose.movement, days.length]), [['ROM-14', 2], ['RST-15', 1]]);
  const [many] = of(8).doses;
  const less = { ...many, reps: 4 };
  assert.equal(sheetOf([{ on: '2026-11-23', doses: [many] }, { on: '2026-11-24', doses: [less] }])[0].dose.reps, 4, 'never more than a day has');
  const long = starterItems(SHELF, { days: { mon: [{ order: 0, dose: { movement: 'CLM-01', position_variant: 'lying', minutes: 12, sets: 1 } }] } }, '2026-11-23');
  assert.ok(doseIn(SHELF, long, long[0], 8).minutes < 8);
  assert.equal(doseIn(SHELF, [], long[0], 8).minutes, 12, 'as planned where it is no part');
});

test('of every profile the facts that raise it can be named', () => {
  const facts = { 'log.stiffness': 6, 'recent.regions': ['calf', 'hip'], 'recent.words': ['burning'], 'profile.mobility': 'bed', 'log.sleep_hours': 5 };
  const by = Object.fromEntries(PLANS.profiles.map(({ id, when }) => [id, becauseOf(when, facts)]));
  assert.deepEqual(by.stiff_legs, [{ fact: 'log.stiffness', value: 6 }, { fact: 'recent.regions', value: 'calf' }]);
  assert.deepEqual(by.hip, [{ fact: 'recent.regions', value: 'hip' }]);
  assert.deepEqual(by.nerve, [{ fact: 'recent.words', value: 'burning' }]);
  assert.deepEqual(by.bed, [{ fact: 'profile.mobility', value: 'bed' }]);
  assert.deepEqual(by.sleep_tension, [{ fact: 'log.sleep_hours', value: 5 }]);
  assert.deepEqual(by.hands, []);
});

test('the next plan begins tomorrow when fewer than seven days of this one are left', () => {
  const plan = (started_on, weeks, more = {}) => ({ id: started_on, kind: 'plan', body: { started_on, weeks, ...more } });
  assert.equal(renewalDay([plan('2026-11-16', 2)], '2026-11-22'), null);
  assert.equal(renewalDay([plan('2026-11-16', 2)], '2026-11-23'), '2026-11-24');
  assert.equal(renewalDay([plan('2026-11-16', 2, { ended_on: '2026-11-23' }), plan('2026-11-24', 2)], '2026-11-23'), null);
  assert.equal(renewalDay([plan('2026-11-16', 1)], '2026-11-30'), null, 'none holds');
});
