import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ModelAccounts } from './model-accounts.mjs';

const { close, mustBeOpen, opened } = await import('../../pwa/src/state/opened.js');
const { remember, known } = await import('../../pwa/src/data/device.js');
const { begin, deleteAccount, kept, removedFrom, session, register, signIn, signOut, startLocal } = await import('../../pwa/src/state/session.js');
const { logSymptom, symptoms } = await import('../../pwa/src/state/diary.js');
const { syncNow } = await import('../../pwa/src/state/sync.js');
const { payDues } = await import('../../pwa/src/state/leaving.js');
const { draft } = await import('../../pwa/src/state/drafts.js');

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

/** Once a phone that was removed has emptied itself, and has tried to say so. */
async function empty() {
  while (session.value.mode !== 'none') await new Promise((resolve) => { setTimeout(resolve, 5); });
  await payDues();
}

const sent = async () => { await syncNow(); await syncNow(); };
const stored = (space) => world.records(space).map(({ body }) => body.severity_nrs).sort((a, b) => a - b);

/** Anna's diary with one entry sent, and two that are not, without a network. */
async function twoUnsent() {
  await register(ANNA);
  await logSymptom({ severity_nrs: 1, note: 'canary' });
  await sent();
  world.cut = 'before';
  for (const severity_nrs of [2, 3]) await logSymptom({ severity_nrs });
  draft('story_name').value = 'canary';
  return mustBeOpen();
}

test('F63 signing out keeps what was not sent, unless it is to go', async () => {
  const { db, space } = await twoUnsent();
  await signOut();
  await db.open();
  assert.deepEqual([await db.rec.count(), await db.sent.count(), await db.drafts.count(), await db.ops.count()], [0, 0, 0, 2]);
  db.close();
  world.cut = '';
  await signIn(ANNA);
  await sent();
  assert.deepEqual([stored(space), symptoms.value.length], [[1, 2, 3], 3]);
  world.cut = 'before';
  await logSymptom({ severity_nrs: 4 });
  await signOut({ erase: true });
  assert.deepEqual([kept.value, (await indexedDB.databases()).some(({ name }) => name === `limber-${space}`)], [[], false]);
});

test('F64 without a network the first screen shows at once, and the sign-out is the first thing the server is told', async () => {
  const { space } = await twoUnsent();
  await signOut();
  assert.deepEqual([session.value.mode, opened.value, symptoms.value.length], ['none', null, 0]);
  assert.deepEqual(kept.value, [{ space, name: 'Anna', entries: 2 }]);
  await restart();
  assert.deepEqual([session.value.mode, kept.value.length, (await known()).pending_logout], ['none', 1, true]);
  world.cut = '';
  world.asked = [];
  await startLocal();
  await register(BEN);
  await sent();
  assert.equal(world.asked[0], 'auth/logout');
  assert.deepEqual([session.value.account.display_name, (await known()).pending_logout], ['Ben', false]);
});

test('S24 a sign-out that was killed in the middle is brought to its end before anything is shown', async () => {
  const { space, db } = await twoUnsent();
  await remember({ pending_logout: true, leaving: { space, erase: false } });
  await restart();
  assert.deepEqual([session.value.mode, symptoms.value.length, kept.value], ['none', 0, [{ space, name: 'Anna', entries: 2 }]]);
  await db.open();
  assert.equal(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray()))).includes('canary'), false);
  db.close();
});

test('F73 a phone removed from the account empties itself at its next contact and says so, and keeps what was never sent', async () => {
  const { space, db } = await twoUnsent();
  world.cut = '';
  Object.assign(world, { signedIn: null, removed: true });
  await syncNow();
  await empty();
  assert.deepEqual([session.value.mode, removedFrom.value, kept.value], ['none', 'Anna', [{ space, name: 'Anna', entries: 2 }]]);
  assert.deepEqual([world.asked.at(-1), world.removed, stored(space)], ['auth/wiped', false, [1]]);
  await db.open();
  assert.deepEqual([await db.rec.count(), await db.ops.count()], [0, 2]);
  db.close();
  await signIn(ANNA);
  await sent();
  assert.deepEqual([stored(space), removedFrom.value], [[1, 2, 3], null]);
});

test('S25 a removed phone whose word was lost on its way says it again, and one that had signed out says it too', async () => {
  await register(ANNA);
  await sent();
  Object.assign(world, { signedIn: null, removed: true });
  const real = world.door;
  world.door = () => { throw new TypeError('no network'); };
  await syncNow();
  await empty();
  assert.deepEqual([session.value.mode, (await known()).pending_wiped], ['none', true]);
  world.door = real;
  await restart();
  await payDues();
  assert.deepEqual([world.removed, (await known()).pending_wiped], [false, false]);

  await signIn(ANNA);
  world.cut = 'before';
  await signOut();
  Object.assign(world, { cut: '', signedIn: null, removed: true });
  await payDues();
  while (world.removed) await new Promise((resolve) => { setTimeout(resolve, 5); });
  assert.equal((await known()).pending_logout, false);
});

test('a diary without an account is never emptied by what a server says', async () => {
  await startLocal();
  await logSymptom({ severity_nrs: 6 });
  world.removed = true;
  await assert.rejects(signIn(ANNA), { code: 'wrong_credentials' });
  const { call } = await import('../../pwa/src/data/api.js');
  await assert.rejects(call('GET', 'devices'), { code: 'device_removed' });
  assert.deepEqual([session.value.mode, symptoms.value.length], ['local', 1]);
});

test('deleting the account empties the phone too; without a network nothing happens', async () => {
  await register(ANNA);
  await logSymptom({ severity_nrs: 1 });
  await sent();
  const { space } = session.value;
  world.cut = 'before';
  await assert.rejects(deleteAccount(), { code: 'offline' });
  assert.equal(symptoms.value.length, 1);
  world.cut = '';
  await logSymptom({ severity_nrs: 2 });
  await deleteAccount();
  assert.deepEqual([session.value.mode, kept.value, world.accounts], ['none', [], {}]);
  assert.equal((await indexedDB.databases()).some(({ name }) => name === `limber-${space}`), false);
});
