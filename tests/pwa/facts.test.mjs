import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { facts } from '../../pwa/src/domain/facts.js';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const PACK = read('../../backend/content/safety.json');
const CASES = read('../vectors/facts.json');

for (const one of CASES) {
  test(`facts: ${one.case}`, () => {
    const found = facts(one.known);
    assert.deepEqual(Object.fromEntries(Object.keys(one.facts).map((name) => [name, found[name]])), one.facts);
    for (const { id } of PACK.inputs) assert.ok(Object.hasOwn(found, id), id);
  });
}
