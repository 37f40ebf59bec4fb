import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { granted, shownOf } from '../../pwa/src/domain/granted.js';

const CASES = JSON.parse(readFileSync(new URL('../vectors/granted.json', import.meta.url), 'utf8'));

for (const { case: name, kind, body, read, shown } of CASES) {
  test(`a share shows what its scopes open: ${name}`, () => assert.deepEqual(shownOf(kind, body, read), shown));
}

test('what was deleted, and what is not opened, is not there', () => {
  const pain = { kind: 'symptom', body: { severity_nrs: 4, note: 'x' } };
  assert.deepEqual(granted([pain, { ...pain, deleted: true }, { kind: 'mood', body: { mood: 'low' } }], ['symptoms']), [{ kind: 'symptom', body: { severity_nrs: 4 } }]);
});
