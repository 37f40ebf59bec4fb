import assert from 'node:assert/strict';
import test from 'node:test';

import {
  entryCount, groupCode, hiddenWords, previewWords, readCode, readWords, seesWords, stateWords, untilWords, widens,
} from '../../../pwa/src/views/sharing/words.js';
import { lastLookWords, lookLines } from '../../../pwa/src/views/sharing/look-words.js';
import { addsWords, WRITE_WORDS, writeWords } from '../../../pwa/src/views/sharing/write-words.js';
import { WRITABLE } from '../../../pwa/src/domain/scopes.js';
import { deviceName, seenWords } from '../../../pwa/src/views/you/words.js';

const NOW = new Date(2026, 10, 20, 10, 0);
const share = (set = {}) => ({
  id: 's', label: 'Daniel', caregiver: null, read: ['symptoms', 'exercise', 'requests'], write: [], until: null,
  state: 'active', ...set,
});

test('one sentence says what is seen and one what is kept', () => {
  assert.equal(seesWords('Daniel', share().read), 'Daniel sees pain and today’s plan.');
  assert.equal(hiddenWords('Daniel', share().read), 'Daniel does not see medicines, mood or notes.');
  assert.equal(seesWords('Daniel', ['requests']), 'Daniel sees nothing now.');
  assert.equal(readWords(share().read), 'Pain, today’s plan');
});

test('what is granted is never named as kept', () => {
  assert.equal(hiddenWords('Ana', ['symptoms', 'exercise', 'mood', 'medicines']),
    'Ana does not see notes or bladder, bowel and sexual health.');
});

test('each state has its own line', () => {
  assert.equal(stateWords(share({ state: 'offered' }), NOW), 'Waiting for Daniel to use the code.');
  assert.match(stateWords(share({ state: 'offered', expires_at: '2026-11-01T00:00:00Z' }), NOW), /run out/);
  assert.equal(stateWords(share({ state: 'accepted' }), NOW), 'Daniel has used the code. Is this right?');
  assert.equal(stateWords(share({ state: 'paused' }), NOW), 'Paused. Daniel sees nothing now.');
});

test('a code survives spaces, dashes and small letters; a link gives its token untouched', () => {
  assert.equal(readCode(' abcde-12345 '), 'ABCDE12345');
  assert.equal(readCode('https://limber.example/join#Ab-Cd_ef0123456789abcd'), 'Ab-Cd_ef0123456789abcd');
  assert.equal(groupCode('ABCDE12345'), 'ABCDE 12345');
});

test('showing more, or for longer, widens; showing less does not', () => {
  assert.equal(widens(share(), { read: ['symptoms'] }), false);
  assert.equal(widens(share(), { read: ['symptoms', 'mood'] }), true);
  assert.equal(widens(share(), { until: '2026-12-01' }), false);
  assert.equal(widens(share({ until: '2026-12-01' }), { until: null }), true);
  assert.equal(widens(share({ until: '2026-12-01' }), { until: '2026-12-02' }), true);
});

test('dates are words', () => {
  assert.equal(untilWords('2026-12-03', NOW), 'Until 3 December');
  assert.equal(untilWords(null, NOW), 'No end date');
  assert.equal(entryCount(1), '1 entry');
});

test('a device says when it was last used', () => {
  assert.equal(seenWords({ current: true, last_seen_at: null }, NOW), 'This device');
  assert.equal(seenWords({ current: false, last_seen_at: new Date(2026, 10, 19, 9).toISOString() }, NOW), 'Last used yesterday');
  assert.equal(deviceName({ label: '' }), 'A phone or computer');
});

test('what may be added is said in words, part by part', () => {
  assert.deepEqual(Object.keys(WRITE_WORDS), [...WRITABLE]);
  assert.equal(addsWords('Daniel', []), 'Daniel may add nothing.');
  assert.equal(addsWords('Daniel', ['observations', 'symptoms']), 'Daniel may add pain and what they noticed.');
  assert.equal(writeWords([]), 'Nothing');
  assert.equal(writeWords(['medicines', 'symptoms']), 'Pain, doses');
});

test('a look tells by which way, about when, and what was open then', () => {
  const look = (hours, channel, read) => ({
    who: 'Daniel', share: 's', channel, at_hour: new Date(2026, 10, 20, hours).toISOString(), read,
  });
  const lines = lookLines([look(6, 'sync', ['symptoms']), look(8, 'sync', ['exercise']), look(7, 'overview', null), look(-5, 'records', ['mood'])], NOW);
  assert.deepEqual(lines.map(({ title, detail }) => [title, detail]), [
    ['Daniel, this morning', 'Fetched by their phone: pain and today’s plan.'],
    ['Daniel, this morning', 'Looked at your day.'],
    ['Daniel, yesterday', 'Looked at your entries: mood.'],
  ]);
  assert.equal(lookLines([look(8, 'calendar', ['requests'])], NOW)[0].detail, 'Looked at your diary.');
  assert.equal(lastLookWords([], NOW), 'Nobody yet');
  assert.equal(lastLookWords([look(-5, 'sync', []), look(8, 'sync', [])], NOW), 'Daniel, this morning');
});

test('a preview says whether it is seen now, or would be', () => {
  const words = (set) => previewWords(share(set), '2026-11-20');
  assert.equal(words({}), 'This is what Daniel sees, as it is now.');
  assert.match(words({ state: 'paused' }), /^Paused\. Daniel sees nothing now/);
  assert.match(words({ state: 'accepted' }), /sees nothing yet/);
  assert.match(words({ state: 'offered' }), /sees nothing yet/);
  assert.match(words({ until: '2026-11-19' }), /The last day is over/);
  assert.equal(words({ until: '2026-11-20' }), words({}));
});
