import assert from 'node:assert/strict';
import test from 'node:test';

import { codeOf, fieldReasons, missingIn, reasonFor } from '../../../pwa/src/views/account/reasons.js';

test('every reason says what to do, also one nobody foresaw', () => {
  assert.match(reasonFor({ code: 'offline' }), /Try again when you are online/);
  assert.match(reasonFor(new Error('boom')), /Nothing is lost/);
  assert.equal(codeOf(null), '');
});

test('what the server says of a field goes to that field', () => {
  const error = { code: 'validation', details: { fields: { json: { password: ['Many people use this one. Choose another.'] } } } };
  assert.deepEqual(fieldReasons(error), { password: 'Many people use this one. Choose another.' });
  assert.deepEqual(fieldReasons({ details: { fields: { email: ['No.'] } } }), { email: 'No.' });
  assert.deepEqual(fieldReasons({ code: 'busy' }), {});
});

test('an account needs a name, an address and eight characters, and nothing else', () => {
  assert.deepEqual(missingIn({ display_name: 'Rosa', email: 'rosa@example.org', password: 'aaaaaaaa' }), {});
  assert.deepEqual(Object.keys(missingIn({ display_name: ' ', email: 'rosa', password: 'short' })), ['display_name', 'email', 'password']);
});
