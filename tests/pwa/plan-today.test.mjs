import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { personOf } from '../../pwa/src/domain/planner/allowed.js';
import { doseOf } from '../../pwa/src/domain/planner/dose.js';
import { inputsOf } from '../../pwa/src/domain/planner/inputs.js';
import { secondsOfSession } from '../../pwa/src/domain/planner/session.js';
import { movementOf, shelfOf } from '../../pwa/src/domain/planner/shelf.js';
import { today } from '../../pwa/src/domain/planner/today.js';

const CONTENT = new URL('../../backend/content/', import.meta.url);
const read = (path, from = import.meta.url) => JSON.parse(readFileSync(new URL(path, from), 'utf8'));
const PLANS = read('plans.json', CONTENT);
const packs = readdirSync(CONTENT).filter((name) => name.startsWith('movements-')).map((name) => read(name, CONTENT).movements);
const SHELF = shelfOf(packs.flat(), PLANS);
const DAYS = read('../vectors/plan-today.json');
const LOGS = read('../vectors/plan-inputs.json');

const dose = (body) => body && doseOf(body, movementOf(SHELF, body.movement));

test('a day becomes the same session here and on the server', () => {
  const states = new Set();
  for (const [at, one] of DAYS.entries()) {
    const person = personOf(one.profile, { added: one.added === 'all' ? SHELF.movements.keys() : [] });
    const planned = one.planned.map((item) => ({ dose: dose(item.dose), gentle: dose(item.gentle), lengths: item.lengths }));
    const found = today(SHELF, person, planned, one.facts, one.left, one.minutes);
    assert.deepEqual(found, one.today, `case ${at}`);
    assert.ok(secondsOfSession(found.doses) <= found.minutes * 60);
    states.add(found.state);
  }
  assert.equal(states.size, 5, 'the cases have every state');
});

test('what plan rules read of a day is the same here and on the server', () => {
  for (const [at, { known, more, facts }] of LOGS.entries()) assert.deepEqual(inputsOf(known, more), facts, `case ${at}`);
  for (const { id } of PLANS.inputs) assert.ok(Object.hasOwn(LOGS[0].facts, id), id);
});
