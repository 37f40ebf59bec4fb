import assert from 'node:assert/strict';
import { test } from 'node:test';

import { begun, endMs, laterNumbers, moved, stoppedEarly, toAskAgain } from '../../pwa/src/domain/moved.js';
import { chance } from './random-body.mjs';

const row = (outcome) => ({ movement: 'ROM-01', outcome });
const SESSION = { at: '2026-11-21T10:00:00+01:00', on: '2026-11-21', minutes: 8, done: [row('done'), row('part'), row('skipped'), row('stopped')] };
const pain = (at, nrs, more = {}) => ({ symptom: 'pain', severity_nrs: nrs, at, on: at.slice(0, 10), ...more });
const ms = (at) => Date.parse(at);

test('what was left out was not begun, and what was stopped is not counted as done', () => {
  assert.deepEqual(begun(SESSION).map(({ outcome }) => outcome), ['done', 'part', 'stopped']);
  assert.deepEqual(moved(SESSION).map(({ outcome }) => outcome), ['done', 'part']);
  assert.equal(stoppedEarly(SESSION), true);
  assert.equal(stoppedEarly({ done: [row('skipped')] }), false);
  assert.deepEqual(moved({}), []);
  assert.equal(endMs(SESSION), ms('2026-11-21T10:08:00+01:00'));
});

test('the pain of two hours later is the first that was logged 1.5 to 4 hours after the end', () => {
  const after = (...entries) => laterNumbers(SESSION, entries).pain_2h_nrs;
  assert.equal(after(pain('2026-11-21T11:37:00+01:00', 4)), null);
  assert.equal(after(pain('2026-11-21T11:38:00+01:00', 4)), 4);
  assert.equal(after(pain('2026-11-21T14:08:00+01:00', 4)), 4);
  assert.equal(after(pain('2026-11-21T14:09:00+01:00', 4)), null);
  assert.equal(after(pain('2026-11-21T13:00:00+01:00', 6), pain('2026-11-21T12:00:00+01:00', 0)), 0);
  // The same moment, told in another zone.
  assert.equal(after(pain('2026-11-21T12:00:00+02:00', 7), pain('2026-11-21T13:00:00+02:00', 3)), 3);
});

test('the next morning is the first pain of the next day before noon', () => {
  const morning = (...entries) => laterNumbers(SESSION, entries).next_morning_nrs;
  assert.equal(morning(pain('2026-11-22T09:00:00+01:00', 5), pain('2026-11-22T07:00:00+01:00', 2)), 2);
  assert.equal(morning(pain('2026-11-22T03:59:00+01:00', 5)), null);
  assert.equal(morning(pain('2026-11-22T12:00:00+01:00', 5)), null);
  assert.equal(morning(pain('2026-11-21T07:00:00+01:00', 5)), null);
  assert.equal(morning(pain('2026-11-23T07:00:00+01:00', 5)), null);
});

test('only a pain with a number and a moment is taken', () => {
  const at = '2026-11-21T12:00:00+01:00';
  for (const one of [pain(at, 4, { symptom: 'fatigue' }), pain(at, null), pain(at, undefined), pain(at, 4, { until_on: '2026-11-21' }), { on: '2026-11-21', severity_nrs: 4 }]) {
    assert.deepEqual(laterNumbers(SESSION, [one]), { pain_2h_nrs: null, next_morning_nrs: null });
  }
  assert.equal(laterNumbers(SESSION, [{ severity_nrs: 4, at, on: '2026-11-21' }]).pain_2h_nrs, 4);
  assert.deepEqual(laterNumbers({ done: [] }, [pain(at, 4)]), { pain_2h_nrs: null, next_morning_nrs: null });
});

test('a number comes from what was logged and from nowhere else, in whatever order it came', () => {
  const next = chance(7);
  for (let round = 0; round < 300; round += 1) {
    const entries = Array.from({ length: 6 }, () => {
      const at = new Date(ms('2026-11-21T09:00:00Z') + Math.floor(next() * 30 * 60) * 60_000).toISOString().replace('.000Z', '+00:00');
      return pain(at, next() < 0.8 ? Math.floor(next() * 11) : null);
    });
    const told = laterNumbers(SESSION, entries);
    assert.deepEqual(laterNumbers(SESSION, [...entries].reverse()), told);
    for (const number of Object.values(told)) assert.ok(number === null || entries.some((one) => one.severity_nrs === number));
    assert.deepEqual(laterNumbers(SESSION, []), { pain_2h_nrs: null, next_morning_nrs: null });
  }
});

test('a session is asked about once more, after the next log, and only of the last 24 hours', () => {
  const one = { id: 'a', body: SESSION };
  const logged = [pain('2026-11-21T12:00:00+01:00', 4)];
  const at = ms('2026-11-21T12:01:00+01:00');
  assert.equal(toAskAgain([one], logged, at, null), one);
  assert.equal(toAskAgain([one], [], at, null), null);
  assert.equal(toAskAgain([one], [pain('2026-11-21T10:30:00+01:00', 4)], at, null), null);
  assert.equal(toAskAgain([one], [{ hard_day: true, at: '2026-11-21T12:00:00+01:00' }], at, null), one);
  assert.equal(toAskAgain([one], logged, at, 'a'), null);
  assert.equal(toAskAgain([{ id: 'a', body: { ...SESSION, felt_later: 'same' } }], logged, at, null), null);
  assert.equal(toAskAgain([{ id: 'a', body: { ...SESSION, felt: 'worse' } }], logged, at, null)?.id, 'a');
  assert.equal(toAskAgain([one], logged, ms('2026-11-22T10:08:00+01:00'), null), one);
  assert.equal(toAskAgain([one], logged, ms('2026-11-22T10:09:00+01:00'), null), null);
  assert.equal(toAskAgain([{ id: 'a', body: { ...SESSION, done: [row('skipped')] } }], logged, at, null), null);
});

test('only the newest session is asked about', () => {
  const older = { id: 'a', body: SESSION };
  const newer = { id: 'b', body: { ...SESSION, at: '2026-11-21T11:30:00+01:00' } };
  const logged = [pain('2026-11-21T12:00:00+01:00', 4)];
  assert.equal(toAskAgain([older, newer], logged, ms('2026-11-21T12:10:00+01:00'), null), null);
  assert.equal(toAskAgain([newer, older], [...logged, pain('2026-11-21T13:30:00+01:00', 4)], ms('2026-11-21T13:31:00+01:00'), null), newer);
});
