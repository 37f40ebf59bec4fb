import assert from 'node:assert/strict';
import { test } from 'node:test';

import { overfull, storable, storableText } from '../../pwa/src/domain/storable.js';
import { tidy } from '../../pwa/src/domain/own-word.js';

test('what no database takes is left out, what people write stays', () => {
  assert.equal(storableText('a\u0000b\u001bc\u0007\u009fd', true), 'abcd');
  assert.equal(storableText('\ud83d half \ude00', true), ' half ');
  assert.equal(storableText('\u202eturned\u2066', true), 'turned');
  const kept = '<b>=1+1</b> \u05e9\u05dc\u05d5\u05dd \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \u200f"; DROP TABLE';
  assert.equal(storableText(kept, true), kept);
});

test('lines stay where a field has lines, and become spaces elsewhere', () => {
  assert.equal(storableText('one\r\ntwo\rthree\n\tfour', true), 'one\ntwo\nthree\n\tfour');
  const set = { own_words: 'one\ntwo', note: 'one\ntwo', answers: { start: { text: 'a\nb' } }, help: [{ text: 'a\tb' }], n: 3, gone: null };
  assert.deepEqual(storable(set), {
    own_words: 'one two', note: 'one\ntwo', answers: { start: { text: 'a\nb' } }, help: [{ text: 'a b' }], n: 3, gone: null });
});

test('letters are put together as the server does', () => {
  assert.equal(storableText('Zu\u0308rich', false), 'Z\u00fcrich');
});

test('an own word cut inside a sign loses the half', () => {
  const cut = tidy(`${'x'.repeat(59)}\ud83d\ude00`);
  assert.equal(storable({ label: cut }).label, 'x'.repeat(59));
});

test('a list an older build let grow too long can be made shorter, and never longer', () => {
  const list = (/** @type {number} */ length) => Array.from({ length }, (_, i) => `own-${i}`);
  assert.equal(overfull({ words: list(44) }, { words: list(45) }), null);
  assert.deepEqual(overfull({ words: list(46) }, { words: list(45) }), { field: 'words', most: 40 });
  assert.deepEqual(overfull({ words: list(41) }), { field: 'words', most: 40 });
  assert.equal(overfull({ words: list(40), regions: null }), null);
});
