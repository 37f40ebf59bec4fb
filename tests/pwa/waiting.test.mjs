import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';

const { emptiedWords, heldWords, howFar } = await import('../../pwa/src/views/sync/notices.js');
const { KNOWN_CODES, reasonOf } = await import('../../pwa/src/views/sync/reasons.js');
const { unsentFile, unsentSentences, unsentText } = await import('../../pwa/src/views/sync/unsent-words.js');
const { deleteQuestion, originWords } = await import('../../pwa/src/views/sync/who.js');
const { changedSince, discard, outgoing, readOutgoing, tryAgain } = await import('../../pwa/src/state/outbox.js');
const { startLocal } = await import('../../pwa/src/state/session.js');
const { logSymptom, symptoms } = await import('../../pwa/src/state/diary.js');
const { mustBeOpen } = await import('../../pwa/src/state/opened.js');
const { reproject } = await import('../../pwa/src/data/reproject.js');

/** As the server says it in docs/sync.md. */
const CODES = ['malformed', 'validation', 'too_large', 'op_reused', 'no_right', 'not_author', 'kind_differs', 'no_such_record', 'erased',
  'held_full', 'on_mismatch', 'share_only_narrows', 'no_such_share', 'unknown_kind', 'waits_for_earlier'];

test('f12 every code has a reason in words, an unknown one too, and none puts the blame on anybody', () => {
  assert.deepEqual([...KNOWN_CODES].sort(), [...CODES].sort());
  for (const code of [...CODES, 'a_new_one', null]) {
    const { why } = reasonOf(code);
    assert.match(why, /^[A-Z].*\.$/);
    assert.doesNotMatch(why, /[a-z]_[a-z]|error|fail|invalid|wrong|!/i, why);
  }
});

test('f49 an emptied phone is told what the server last had, and claims nothing more', () => {
  assert.equal(emptiedWords({ last_received_at: null }, '2026-11-21'), 'This phone’s copy was emptied by the browser. The server has not received anything from it. What was written on it is not there.');
  assert.match(emptiedWords({ last_received_at: new Date(2026, 10, 20, 18, 5).toISOString() }, '2026-11-21'), /last received something from it yesterday at 18:05\. Anything written after that is not there\.$/);
});

test('f40 how far a clock is off is said roughly', () => {
  assert.deepEqual([47 * 60_000, -3 * 3_600_000, 24 * 3_600_000, 90 * 86_400_000, 60_000].map(howFar), ['47 minutes', '3 hours', '24 hours', '90 days', '1 minute']);
});

test('f66 notes that wait are counted with the name of who decides', () => {
  assert.deepEqual([heldWords(1, 'Rosa'), heldWords(2, 'Rosa')], ['1 note waits for Rosa’s approval.', '2 notes wait for Rosa’s approval.']);
});

test('who wrote a version is said in words', () => {
  const at = new Date(2026, 10, 21, 9, 41).toISOString();
  assert.equal(originWords({ from: 'here', name: '', at }, '2026-11-21'), 'You, on this phone, today at 09:41');
  assert.equal(originWords({ from: 'other', name: 'Daniel', at: null }, '2026-11-21'), 'Daniel');
  assert.match(deleteQuestion({ from: 'mine', name: '', at }), /^You deleted this on one phone and changed it on another\.$/);
  assert.match(deleteQuestion({ from: 'other', name: 'Daniel', at }), /^Daniel deleted/);
});

const block = async (id, code) => {
  const { db, space } = mustBeOpen();
  await db.ops.where('[space+id]').equals([space, id]).modify({ state: 'blocked', code });
  await db.transaction('rw', db.tables, () => reproject(db, [[space, id]]));
  await readOutgoing();
};

test('f14 what was not taken is listed with its words, and can be let go and brought back', async () => {
  await startLocal();
  const id = await logSymptom({ severity_nrs: 7, note: 'mine' });
  await logSymptom({ severity_nrs: 2 });
  await block(id, 'validation');
  assert.equal(outgoing.value.list.length, 2);
  const [one] = outgoing.value.list.filter(({ code }) => code);
  assert.equal(one.code, 'validation');
  assert.deepEqual(unsentSentences(one), ['Note: mine.'], 'the title says the rest of a new one');
  assert.ok(unsentSentences({ ...one, ops: [{ ...one.ops[0], was: { severity_nrs: 'seen' } }] }).includes('Number: 7 of 10.'));
  assert.match(unsentText(one, '2999-01-01'), /^Pain 7, .*, \d\d:\d\d\nNote: mine\.$/);
  const file = JSON.parse(unsentFile(one, '2026-11-21T09:00:00Z'));
  assert.deepEqual([file.entry.body.note, file.changes[0].set.severity_nrs, file.not_taken], ['mine', 7, 'validation']);
  const undo = await discard(one);
  assert.equal(symptoms.value.length, 1);
  await undo();
  assert.equal(symptoms.value.length, 2);
  assert.equal(outgoing.value.list.filter(({ code }) => code === 'validation').length, 1);
});

test('f14 trying again makes one change of it, which waits its turn', async () => {
  const [one] = outgoing.value.list.filter(({ code }) => code);
  await tryAgain(one);
  assert.deepEqual(outgoing.value.list.map(({ code }) => code), [null, null]);
});

test('f14 what was changed since it was not taken goes out again', () => {
  const op = (id, state) => ({ op: id + state, space: 's', id, state });
  assert.deepEqual(changedSince([op('a', 'blocked'), op('b', 'blocked'), op('a', 'queued'), op('c', 'queued'), op('c', 'blocked')]), [['s', 'a']]);
});
