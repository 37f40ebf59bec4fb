import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { asSaid, isConfirmed, isCounted, yes } from '../../pwa/src/domain/confirmed.js';

const { owner, counted, said } = JSON.parse(readFileSync(new URL('../vectors/confirmed.json', import.meta.url), 'utf8'));

for (const one of counted) {
  test(`counted: ${one.case}`, () => {
    const author = one.author && { account: one.author, name: '' };
    assert.equal(isCounted({ body: one.body, author }, owner), one.counted);
  });
}

test('the same words give the same sum on the server and here', () => {
  for (const { body, as } of said) assert.equal(asSaid(body), as);
});

test('a yes holds for the entry it was said to', () => {
  const body = { on: '2026-11-20', symptom: 'pain', severity_nrs: 6 };
  assert.equal(isConfirmed({ ...body, ...yes(body) }), true);
  assert.equal(isConfirmed({ ...body, ...yes(body), severity_nrs: 7 }), false);
});

test('nothing is held back while it is not known whose diary is open', () => {
  assert.equal(isCounted({ body: { severity_nrs: 5 }, author: { account: 'daniel' } }, undefined), true);
});
