import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import {
  beforeAfter, easedActivities, longerHolds, minutesOf, mondayOf, onLadders, ownTarget, shown, weeksOf,
} from '../../pwa/src/domain/progress.js';
import { chance } from './random-body.mjs';

const words = await import('../../pwa/src/views/move/progress-words.js');

const TODAY = '2026-11-18';
const TOLD = {
  weeks_looked_at: 2, up: [1, 10], hidden_while: ['relapse', 'E1', 'E2', 'E3'], times_moved_instead: ['bed'],
};
const row = (movement = 'ROM-01', more = {}) => ({ movement, outcome: 'done', ...more });
const did = (on, minutes, more = {}) => ({ on, minutes, done: [row()], ...more });
const back = (days, from = TODAY) => new Date(Date.parse(`${from}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

test('a week begins on Monday', () => {
  assert.equal(mondayOf(TODAY), '2026-11-16');
  assert.equal(mondayOf('2026-11-16'), '2026-11-16');
  assert.equal(mondayOf('2026-11-22'), '2026-11-16');
});

test('minutes and times of this week and the one before', () => {
  const sessions = [did('2026-11-18', 8), did('2026-11-18', 3), did('2026-11-16', 15), did('2026-11-15', 8), did('2026-11-19', 60)];
  assert.deepEqual(weeksOf(sessions, [], TODAY, 3), [
    { from: '2026-11-16', to: '2026-11-22', minutes: 26, times: 3 },
    { from: '2026-11-09', to: '2026-11-15', minutes: 8, times: 1 },
    { from: '2026-11-02', to: '2026-11-08', minutes: 0, times: 0 },
  ]);
});

test('minutes of the strip count where they are more, and never twice', () => {
  const strip = (on, active_minutes) => ({ on, active_minutes });
  const week = (sessions, dailies) => weeksOf(sessions, dailies, TODAY, 1)[0];
  assert.deepEqual(week([did(TODAY, 8)], [strip(TODAY, { easy: 20, moderate: 5 })]), { from: '2026-11-16', to: '2026-11-22', minutes: 25, times: 1 });
  assert.equal(week([did(TODAY, 8)], [strip(TODAY, { easy: 5 })]).minutes, 8);
  assert.deepEqual(week([], [strip(TODAY, { easy: 20, moderate: null })]), { from: '2026-11-16', to: '2026-11-22', minutes: 20, times: 1 });
  assert.equal(week([], [strip(TODAY, { easy: 0 }), strip(back(1), null)]).times, 0);
});

test('a session that was not begun is no time moved; seconds stand in for minutes', () => {
  assert.equal(weeksOf([did(TODAY, 0, { done: [row('ROM-01', { outcome: 'skipped' })] })], [], TODAY, 1)[0].times, 0);
  assert.equal(minutesOf({ done: [row('ROM-01', { seconds: 100 }), row('ROM-09', { seconds: 70 })] }), 3);
  assert.equal(minutesOf({}), 0);
});

test('no week holds more than its days do, and none is counted twice', () => {
  const next = chance(11);
  for (let round = 0; round < 200; round += 1) {
    const sessions = Array.from({ length: 12 }, () => did(back(Math.floor(next() * 40) - 3), Math.floor(next() * 30)));
    const dailies = Array.from({ length: 5 }, (_, i) => ({ on: back(i * 6), active_minutes: { easy: Math.floor(next() * 40) } }));
    const weeks = weeksOf(sessions, dailies, TODAY, 6);
    const past = sessions.filter(({ on }) => on <= TODAY && on >= weeks[5].from);
    const sum = (all, name) => all.reduce((total, one) => total + one[name], 0);
    const noted = sum(dailies.filter(({ on }) => on >= weeks[5].from).map(({ active_minutes: { easy } }) => ({ easy })), 'easy');
    assert.ok(sum(weeks, 'minutes') >= sum(past, 'minutes') && sum(weeks, 'minutes') <= sum(past, 'minutes') + noted);
    assert.ok(sum(weeks, 'times') >= past.length && sum(weeks, 'times') <= past.length + dailies.length);
  }
});

test('the own target is a tenth above the middle of the last two weeks, this one left out', () => {
  const weeks = (...minutes) => minutes.map((one) => ({ from: '', to: '', minutes: one, times: 1 }));
  assert.equal(ownTarget(weeks(90, 20, 40), TOLD), 33);
  assert.equal(ownTarget(weeks(90, 20, 0), TOLD), 22);
  assert.equal(ownTarget(weeks(90, 0, 0, 80), TOLD), null);
});

test('nothing to aim at in a relapse or while a message asks for help, nor minutes for who lies in bed', () => {
  const quiet = { mobility: 'stick', relapse: null, tiers: null };
  assert.deepEqual(shown(quiet, TOLD), { minutes: true, target: true });
  assert.deepEqual(shown({ ...quiet, tiers: ['E4', 'E5'] }, TOLD), { minutes: true, target: true });
  for (const tier of ['E1', 'E2', 'E3']) assert.equal(shown({ ...quiet, tiers: ['E5', tier] }, TOLD).target, false);
  for (const relapse of ['suspected', 'confirmed', 'over']) assert.equal(shown({ ...quiet, relapse }, TOLD).target, false);
  assert.deepEqual(shown({ ...quiet, mobility: 'bed' }, TOLD), { minutes: false, target: false });
});

test('a hold is told when it is longer than in the first month, and never when it is shorter', () => {
  const held = (on, movement, hold_s, outcome = 'done') => did(on, 8, { done: [row(movement, { hold_s, outcome })] });
  const sessions = [held('2026-09-03', 'STR-01', 15), held('2026-09-20', 'STR-01', 20), held('2026-10-02', 'STR-01', 40), held(back(3), 'STR-01', 30),
    held('2026-09-03', 'STR-02', 30), held(back(3), 'STR-02', 20), held(back(2), 'STR-03', 30), held('2026-09-03', 'STR-05', 5), held(back(1), 'STR-05', 60, 'stopped')];
  assert.deepEqual(longerHolds(sessions, TODAY), [{ movement: 'STR-01', then: 20, month: '2026-09', now: 30 }]);
  assert.deepEqual(longerHolds([], TODAY), []);
});

test('a step of a ladder is told by the last weeks, and a lower one before it', () => {
  const ladders = [{ id: 'a', name: 'A', movements: ['RST-23', 'RST-05', 'RST-01'] }, { id: 'b', name: 'B', movements: ['BAL-01'] }];
  const one = (on, movement, outcome = 'done') => did(on, 8, { done: [row(movement, { outcome })] });
  const at = (...sessions) => onLadders(ladders, sessions, TODAY);
  assert.deepEqual(at(one(back(2), 'RST-05'), one(back(60), 'RST-23')), [{ id: 'a', name: 'A', step: 2, of: 3, movement: 'RST-05', before: 1 }]);
  assert.equal(at(one(back(2), 'RST-05'), one(back(60), 'RST-01'))[0].before, null);
  assert.deepEqual(at(one(back(60), 'RST-01')), []);
  assert.deepEqual(at(one(back(2), 'RST-01', 'stopped'), one(back(2), 'RST-23', 'part')).map(({ step }) => step), [1]);
});

test('pain before and after is told from five sessions with both numbers on, whichever way it went', () => {
  const pair = (pain_before_nrs, pain_after_nrs, ...movements) => ({ on: TODAY, pain_before_nrs, pain_after_nrs, done: movements.map((name) => row(name)) });
  const of = (sessions) => beforeAfter(sessions, (movement) => movement.slice(0, 3));
  const four = [pair(4, 3, 'ROM-01', 'ROM-02'), pair(5, 3, 'ROM-01'), pair(6, 2, 'ROM-01', 'STR-01'), pair(4, 4, 'ROM-01')];
  assert.deepEqual(of([...four, pair(3, null, 'ROM-01'), pair(null, 3, 'ROM-01')]), []);
  assert.deepEqual(of([...four, pair(0, 9, 'ROM-01')]), [{ category: 'ROM', times: 5, before: 4, after: 3 }]);
  assert.deepEqual(of(Array(5).fill(pair(2, 5, 'CLM-01'))), [{ category: 'CLM', times: 5, before: 2, after: 5 }]);
});

test('what goes on for longer before pain is told only when it is longer, from three entries each', () => {
  const after = (on, minutes, activity = 'sitting') => ({ on, stops_me: [{ activity, minutes }] });
  const then = ['2026-09-20', '2026-09-21', '2026-09-22'].map((on, i) => after(on, 10 + i));
  const now = [0, 1, 2].map((days) => after(back(days), 25));
  assert.deepEqual(easedActivities([...then, ...now], TODAY), [{ activity: 'sitting', then: 11, month: '2026-09', now: 25 }]);
  assert.deepEqual(easedActivities([...then, ...now.slice(1)], TODAY), []);
  assert.deepEqual(easedActivities([...then.map(({ on }) => after(on, 40)), ...now], TODAY), []);
  assert.deepEqual(easedActivities([{ on: TODAY }, { on: TODAY, stops_me: [{ activity: 'sitting' }] }], TODAY), []);
});

test('a week is told in words, and one without a word is fine', () => {
  const week = (times, minutes) => ({ from: '', to: '', times, minutes });
  assert.equal(words.weekText(week(3, 22), true), 'You moved 3 times, 22 minutes together.');
  assert.equal(words.weekText(week(1, 1), true), 'You moved once, for 1 minute.');
  assert.equal(words.weekText(week(2, 9), false), 'You moved twice.');
  assert.equal(words.weekText(week(0, 0), true), 'Nothing noted so far. That is fine.');
  assert.equal(words.holdText('Calf stretch', { then: 20, month: '2026-10', now: 30 }, TODAY), 'Calf stretch: held 20 seconds in October, 30 now.');
  assert.equal(words.shortText(week(3, 22), true), '3 times, 22 minutes');
  assert.equal(words.shortText(week(1, 22), false), '1 time');
  assert.equal(words.shortText(week(0, 0), true), 'nothing noted');
  assert.equal(words.spanText({ from: '2026-11-09', to: '2026-11-15' }), '9 to 15 Nov');
  assert.equal(words.spanText({ from: '2026-11-30', to: '2026-12-06' }), '30 Nov to 6 Dec');
  assert.equal(words.monthName('2025-10', TODAY), 'October 2025');
});
