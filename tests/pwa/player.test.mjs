import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { sideOf } from '../../pwa/src/domain/figure/side.js';
import { minutesMoved, outcomes, sessionBody } from '../../pwa/src/domain/player/outcome.js';
import * as play from '../../pwa/src/domain/player/player.js';
import { countIn, isWork, stepsOf } from '../../pwa/src/domain/player/steps.js';
import { doseWords } from '../../pwa/src/domain/plan-words.js';
import { first, secondsOf } from '../../pwa/src/domain/planner/dose.js';
import { secondsOfSession } from '../../pwa/src/domain/planner/session.js';
import { shelfOf } from '../../pwa/src/domain/planner/shelf.js';

const CONTENT = new URL('../../backend/content/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, CONTENT), 'utf8'));
const files = readdirSync(CONTENT);
const SHELF = shelfOf(files.filter((name) => name.startsWith('movements-')).flatMap((name) => read(name).movements), read('plans.json'));
const TOLD = { id: 'a', on: '2026-11-22', at: '2026-11-22T09:00:00+00:00', minutes: 8, because: ['day-low'], flare: false };

const dose = (movement, more = {}) => ({ ...first(SHELF.movements.get(movement), SHELF.movements.get(movement).variants[0].position), ...more });
const begin = (...doses) => ({ ...play.begin(SHELF, TOLD, doses.map((one) => ({ dose: one, item: null }))), begun: true });
/** A repeatable chance. */
const chance = (seed) => () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648; };
const pick = (next, list) => list[Math.floor(next() * list.length)];

test('a session takes as long as the planner counted, with every movement of the library', () => {
  for (const [name, { variants }] of SHELF.movements) {
    for (const { position } of variants) {
      const one = dose(name, { position });
      const timed = stepsOf(SHELF, [one]).reduce((sum, { ms, kind }) => sum + (ms ?? (kind === 'look' ? 60_000 : 0)), 0);
      assert.equal(timed / 1000, secondsOf(one), name);
    }
  }
});

test('two sides, two rounds and a rest come in their order', () => {
  const steps = stepsOf(SHELF, [dose('STR-02', { hold_s: 20, reps: 1, sets: 2, rest_s: 30 })]);
  assert.deepEqual(steps.map(({ kind, side, set }) => `${kind} ${side} ${set}`), [
    'ready left 1', 'into left 1', 'hold left 1', 'into right 1', 'hold right 1',
    'rest left 2', 'into left 2', 'hold left 2', 'into right 2', 'hold right 2']);
  assert.equal(steps[0].ms, null, 'the first waits for a tap');
});

test('seconds of moving are no hold, and seconds of keeping still are', () => {
  const kinds = (name) => stepsOf(SHELF, [dose(name)]).filter(isWork).map(({ kind }) => kind);
  assert.deepEqual([...new Set(kinds('AER-03'))], ['into', 'timed']);
  assert.deepEqual([...new Set(kinds('COR-08'))], ['into', 'hold']);
  assert.match(doseWords(dose('AER-03'), SHELF.movements.get('AER-03')), /^30 seconds/);
  assert.match(doseWords(dose('COR-08'), SHELF.movements.get('COR-08')), /^hold 10 seconds/);
});

test('another position waits for a tap, the same one goes on by itself', () => {
  const steps = stepsOf(SHELF, [dose('ROM-01', { position: 'seated' }), dose('ROM-12', { position: 'seated' }), dose('ROM-09', { position: 'lying' })]);
  assert.deepEqual(steps.filter(({ kind }) => kind === 'ready').map(({ ms, change }) => [ms, change]), [[null, false], [8000, false], [null, true]]);
});

test('however seldom somebody looks, every step begins where the one before ended', () => {
  const doses = [dose('STR-02', { position: 'seated' }), dose('ROM-05'), dose('CLM-01', { position: 'seated' })];
  const whole = stepsOf(SHELF, doses).reduce((sum, { ms }) => sum + (ms ?? 0), 0);
  for (let seed = 1; seed <= 40; seed += 1) {
    const next = chance(seed);
    let [state, now] = [play.goOn(SHELF, begin(...doses), 1000), 1000];
    while (!state.over) {
      const looked = play.look(SHELF, state, now);
      assert.ok(looked.step >= state.step);
      state = looked;
      if (!state.over) now += Math.floor(next() * 4900) + 1;
    }
    assert.ok(now - 1000 >= whole && now - 1000 < whole + 4901, `${now - 1000} for ${whole}`);
    assert.deepEqual(state.parts.map(({ workedMs }) => workedMs), doses.map((one) => secondsOf(one) * 1000));
    assert.deepEqual(outcomes(SHELF, state), ['done', 'done', 'done']);
  }
});

test('a pause of any length takes nothing and gives nothing', () => {
  let state = play.goOn(SHELF, begin(dose('STR-02', { position: 'seated', hold_s: 20 })), 0);
  state = play.look(SHELF, state, 4000);
  assert.equal(play.stepNow(SHELF, state).kind, 'hold');
  state = play.pause(SHELF, play.look(SHELF, state, 5500), 5500);
  assert.equal(play.left(SHELF, state, 90_000), 18_500);
  state = play.goOn(SHELF, state, 90_000);
  assert.equal(play.left(SHELF, play.look(SHELF, state, 92_000), 92_000), 16_500);
  assert.equal(state.parts[0].heldMs, 1500);
});

