import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { holds, messages, questions } from '../../pwa/src/domain/safety.js';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const PACK = read('../../backend/content/safety.json');
const VECTORS = read('../vectors/safety.json');

for (const one of VECTORS.operators) {
  test(`operator: ${one.case}`, () => assert.equal(holds(one.rule, one.facts), one.holds));
}

for (const one of VECTORS.messages) {
  test(`safety: ${one.case}`, () => {
    const tiers = messages(PACK, one.facts).filter(({ message }) => message === one.message).map(({ tier }) => tier);
    if (one.tier === null) assert.deepEqual(tiers, []);
    else assert.equal(tiers.includes(one.tier), one.fires);
  });
}

test('every rule has a case that fires and one that does not', () => {
  const rules = PACK.messages.flatMap(({ id, rules: all }) => all.map(({ tier }) => `${id} ${tier}`));
  for (const fires of [true, false]) {
    const told = new Set(VECTORS.messages.filter((one) => one.fires === fires).map(({ message, tier }) => `${message} ${tier}`));
    assert.deepEqual(rules.filter((rule) => !told.has(rule)), []);
  }
});

test('an operator nobody knows is an error', () => {
  assert.throws(() => holds({ xor: [] }, {}), /no operator xor/);
  assert.throws(() => holds({ constructor: [] }, {}), /no operator constructor/);
});

test('silence raises no alarm and asks nothing', () => {
  assert.deepEqual(messages(PACK, {}), []);
  assert.deepEqual(questions(PACK, {}), []);
});

test('a message brings its first line and what it does to sessions', () => {
  const [first] = messages(PACK, { 'entry.regions': ['chest'], 'checks.breathless': 'yes' });
  assert.deepEqual(first, { message: 'SAFE-01', tier: 'E1', effect: 'lock', opens: 'Call {emergency} now. Do not drive yourself.' });
});
