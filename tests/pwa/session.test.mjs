import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import './fresh-storage.mjs';
import { ModelServer } from './model-server.mjs';

const { close, mustBeOpen } = await import('../../pwa/src/state/opened.js');
const { setCurrent } = await import('../../pwa/src/data/device.js');
const { session, register, signIn, signOut, startLocal } = await import('../../pwa/src/state/session.js');
const { logSymptom, symptoms } = await import('../../pwa/src/state/diary.js');
const { syncNow, syncState } = await import('../../pwa/src/state/sync.js');

const ANNA = { email: 'anna@example.org', password: 'a long sentence', display_name: 'Anna' };
let server;
let accounts;
let signedIn;
/** Which side of a request the network cuts: 'before', 'after' or ''. */
let cut;

const answers = (status, body) => new Response(body === null ? null : JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refuses = (status, code) => answers(status, { error: { code, message: code, details: {} } });

function serve(path, body) {
  if (path === 'auth/register') {
    if (accounts[body.email]) return refuses(409, 'email_taken');
    const space = body.space ?? crypto.randomUUID();
    accounts[body.email] = { password: body.password, account: { id: crypto.randomUUID(), email: body.email, display_name: body.display_name }, space };
    server.addSpace(space, accounts[body.email].account.id);
  }
  if (path === 'auth/login' && accounts[body.email]?.password !== body.password) return refuses(401, 'wrong_credentials');
  if (path === 'auth/logout') {
    signedIn = null;
    return answers(204, null);
  }
  if (path.startsWith('auth/')) {
    signedIn = accounts[body.email];
    return answers(200, { account: signedIn.account, space: signedIn.space });
  }
  if (!signedIn) return refuses(401, 'not_signed_in');
  if (signedIn.account.id !== body.account) return refuses(409, 'account_mismatch');
  return answers(200, path === 'sync/push' ? server.push(body) : server.pull(body));
}

async function bodyOf({ body }) {
  if (typeof body === 'string' || body === undefined) return JSON.parse(body ?? 'null');
  return new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}

globalThis.fetch = async (address, options) => {
  if (cut === 'before') throw new TypeError('no network');
  const answer = serve(address.replace('/api/v1/', ''), await bodyOf(options));
  if (cut === 'after') throw new TypeError('no network');
  return answer;
};

beforeEach(async () => {
  server = new ModelServer();
  accounts = {};
  signedIn = null;
  cut = '';
  close();
  await setCurrent(null);
  session.value = { mode: 'none', space: null, account: null };
});

const sent = async () => { await syncNow(); await syncNow(); };
const stored = (space) => Object.values(server.state.spaces[space].records).map(({ body }) => body.severity_nrs).sort();

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
  cut = 'after';
  await assert.rejects(register(ANNA), { code: 'offline' });
  assert.equal(session.value.mode, 'local');
  cut = '';
  await register(ANNA);
  await sent();
  assert.equal(session.value.mode, 'account');
  assert.deepEqual(stored(session.value.space), [4]);
});

test('a taken address of somebody else changes nothing here', async () => {
  await register(ANNA);
  close();
  await setCurrent(null);
  session.value = { mode: 'none', space: null, account: null };
  await startLocal();
  await logSymptom({ severity_nrs: 4 });
  await assert.rejects(register(ANNA), { code: 'email_taken' });
  assert.equal(session.value.mode, 'local');
  assert.equal(symptoms.value.length, 1);
});

test('signing in is refused while the phone holds a diary of its own', async () => {
  await startLocal();
  await logSymptom({ severity_nrs: 4 });
  await assert.rejects(signIn(ANNA), { code: 'diary_on_this_phone' });
  assert.equal(symptoms.value.length, 1);
});

test('a session that ended keeps everything, takes more, and sends it after signing in', async () => {
  await register(ANNA);
  await logSymptom({ severity_nrs: 1 });
  await sent();
  signedIn = null;
  await logSymptom({ severity_nrs: 2 });
  await syncNow();
  assert.equal(session.value.mode, 'signed_out');
  await logSymptom({ severity_nrs: 3 });
  assert.equal(syncState.value.text, 'Could not send: you are signed out. Sign in to send 2 entries.');
  assert.equal(symptoms.value.length, 3);
  await signIn(ANNA);
  await sent();
  assert.deepEqual(stored(session.value.space), [1, 2, 3]);
});

test('signing out without a network keeps what was not sent, unseen, for its owner', async () => {
  await register(ANNA);
  await logSymptom({ severity_nrs: 1 });
  await sent();
  cut = 'before';
  await logSymptom({ severity_nrs: 2 });
  const { db } = mustBeOpen();
  await signOut();
  assert.equal(session.value.mode, 'none');
  assert.equal(symptoms.value.length, 0);
  await db.open();
  assert.deepEqual([await db.rec.count(), await db.sent.count(), await db.ops.count()], [0, 0, 1]);
  db.close();
  cut = '';
  await signIn(ANNA);
  await sent();
  assert.deepEqual(stored(session.value.space), [1, 2]);
  assert.equal(symptoms.value.length, 2);
  assert.equal(await mustBeOpen().db.ops.count(), 0);
});

test('without a network the line names it and counts entries, not taps', async () => {
  await register(ANNA);
  await sent();
  cut = 'before';
  await logSymptom({ severity_nrs: 2 });
  await logSymptom({ severity_nrs: 3 });
  await logSymptom({ severity_nrs: 4 });
  await syncNow();
  assert.equal(syncState.value.text, 'Could not send: no connection. All 3 are safe here.');
  assert.equal(syncState.value.urgent, false);
});
