import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { doseBody, doseWords, isMore, partsOf } from '../../pwa/src/domain/plan-words.js';
import { doseOf, first } from '../../pwa/src/domain/planner/dose.js';

const CONTENT = new URL('../../backend/content/', import.meta.url);
const MOVEMENTS = readdirSync(CONTENT).filter((name) => name.startsWith('movements-'))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, CONTENT), 'utf8')).movements);
const BARE = { movement: 'X', position: 'seated', reps: null, hold_s: null, sets: 1, minutes: null, sides: null, rest_s: 0 };

test('a dose is said in words', () => {
  const say = (some, movement) => doseWords({ ...BARE, ...some }, movement);
  assert.equal(say({ reps: 8, sides: 'each' }), '8 times, each side');
  assert.equal(say({ reps: 2, hold_s: 20, sides: 'each' }), 'hold 20 seconds, 2 times, each side');
  assert.equal(say({ minutes: 5 }), '5 minutes');
  assert.equal(say({ minutes: 1, sets: 3, rest_s: 60 }), '1 minute, 3 rounds with a rest of 1 minute');
  assert.equal(say({ hold_s: 30, reps: 1 }), 'hold 30 seconds');
  assert.equal(say({ reps: 1, sides: 'left' }), 'once, left side');
  assert.equal(say({ reps: 6, hold_s: 4 }, { dose: { breaths: [5, 8] } }), '6 slow breaths');
});

test('every first dose of the library that counts something has words, parts to change, and goes through a record unchanged', () => {
  let said = 0;
  for (const movement of MOVEMENTS) {
    for (const { position } of movement.variants) {
      const dose = first(movement, position);
      if (!(dose.minutes ?? dose.hold_s ?? dose.reps)) continue;
      said += 1;
      assert.match(doseWords(dose, movement), /^(\d+ |hold \d+ |once)/, movement.id);
      assert.ok(partsOf(dose, movement).length > 0, movement.id);
      for (const { value, least, most } of partsOf(dose, movement, { all: true })) assert.ok(value >= least && value <= most, `${movement.id} ${value}`);
      assert.deepEqual(doseOf(doseBody(dose), movement), dose);
    }
  }
  assert.ok(said > 140, `${said}`);
});

test('more is more in any part, and less in all of them is not', () => {
  const dose = { ...BARE, reps: 5, hold_s: 10 };
  assert.equal(isMore({ ...dose, reps: 6, hold_s: 5 }, dose), true);
  assert.equal(isMore({ ...dose, reps: 4 }, dose), false);
  assert.equal(isMore(dose, dose), false);
});
