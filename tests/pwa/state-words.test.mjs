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
