import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import './fresh-storage.mjs';
import './local-storage.mjs';

const { isPin, quietLong, waitAfter, waitLeft, waitWords } = await import('../../pwa/src/domain/cover.js');
const session = await import('../../pwa/src/state/session.js');
const lock = await import('../../pwa/src/state/cover.js');
const kept = () => JSON.parse(localStorage.getItem('limber-cover'));

test('a PIN is 4 to 8 digits and nothing else', () => {
  for (const good of ['0000', '12345678']) assert.ok(isPin(good), good);
  for (const bad of ['', '123', '123456789', '12a4', ' 1234', '١٢٣٤', '1234\n']) assert.ok(!isPin(bad), bad);
});

test('the wait grows with every wrong try and stays at five minutes', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 400].map(waitAfter), [0, 0, 0, 0, 5000, 15_000, 60_000, 300_000, 300_000, 300_000]);
  assert.equal(waitLeft({ wrong: 5, at: 1000 }, 6000), 10_000);
  assert.equal(waitLeft({ wrong: 5, at: 1000 }, 99_000), 0);
  assert.equal(waitLeft({ wrong: 5, at: 50_000 }, 1000), 15_000, 'a clock set back makes it no longer than it is');
  assert.deepEqual([1, 5000, 59_001, 60_000, 300_000].map(waitWords), ['1 second', '5 seconds', '1 minute', '1 minute', '5 minutes']);
});

test('a phone is quiet after its minutes, and when its clock went backwards', () => {
  assert.ok(!quietLong(0, 59_999, 1));
  assert.ok(quietLong(0, 60_000, 1));
  assert.ok(!quietLong(0, 899_999, 'leave'));
  assert.ok(quietLong(0, 900_000, 'leave'));
  assert.ok(quietLong(1000, 999, 15));
});

test('the PIN opens, is kept only as a salted hash, and wrong tries wait', async () => {
  await session.startLocal();
  assert.equal(lock.covered.value, false);
  await lock.setPin('2468');
  assert.equal(lock.covered.value, false, 'who sets it is in already');
  const { rounds, hash, salt, space } = kept();
  assert.ok(rounds >= 210_000 && rounds <= 600_000);
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.match(salt, /^[0-9a-f]{32}$/);
  assert.equal(space, session.session.value.space);
  assert.ok(!localStorage.getItem('limber-cover').includes('2468'));
  lock.coverNow();
  assert.equal(lock.covered.value, true);
  for (const wrong of ['0000', '24680', '8642', '1111']) assert.equal(await lock.tryPin(wrong), false);
  assert.equal(kept().wrong, 4);
  const left = lock.untilNextTry();
  assert.ok(left > 4000 && left <= 5000);
  assert.equal(await lock.tryPin('2468'), false, 'not even the right one during the wait');
  assert.equal(kept().wrong, 4);
  localStorage.setItem('limber-cover', JSON.stringify({ ...kept(), at: Date.now() - 5001 }));
  assert.equal(await lock.tryPin('2468'), true);
  assert.equal(kept().wrong, 0);
  assert.equal(lock.covered.value, false);
});

test('a try counts before it is looked at', async () => {
  lock.coverNow();
  const trying = lock.tryPin('9999');
  assert.equal(kept().wrong, 1);
  await trying;
  await lock.tryPin('2468');
});

test('the same PIN never has the same hash', async () => {
  const { hash } = kept();
  await lock.setPin('2468');
  assert.notEqual(kept().hash, hash);
});

test('without an account the forgotten PIN has one way out, and it empties the phone', async () => {
  mock.method(globalThis, 'fetch', async () => { throw new TypeError('no network'); });
  lock.coverNow();
  let to = '';
  globalThis.location = { replace: (path) => { to = path; } };
  await lock.eraseDiary();
  assert.equal(to, '/');
  assert.equal(localStorage.getItem('limber-cover'), null);
  const { current } = await import('../../pwa/src/data/device.js');
  assert.equal(await current(), null);
});

test('signing out takes the PIN along', async () => {
  await session.startLocal();
  await lock.setPin('1357');
  await session.signOut();
  assert.equal(localStorage.getItem('limber-cover'), null);
  assert.equal(lock.covered.value, false);
});

test('the app lock and the look of this phone go along when a diary moves into an account', async () => {
  const { ModelAccounts } = await import('./model-accounts.mjs');
  const { aloud } = await import('../../pwa/src/state/preferences.js');
  const { add } = await import('../../pwa/src/state/records.js');
  const { remember } = await import('../../pwa/src/data/device.js');
  const rosa = { email: 'rosa@example.org', password: 'a long sentence', display_name: 'Rosa' };
  const { space } = new ModelAccounts().add(rosa);
  await remember({ current: null });
  await session.startLocal();
  await add('symptom', { severity_nrs: 3 });
  await lock.setPin('2468');
  aloud.value = true;
  await session.signIn(rosa);
  await session.settle('add');
  assert.deepEqual([session.session.value.space, kept().space, aloud.value], [space, space, true]);
  lock.coverNow();
  assert.equal(lock.covered.value, true);
  assert.equal(await lock.tryPin('2468'), true);
});
