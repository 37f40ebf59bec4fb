import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';

const { BREAK_EVERY, breaksFor, comesOn, dueReminder, isQuiet, textOf, timesOf, weekday } = await import('../../pwa/src/domain/reminder.js');
const session = await import('../../pwa/src/state/session.js');
const state = await import('../../pwa/src/state/reminders.js');
const { theOne } = await import('../../pwa/src/state/records.js');

const MORNING = { id: 'a', time: '08:00', on: true };
const NOON = { id: 'b', time: '12:30', days: ['sat'] };
const EVENING = { id: 'c', time: '20:00', on: true };
const ALL = [EVENING, MORNING, NOON];
const SATURDAY = '2026-11-21';
const at = (time, rest = {}, on = SATURDAY) => dueReminder(ALL, { on, time }, rest)?.id ?? null;

test('days of the week are the date’s own', () => {
  assert.equal(weekday(SATURDAY), 'sat');
  assert.equal(weekday('2026-03-29'), 'sun');
  assert.ok(comesOn({ id: 'x' }, SATURDAY) && comesOn({ id: 'x', days: [] }, SATURDAY));
  assert.ok(!comesOn(NOON, '2026-11-22'));
});

test('one at most: the latest of today, nothing of days gone by', () => {
  assert.equal(at('07:59'), null);
  assert.equal(at('08:00'), 'a');
  assert.equal(at('12:30'), 'b');
  assert.equal(at('23:59'), 'c');
  assert.equal(at('12:30', {}, '2026-11-22'), 'a');
  assert.equal(at('00:00', {}, '2026-11-24'), null, 'three days away bring nothing to catch up');
});

test('an answer holds for what came before it, on its day', () => {
  assert.equal(at('12:40', { handled: { on: SATURDAY, until: '12:30' } }), null, 'the morning one does not come up again');
  assert.equal(at('20:00', { handled: { on: SATURDAY, until: '12:30' } }), 'c');
  assert.equal(at('20:00', { handled: { on: SATURDAY, until: '24:00' } }), null);
  assert.equal(at('08:00', { handled: { on: SATURDAY, until: '24:00' } }, '2026-11-22'), 'a');
});

test('quiet hours may go over midnight; what came up in them shows after', () => {
  const night = { from: '22:00', to: '08:30' };
  assert.ok(isQuiet(night, '22:00') && isQuiet(night, '03:00') && !isQuiet(night, '08:30'));
  assert.ok(isQuiet({ from: '12:00', to: '14:00' }, '13:59') && !isQuiet({ from: '12:00', to: '14:00' }, '14:00'));
  assert.ok(!isQuiet({ from: '09:00', to: '09:00' }, '09:00') && !isQuiet(null, '09:00') && !isQuiet({ from: '09:00' }, '09:00'));
  assert.equal(at('08:10', { quiet: night }), null);
  assert.equal(at('08:30', { quiet: night }), 'a');
});

test('a pause ends with its date; what is off rests', () => {
  assert.equal(at('08:00', { pausedUntil: '2026-11-22' }), null);
  assert.equal(at('08:00', { pausedUntil: SATURDAY }), 'a');
  assert.equal(dueReminder([{ ...MORNING, on: false }], { on: SATURDAY, time: '09:00' }, {}), null);
  assert.equal(textOf({ id: 'x', text: '  ' }), 'Time for your check-in');
});

test('a break from sitting comes again from one time up to another, never oftener than each half hour', () => {
  const sit = { id: 'sit', time: '09:15', every: 45, until: '11:30' };
  assert.deepEqual(timesOf(sit), ['09:15', '10:00', '10:45', '11:30']);
  assert.deepEqual(timesOf({ ...sit, every: 1 }), ['09:15', '09:45', '10:15', '10:45', '11:15']);
  assert.deepEqual(timesOf({ ...sit, until: '08:00' }), ['09:15'], 'an end before the start is no second day');
  assert.deepEqual([timesOf({ id: 'x' }), timesOf({ id: 'x', time: '09:00', every: 30 })], [[], ['09:00']]);
  assert.deepEqual(timesOf({ id: 'x', time: '00:00', every: 30, until: '23:59' }).length, 48);
  const due = (time, rest = {}) => dueReminder([MORNING, sit], { on: SATURDAY, time }, rest)?.time ?? null;
  assert.deepEqual([due('09:14'), due('09:15'), due('10:44'), due('11:29'), due('23:00')], ['08:00', '09:15', '10:00', '10:45', '11:30']);
  assert.equal(due('10:44', { handled: { on: SATURDAY, until: '10:00' } }), null, 'done until the next one');
  assert.equal(due('10:45', { handled: { on: SATURDAY, until: '10:00' } }), '10:45');
  assert.equal(textOf(sit), 'Time for a change');
  assert.ok(BREAK_EVERY.every((minutes) => minutes >= 30));
});

test('a break fits how somebody gets about, and nobody in bed is sent to their feet', () => {
  assert.deepEqual(breaksFor('wheelchair'), ['COR-07', 'POS-01']);
  assert.deepEqual([breaksFor('walker')[0], breaksFor('bed'), breaksFor(null)], ['POS-02', [], ['POS-01']]);
});

test('the list is one field of the preferences; a deleted one comes back by undo', async () => {
  await session.startLocal();
  const late = await state.addReminder('21:00');
  const early = await state.addReminder('00:00');
  assert.deepEqual(state.reminders.value.map(({ id }) => id), [early, late]);
  await state.changeReminder(late, { text: 'Drink', days: ['mon'], on: false });
  assert.deepEqual(state.active.value.map(({ id }) => id), [early]);
  const undo = await state.removeReminder(late);
  assert.equal(state.reminders.value.length, 1);
  await undo();
  assert.equal(theOne('preference').body.reminders.find(({ id }) => id === late).text, 'Drink');
});

test('done and not today are kept for this phone, and a pause for all devices', async () => {
  state.lookAtTheClock();
  const due = state.due.value;
  assert.equal(due.time, '00:00');
  state.done(due);
  assert.equal(state.due.value, null);
  const back = state.notToday();
  back();
  assert.equal(state.due.value, null, 'taking back "not today" leaves what was done');
  await state.pauseUntil('2026-12-01');
  assert.equal(theOne('preference').body.paused_until, '2026-12-01');
  await state.setQuiet({ from: '22:00', to: '07:00' });
  await state.pauseUntil(null);
  assert.equal(state.pausedUntil.value, null);
  assert.deepEqual(state.quietHours.value, { from: '22:00', to: '07:00' });
});
