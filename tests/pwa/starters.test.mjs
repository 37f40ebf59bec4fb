import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { LENGTHS, starterFor, starterItems } from '../../pwa/src/domain/plan.js';
import { personOf } from '../../pwa/src/domain/planner/allowed.js';
import { inputsOf } from '../../pwa/src/domain/planner/inputs.js';
import { secondsOfSession } from '../../pwa/src/domain/planner/session.js';
import { movementOf, shelfOf } from '../../pwa/src/domain/planner/shelf.js';
import { today } from '../../pwa/src/domain/planner/today.js';

const CONTENT = new URL('../../backend/content/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, CONTENT), 'utf8'));
const PLANS = read('plans.json');
const STARTERS = read('starters.json');
const SHELF = shelfOf(readdirSync(CONTENT).filter((name) => name.startsWith('movements-')).flatMap((name) => read(name).movements), PLANS);
const LEVELS = ['unaided', 'stick', 'walker', 'wheelchair', 'bed'];
/** Monday to Sunday. */
const DATES = [23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day}`);
/** The most movements of a session of 3, 8 and 15 minutes. */
const COUNTS = { 3: 2, 8: 4, 15: 6 };

const said = (mobility, clearance, goals = null) => ({ mobility, clearance, goals });

/** The session of a day for somebody who logged nothing yet. */
function sessionOn(profile, on, minutes) {
  const items = starterItems(SHELF, starterFor(STARTERS, PLANS, profile), on);
  const facts = inputsOf({ today: on, now: `${on}T09:00:00Z`, profile });
  return { items, session: today(SHELF, personOf(profile), items, facts, { state: 'all' }, minutes) };
}

const PEOPLE = [null, ...LEVELS].flatMap((mobility) => ['yes', 'no', null].map((clearance) => said(mobility, clearance)));

test('everybody has a session of every length on every day, at once and without a server', () => {
  for (const profile of PEOPLE) {
    for (const on of DATES) {
      for (const minutes of LENGTHS) {
        const { items, session } = sessionOn(profile, on, minutes);
        const label = `${JSON.stringify(profile)} ${on} ${minutes}`;
        assert.equal(session.state, 'all', label);
        assert.equal(session.doses.length, items.filter(({ lengths }) => lengths.includes(minutes)).length, label);
        assert.ok(session.doses.length >= 2 && session.doses.length <= COUNTS[minutes], label);
        assert.ok(secondsOfSession(session.doses) <= minutes * 60, label);
      }
    }
  }
});

test('nothing of it is above the level, and nothing but what is low in risk for whoever is not cleared', () => {
  for (const profile of PEOPLE) {
    const level = profile.mobility ?? 'walker';
    for (const { dose } of DATES.flatMap((on) => sessionOn(profile, on, 15).items)) {
      const movement = movementOf(SHELF, dose.movement);
      const variant = movement.variants.find(({ position }) => position === dose.position);
      assert.ok(variant?.levels.includes(level) && movement.core, `${dose.movement} ${dose.position} for ${level}`);
      if (profile.clearance === 'yes' && profile.mobility) continue;
      assert.ok(['rom', 'clm', 'pos'].includes(movement.category) && ['lying', 'seated'].includes(dose.position), dose.movement);
    }
  }
});

test('a wish chooses the week that answers it, where the level has one', () => {
  const week = (profile) => starterFor(STARTERS, PLANS, profile)?.template;
  assert.equal(week(said('unaided', 'yes')), 'T10');
  assert.equal(week(said('unaided', 'yes', ['less_stiff'])), 'T01');
  assert.equal(week(said('bed', 'yes', ['hold_cup'])), 'T09');
  assert.equal(week(said('wheelchair', 'yes', ['own_words'])), 'T06');
  // Whoever is not cleared has the gentle one, whatever they wish.
  assert.equal(week(said('unaided', 'no', ['less_stiff'])), 'T10');
});

test('what somebody left out is in no session, and the week goes on without it', () => {
  const profile = said('wheelchair', 'yes');
  const on = DATES[0];
  const { session } = sessionOn(profile, on, 8);
  const gone = session.doses[0].movement;
  const items = starterItems(SHELF, starterFor(STARTERS, PLANS, profile), on, [gone]);
  assert.ok(items.filter(({ dose }) => dose.movement === gone).every(({ helper }) => helper === 'skip'));
  const without = { ...profile, left_out: [gone] };
  const left = today(SHELF, personOf(without), items, inputsOf({ today: on, now: `${on}T09:00:00Z`, profile: without }), { state: 'all' }, 8);
  assert.ok(left.doses.length > 0 && left.doses.every(({ movement }) => movement !== gone));
  assert.ok(personOf(without).leftOut.has(gone));
});
