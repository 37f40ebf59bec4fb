import assert from 'node:assert/strict';
import test from 'node:test';

import { actWords, logLines } from '../../../pwa/src/views/access/act-words.js';
import { codesText, codesWords, devicesWords, endedWords } from '../../../pwa/src/views/access/words.js';

const NOW = new Date('2026-11-21T12:00:00');
const act = (event, more = {}) => ({ at: '2026-11-21T09:40:00', event, by: 'you', device: null, name: null, ...more });

test('every act is a sentence that says whose it was', () => {
  assert.equal(actWords(act('session.started', { device: 'Firefox on Linux' })), 'Signed in (Firefox on Linux).');
  assert.equal(actWords(act('share.accepted', { by: 'person', name: 'Daniel' })), 'The invitation of Daniel was used, by Daniel.');
  assert.equal(actWords(act('operator.account_link', { by: 'operator' })),
    'A link was made that opens this account, by the person who runs the server.');
  assert.equal(actWords(act('share.changed', { by: 'operator', name: 'Daniel' })),
    'The sharing with Daniel was changed, by the person who runs the server.');
  assert.equal(actWords(act('session.refused', { by: 'unknown' })), 'Somebody tried a wrong password.');
});

test('an act of a newer server is not left out', () => {
  assert.equal(actWords(act('moon.landed')), 'Something about the account was changed.');
});

test('nightly backups in a row are one line, and no other act is folded', () => {
  const nights = [20, 19, 18].map((day) => act('operator.backup', { by: 'operator', at: `2026-11-${day}T03:10:00` }));
  const earlier = ['2026-11-17T09:00:00', '2026-11-17T08:00:00'].map((at) => act('session.started', { at }));
  assert.deepEqual(logLines([act('session.started'), ...nights, ...earlier], [], NOW).map(({ text }) => text), [
    'Signed in.', 'The server was copied, as a backup, by the person who runs the server. 3 times.', 'Signed in.', 'Signed in.']);
});

test('looks stand among the acts by their hour, each once', () => {
  const looks = [
    { who: 'Daniel', at_hour: '2026-11-21T10:00:00' }, { who: 'Daniel', at_hour: '2026-11-21T10:00:00' },
    { who: 'Daniel', at_hour: '2026-11-19T08:00:00' },
  ];
  const lines = logLines([act('session.refused', { by: 'unknown' })], looks, NOW);
  assert.deepEqual(lines.map(({ text, when, mark }) => [text, when, mark ?? false]), [
    ['Daniel looked.', 'Today, in the hour after 10:00', false],
    ['Somebody tried a wrong password.', 'Today, 09:40', true],
    ['Daniel looked.', 'Thursday, in the hour after 08:00', false],
  ]);
});

test('codes and devices are told in whole words', () => {
  assert.equal(codesWords({ made_at: null, made: 0, left: 0 }, NOW), 'None yet');
  assert.equal(codesWords({ made_at: '2026-11-20T09:00:00', made: 10, left: 9 }, NOW), 'Made yesterday. 9 of 10 are left.');
  assert.equal(codesWords({ made_at: '2026-11-20T09:00:00', made: 10, left: 0 }, NOW), 'Made yesterday. All are used.');
  const [here, other, gone] = [
    { current: true, removed_at: null }, { current: false, removed_at: null }, { current: false, removed_at: '2026-11-20T09:00:00' }];
  assert.equal(devicesWords([here, gone]), 'Only this one');
  assert.equal(devicesWords([here, other, gone]), 'This one and 1 more');
});

test('what the reset did is counted', () => {
  assert.equal(endedWords({ devices: 2, invitations: 1, shares: 1 }),
    'Done: 2 devices were signed out, 1 invitation was withdrawn and sharing with 1 person was paused.');
  assert.equal(endedWords({ devices: 0, invitations: 0, shares: 0 }), 'Done. Nothing else was open.');
});

test('the file of codes says what to do with one and no word about health', () => {
  const text = codesText(['22222-33333'], 'https://limber.example');
  assert.match(text, /22222-33333\n/);
  assert.match(text, /https:\/\/limber\.example\/recover\n/);
});
