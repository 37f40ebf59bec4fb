import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

import '../fresh-storage.mjs';

import { shelfOf } from '../../../pwa/src/domain/planner/shelf.js';
import { planToday } from '../../../pwa/src/views/people/plan-words.js';

const { readingOf } = await import('../../../pwa/src/views/people/reading.js');
const { today: here } = await import('../../../pwa/src/state/diary.js');

const CONTENT = new URL('../../../backend/content/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, CONTENT), 'utf8'));
const SHELF = shelfOf(readdirSync(CONTENT).filter((name) => name.startsWith('movements-')).flatMap((name) => read(name).movements), read('plans.json'));
const TODAY = '2026-11-20';
const READING = { read: ['symptoms', 'exercise'], today: TODAY };

let count = 0;
const rec = (kind, body, id = `r${count += 1}`) => ({ id, kind, body, deleted: false, conf: [] });
const plan = (id, started_on = '2026-11-16') => rec('plan', { started_on, weeks: 1 }, id);
const item = (plan_id, movement, more = {}, on = TODAY) => rec('plan_item', {
  plan_id, on, order: count, dose: { movement, position_variant: more.at ?? 'lying', reps: 8, sets: 1 }, set_by: 'planner', ...more,
});
const session = (outcomes, on = TODAY) => rec('session', { on, done: outcomes.map((outcome) => ({ movement: 'ROM-01', outcome })) });
const told = (records, reading = READING) => planToday(SHELF, records, reading);

test('each movement of today says whether it is done alone, with a hand, or not at all', () => {
  const day = told([
    plan('p'), item('p', 'ROM-01', { helper: 'hand' }), item('p', 'CLM-01', { helper: 'skip' }), item('p', 'ROM-04'), item('p', 'ROM-09', {}, '2026-11-21'),
  ]);
  assert.equal(day.state, 'planned');
  assert.deepEqual(day.rows.map(({ movement, helper }) => [movement, helper]), [['ROM-01', 'hand'], ['CLM-01', 'skip'], ['ROM-04', 'alone']]);
  assert.deepEqual(day.rows.map(({ help }) => Boolean(help)), [true, false, false], 'nobody is told to lend a hand that is not wanted');
  assert.deepEqual(day.rows[0].help, SHELF.movements.get('ROM-01').helper);
});

test('a movement with two places today is told once', () => {
  const day = told([plan('p'), item('p', 'CLM-01', { at: 'seated', lengths: [3] }), item('p', 'CLM-01', { at: 'lying', lengths: [8, 15] })]);
  assert.deepEqual(day.rows.map(({ name, places }) => [name, places]), [[SHELF.movements.get('CLM-01').name, ['seated', 'lying']]]);
});

test('without the scope there is no trace of a plan, whatever has come', () => {
  const records = [plan('p'), item('p', 'ROM-01'), session(['done'])];
  for (const scopes of [[], ['symptoms', 'daily', 'notes']]) assert.equal(told(records, { ...READING, read: scopes }), null);
});

test('what was done says so, and asks for nothing more', () => {
  const planned = [plan('p'), item('p', 'ROM-01', { helper: 'hand' })];
  assert.deepEqual(told([...planned, session(['done', 'part', 'skipped'])]), { state: 'done', rows: [] });
  assert.deepEqual(told([...planned, session(['done', 'stopped'])]), { state: 'stopped', rows: [] });
  assert.equal(told([...planned, session(['stopped']), session(['done'])]).state, 'done');
  assert.equal(told([session(['done'])]).state, 'done', 'a starter week is not shared, and its session is');
  for (const other of [session(['skipped']), session(['done'], '2026-11-19'), { ...session(['done']), deleted: true }]) {
    assert.equal(told([...planned, other]).state, 'planned');
  }
});

test('the newest plan wins; one that is over, deleted or of another build says nothing', () => {
  const older = [plan('old', '2026-11-15'), item('old', 'ROM-04')];
  assert.deepEqual(told([...older, plan('new', '2026-11-18'), item('new', 'ROM-01')]).rows.map(({ movement }) => movement), ['ROM-01']);
  assert.equal(told([plan('p', '2026-11-01'), item('p', 'ROM-01')]), null);
  assert.equal(told([{ ...plan('p'), deleted: true }, item('p', 'ROM-01')]), null);
  assert.equal(told([plan('p'), item('p', 'ROM-99')]), null);
});

test('their day is ahead of ours where they lived it, never where it is only planned', () => {
  const later = (days) => new Date(Date.parse(`${here.value}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const person = { name: 'Rosa', read: ['symptoms', 'exercise'] };
  const day = (records) => readingOf(person, records).today;
  assert.equal(day([plan('p'), item('p', 'ROM-01', {}, later(9)), rec('appointment', { on: later(5) })]), here.value);
  assert.equal(day([item('p', 'ROM-01', {}, later(9)), rec('symptom', { on: later(1), severity_nrs: 4 })]), later(1));
});
