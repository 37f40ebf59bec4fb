import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ModelAccounts } from './model-accounts.mjs';

const { close, mustBeOpen, unsent } = await import('../../pwa/src/state/opened.js');
const { remember } = await import('../../pwa/src/data/device.js');
const { begin, kept, session, register, settle, signIn, signOut, startLocal } = await import('../../pwa/src/state/session.js');
const { logSymptom, symptoms } = await import('../../pwa/src/state/diary.js');
const { syncNow, syncState } = await import('../../pwa/src/state/sync.js');

const ANNA = { email: 'anna@example.org', password: 'a long sentence', display_name: 'Anna' };
const BEN = { email: 'ben@example.org', password: 'another sentence', display_name: 'Ben' };
let world;

beforeEach(async () => {
  world = new ModelAccounts();
  await restart({ current: null, kept: [], moving: null, moved: null, leaving: null, asking: false, pending_logout: false, pending_wiped: false, removed: null });
});

/** What a start of the app knows: nothing but what is stored. */
async function restart(changes) {
  close();
  session.value = { mode: 'loading', space: null, account: null };
  if (changes) await remember(changes);
  await begin();
}

const sent = async () => { await syncNow(); await syncNow(); };
const stored = (space) => world.records(space).map(({ body }) => body.severity_nrs).sort((a, b) => a - b);

test('making an account takes the whole diary along, each entry once', async () => {
  await startLocal();
  for (let i = 0; i < 60; i += 1) await logSymptom({ severity_nrs: i % 11 });
  const { space } = session.value;
  await register(ANNA);
  await sent();
  assert.deepEqual([session.value.mode, session.value.space], ['account', space]);
  assert.equal(stored(space).length, 60);
  assert.equal(symptoms.value.length, 60);
  assert.match(syncState.value.text, /^All sent at \d\d:\d\d$/);
});

test('an account whose making was answered into the void is found again with the same diary', async () => {
  await startLocal();
  await logSymptom({ severity_nrs: 4 });
  world.cut = 'after';
  await assert.rejects(register(ANNA), { code: 'offline' });
  assert.equal(session.value.mode, 'local');
  world.cut = '';
  await register(ANNA);
  await sent();
  assert.equal(session.value.mode, 'account');
  assert.deepEqual(stored(session.value.space), [4]);
});

test('a taken address of somebody else changes nothing here', async () => {
  world.add(ANNA);
  await startLocal();
  await logSymptom({ severity_nrs: 4 });
  await assert.rejects(register(ANNA), { code: 'email_taken' });
  assert.equal(session.value.mode, 'local');
  assert.equal(symptoms.value.length, 1);
});

test('F60 a session that ends with 50 entries waiting loses none: a banner, and all sent after signing in', async () => {
  await register(ANNA);
  await logSymptom({ severity_nrs: 0 });
  await sent();
  const { space } = session.value;
  world.signedIn = null;
  for (let i = 1; i < 50; i += 1) await logSymptom({ severity_nrs: i % 11 });
  await syncNow();
  assert.equal(session.value.mode, 'signed_out');
  await logSymptom({ severity_nrs: 3 });
  // What waits is counted behind what is shown.
  while (unsent.value.waiting < 50) await new Promise((soon) => { setTimeout(soon, 5); });
  assert.equal(syncState.value.text, 'Could not send: you are signed out. Sign in to send 50 entries.');
  await restart();
  assert.deepEqual([session.value.mode, symptoms.value.length], ['signed_out', 51]);
  await signIn(ANNA);
  await sent();
  assert.deepEqual([stored(space).length, world.changes(space).length, symptoms.value.length], [51, 51, 51]);
});

test('F61 somebody else who signs in gets a diary of their own; what was not sent waits for the first, by name', async () => {
  const ben = world.add(BEN);
  await register(ANNA);
  await logSymptom({ severity_nrs: 1, note: 'canary' });
  await sent();
  const { space } = session.value;
  world.signedIn = null;
  for (const severity_nrs of [2, 3, 4]) await logSymptom({ severity_nrs });
  await syncNow();
  const { db } = mustBeOpen();
  const before = await db.ops.toArray();
  assert.deepEqual(await signIn(BEN), { name: 'Ben', whose: 'Anna', entries: 3 });
  assert.equal(session.value.space, space, 'nothing has changed before it is decided');
  await settle('keep');
  await logSymptom({ severity_nrs: 9 });
  await sent();
  assert.deepEqual([session.value.space, stored(ben.space), stored(space)], [ben.space, [9], [1]]);
  assert.deepEqual(kept.value, [{ space, name: 'Anna', entries: 3 }]);
  await db.open();
  assert.deepEqual([await db.ops.toArray(), await db.rec.count()], [before, 0]);
  db.close();
  await signOut();
  await signIn(ANNA);
  await sent();
  assert.deepEqual([stored(space), stored(ben.space), kept.value, symptoms.value.length], [[1, 2, 3, 4], [9], [], 4]);
});

test('F62 under somebody else’s session nothing is sent or lost, and signing in again goes on', async () => {
  const ben = world.add(BEN);
  await register(ANNA);
  await sent();
  const { space } = session.value;
  world.signedIn = ben;
  await logSymptom({ severity_nrs: 5 });
  await syncNow();
  assert.deepEqual([stored(space), stored(ben.space)], [[], []]);
  assert.deepEqual([session.value.mode, syncState.value.reason, syncState.value.urgent], ['signed_out', 'account_mismatch', true]);
  assert.equal(await mustBeOpen().db.ops.count(), 1);
  await signIn(ANNA);
  await sent();
  assert.deepEqual([session.value.mode, stored(space), stored(ben.space)], ['account', [5], []]);
});

test('P15 one after the other on one phone: nobody sees or sends what is another’s', async () => {
  await register(ANNA);
  await logSymptom({ severity_nrs: 1 });
  await sent();
  const anna = session.value.space;
  await signOut();
  await register(BEN);
  await logSymptom({ severity_nrs: 2 });
  await sent();
  assert.deepEqual([stored(anna), stored(session.value.space), symptoms.value.length], [[1], [2], 1]);
});

test('without a network the line names it and counts entries, not taps', async () => {
  await register(ANNA);
  await sent();
  world.cut = 'before';
  await logSymptom({ severity_nrs: 2 });
  await logSymptom({ severity_nrs: 3 });
  await logSymptom({ severity_nrs: 4 });
  await syncNow();
  assert.equal(syncState.value.text, 'Could not send: no connection. All 3 are safe here.');
  assert.equal(syncState.value.urgent, false);
});