test('a phone that slept guided nobody: it stands where it was last looked at', () => {
  let state = play.goOn(SHELF, begin(dose('STR-02', { position: 'seated', hold_s: 20 })), 0);
  state = play.look(SHELF, play.look(SHELF, state, 4000), 7000);
  state = play.look(SHELF, state, 600_000);
  assert.equal(state.held, 'paused');
  assert.equal(play.left(SHELF, state, 600_000), 17_000);
});

test('what is stored goes on at the same step with the same time left', () => {
  let state = play.goOn(SHELF, begin(dose('ROM-05'), dose('STR-02', { position: 'seated' })), 0);
  state = play.look(SHELF, state, 3000);
  const again = JSON.parse(JSON.stringify(play.kept(SHELF, state, 3100)));
  assert.equal(again.step, state.step);
  assert.equal(play.left(SHELF, again, 5), play.left(SHELF, state, 3100));
  assert.equal(again.since, null);
});

test('made easier, it is another movement from its start, and what was done stays', () => {
  let state = play.goOn(SHELF, begin(dose('STR-02', { position: 'seated' }), dose('ROM-12')), 0);
  state = play.easier(SHELF, play.look(SHELF, state, 4900), dose('ROM-01', { position: 'seated' }), 4900);
  assert.equal(state.parts[0].dose.movement, 'ROM-01');
  assert.equal(play.stepNow(SHELF, state).kind, 'ready');
  assert.equal(state.parts[0].workedMs, 4900);
  assert.equal(state.parts[1].dose.movement, 'ROM-12');
});

test('every way through a session keeps its promises', () => {
  const names = [...SHELF.movements.keys()];
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = chance(seed * 7919);
    const doses = Array.from({ length: 1 + Math.floor(next() * 5) }, () => dose(pick(next, names)));
    let [state, now] = [begin(...doses), 0];
    for (let act = 0; act < 60 && !state.over; act += 1) {
      now += Math.floor(next() * 9000);
      const how = pick(next, [play.goOn, play.goOn, play.goOn, play.pause, play.skip, play.back, play.look, play.look, play.look, ...(act > 40 ? [play.stop] : [])]);
      state = how(SHELF, play.look(SHELF, state, now), now);
      const steps = play.steps(SHELF, state);
      assert.ok(state.step >= 0 && state.step < steps.length);
      const left = play.left(SHELF, state, now);
      assert.ok(left === null || (left >= 0 && left <= (steps[state.step].ms ?? 0)), `${left} of ${steps[state.step].ms}`);
      assert.ok(state.parts.every(({ workedMs, heldMs }) => workedMs >= 0 && heldMs >= 0 && heldMs <= 600_000 && workedMs <= now));
      assert.equal(JSON.stringify(JSON.parse(JSON.stringify(state))), JSON.stringify(state), 'plain data');
    }
    if (!state.over) state = play.stop(SHELF, state, now);
    const body = sessionBody(SHELF, state, { tz: 'UTC', painBefore: null });
    assert.equal(body.done.length, doses.length);
    assert.ok(body.done.filter(({ outcome }) => outcome === 'stopped').length <= 1);
    for (const { outcome, seconds } of body.done) if (outcome === 'skipped') assert.equal(seconds, undefined);
    assert.equal('pain_before_nrs' in body, false, 'nobody gave a number');
    assert.ok(minutesMoved(state) * 60_000 <= now + 30_000);
  }
});

test('breaths and repetitions are counted as they come', () => {
  const breaths = stepsOf(SHELF, [dose([...SHELF.movements.values()].find((one) => one.dose.breaths).id)]).find(isWork);
  assert.deepEqual([0, 3999, 4000, 8000].map((ms) => { const { count, half } = countIn(breaths, breaths.ms - ms); return `${count} ${half}`; }),
    ['1 in', '1 in', '1 out', '2 in']);
  const reps = stepsOf(SHELF, [dose('ROM-05', { reps: 8 })]).find(isWork);
  assert.equal(countIn(reps, 1).count, 8);
  assert.equal(countIn(reps, 0).count, 8);
});

test('stopping keeps what was done and names where it ended', () => {
  let state = play.goOn(SHELF, begin(dose('ROM-05'), dose('ROM-12', { position: 'seated' }), dose('CLM-01', { position: 'seated' })), 0);
  state = play.skip(SHELF, state, 0);
  for (let now = 0; now < 12_000; now += 1000) state = play.look(SHELF, state, now);
  state = play.stop(SHELF, state, 12_000);
  assert.deepEqual(outcomes(SHELF, state), ['skipped', 'stopped', 'skipped']);
  const body = sessionBody(SHELF, state, { tz: 'UTC', painBefore: 6 });
  assert.equal(body.pain_before_nrs, 6);
  assert.deepEqual(body.adapted, { rules: ['day-low'], flare_set: false });
});

test('a figure knows which side it shows', () => {
  const pack = read('figures.json');
  const figures = Object.assign({}, ...files.filter((name) => name.startsWith('figures-')).map((name) => read(name).figures));
  assert.equal(sideOf(pack, figures['STR-02-seated']), 'right', 'facing right, the near leg is the right one');
  const sided = Object.values(figures).map((one) => sideOf(pack, one));
  assert.deepEqual([...new Set(sided)].sort(), ['left', 'right']);
});
