import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';

const { placeLabel, vocabulary } = await import('../../pwa/src/state/content.js');
const { syncWords } = await import('../../pwa/src/state/sync-words.js');

const facts = { account: true, waiting: 0, blocked: 0, busy: false, trouble: null, sentAt: null };
const clock = () => '09:41';

test('a side reads as it is said', () => {
  vocabulary.value = { regions: [{ id: 'knee', label: 'Knee' }, { id: 'neck', label: 'Neck' }, { id: 'foot', label: 'Foot or toes' }] };
  assert.equal(placeLabel({ region: 'knee', side: 'both' }), 'Both knees');
  assert.equal(placeLabel({ region: 'foot', side: 'both' }), 'Both feet or toes');
  assert.equal(placeLabel({ region: 'knee', side: 'right' }), 'Right knee');
  assert.equal(placeLabel({ region: 'neck', side: 'middle' }), 'Neck');
});

test('nothing waiting is never counted', () => {
  assert.equal(syncWords(facts, clock).text, 'Sending');
  assert.equal(syncWords({ ...facts, busy: true }, clock).text, 'Sending');
  assert.equal(syncWords({ ...facts, sentAt: 'x' }, clock).text, 'All sent at 09:41');
  assert.equal(syncWords({ ...facts, waiting: 3 }, clock).text, 'On this phone (3 waiting)');
});

test('what is kept is named by number and owner only', async () => {
  const { keptWords } = await import('../../pwa/src/views/account/kept-words.js');
  assert.equal(keptWords({ name: 'Anna Muster', entries: 3 }), '3 unsent entries of Anna are kept on this phone.');
  assert.equal(keptWords({ name: '', entries: 1 }), '1 unsent entry is kept on this phone.');
  assert.equal(keptWords({ name: '', entries: 12, local: true }), '12 entries without an account are kept on this phone.');
});

test('the line says what keeps entries here, and what the person can do', () => {
  const words = (more) => { const { text, urgent, name } = syncWords({ ...facts, ...more }, clock); return [text, urgent, name]; };
  assert.deepEqual(words({ account: false, waiting: 3 }), ['On this phone only', false, 'local']);
  assert.deepEqual(words({ waiting: 7, trouble: 'signed_out' }), ['Could not send: you are signed out. Sign in to send 7 entries.', true, 'could_not']);
  assert.deepEqual(words({ waiting: 1, trouble: 'signed_out' }), ['Could not send: you are signed out. Sign in to send 1 entry.', true, 'could_not']);
  assert.deepEqual(words({ waiting: 5, blocked: 2 }), ['Could not send: 2 entries need your attention. All 5 are safe here.', true, 'could_not']);
  assert.deepEqual(words({ waiting: 1, blocked: 1, busy: true }), ['Could not send: 1 entry needs your attention. It is safe here.', true, 'could_not']);
  assert.deepEqual(words({ waiting: 2, trouble: 'update_needed' }), ['Could not send: Limber needs an update first. All 2 are safe here.', true, 'could_not']);
  assert.deepEqual(words({ waiting: 2, trouble: 'device_removed' }), ['Could not send: this phone was removed from the account. All 2 are safe here.', true, 'could_not']);
  assert.deepEqual(words({ waiting: 1, trouble: 'server' }), ['Could not send: the server has a problem. It is safe here.', false, 'could_not']);
  assert.deepEqual(words({ trouble: 'busy', sentAt: 'x' }), ['All sent at 09:41', false, 'sent']);
});
