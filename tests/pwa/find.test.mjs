import assert from 'node:assert/strict';
import { test } from 'node:test';

const { barred, folded } = await import('../../pwa/src/domain/find.js');

// Every kind of sign a note may hold: plain ones, accents in both forms, other scripts, numbers, spaces, signs.
const SIGNS = [...'aZ09 .,-_|\t\n"\'', 'é', 'e\u0301', 'ß', 'Ω', 'я', '漢', '٣', '\u00a0', '—', '…', '😀', 'İ', 'ﬁ', '\u0301'];

/** The plain meaning: words are what stands between gaps of a folded text. */
const byWords = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => `|${word}`).join('');

/** The same numbers each time. */
function* drawn(seed) {
  for (let at = seed; ; at = (at * 1_103_515_245 + 12_345) % 2 ** 31) yield at / 2 ** 31;
}

test('the words of a text are the same whether or not it has an accent anywhere', () => {
  const chance = drawn(7);
  const next = (below) => Math.floor(chance.next().value * below);
  for (let run = 0; run < 5_000; run += 1) {
    const signs = run % 2 ? SIGNS : SIGNS.slice(0, 13);
    const text = Array.from({ length: next(12) }, () => signs[next(signs.length)]).join('');
    assert.equal(barred(text), byWords(text), JSON.stringify(text));
  }
});

test('a text without a word says nothing, and accents and capitals make no difference', () => {
  for (const empty of ['', ' ', '…', '- . -', '\u0301']) assert.equal(barred(empty), '');
  assert.equal(barred('  Né au CAFÉ!'), '|ne|au|cafe');
  assert.equal(folded('PARESTHÉSIE'), folded('paresthesie'));
});
