import assert from 'node:assert/strict';
import { test } from 'node:test';

import '../fresh-storage.mjs';

const { countsText, rowText, sessionSentences, sessionTitle } = await import('../../../pwa/src/views/diary/session-words.js');
const { fieldText, hasWords } = await import('../../../pwa/src/views/diary/field-words.js');
const { sentenceOf, quietRow } = await import('../../../pwa/src/views/diary/rows.js');
const { lineOf } = await import('../../../pwa/src/domain/outline.js');

const row = (outcome, position = 'seated', more = {}) => ({ movement: 'STR-04', outcome, position, ...more });
const BODY = { at: '2026-11-21T10:02:00+01:00', on: '2026-11-21', minutes: 8, done: [...Array(4).fill(row('done')), row('part'), row('skipped', 'lying')] };
const rec = (body) => ({ id: 'a', kind: 'session', body });

test('a session is told by its minutes, its positions and what was done', () => {
  assert.equal(sessionTitle(BODY), 'Moved 8 minutes, seated');
  assert.equal(countsText(BODY), '4 movements done, 1 in part.');
  assert.equal(sessionTitle({ minutes: 1, done: [row('done', 'lying'), row('done'), row('done', 'lying')] }), 'Moved 1 minute, lying and seated');
  assert.equal(sessionTitle({ done: [row('done', 'elsewhere')] }), 'Moved');
  assert.equal(sessionTitle({ done: [row('skipped')] }), 'A session, not begun');
  assert.equal(countsText({ done: [row('part')] }), '1 movement done in part.');
  assert.equal(countsText({ done: [row('stopped')] }), '');
  assert.equal(sentenceOf(rec(BODY)), 'Moved 8 minutes, seated · 4 movements done, 1 in part · 10:02');
  assert.equal(quietRow(rec(BODY)).href, '/diary/a');
});

test('stopping is told without blame, and what was left out is not counted up', () => {
  const told = sessionSentences({ ...BODY, done: [...BODY.done, row('stopped')] });
  assert.deepEqual(told, ['4 movements done, 1 in part.', 'Stopped early. That was a good choice.']);
  assert.doesNotMatch(told.join(' '), /fail|miss|skip|only|left out/i);
});

test('numbers are told where they were given, zero too', () => {
  assert.deepEqual(sessionSentences({ pain_before_nrs: 4, pain_after_nrs: 0, pain_2h_nrs: 3, next_morning_nrs: null, helped_by: 'Daniel', done: [row('done', 'seated', { effort_0_10: 4 })] }), [
    '1 movement done.', 'Pain before: 4.', 'Pain right after: 0.', 'Pain some two hours later, from your log: 3.', 'Effort: 4 of 10.', 'With Daniel.']);
  assert.equal(rowText(row('done', 'seated', { hold_s: 20, reps: 1 })), 'done, held 20 seconds, 1 time');
  assert.equal(rowText(row('skipped', 'seated', { hold_s: 20 })), 'left out');
});

test('every version of a session has words for what changed, and none for what holds things together', () => {
  assert.equal(fieldText('session', 'felt_later', 'worse'), 'Worse');
  assert.equal(fieldText('session', 'done', [row('part', 'seated', { reps: 3 })]), 'A movement (done in part, 3 times)');
  for (const field of ['minutes', 'done', 'felt', 'felt_later', 'pain_2h_nrs', 'next_morning_nrs', 'helped_by', 'note']) assert.ok(hasWords('session', field), field);
  for (const field of ['plan_item_ids', 'adapted', 'tz']) assert.ok(!hasWords('session', field), field);
});

test('a session is found by its movements and by what it is', () => {
  const ids = lineOf(rec(BODY)).split('\t')[7];
  assert.deepEqual(ids.trim().split(' ').sort(), ['STR-04', 'moved']);
});
