import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { calm, Phone } from './model-phone.mjs';
import { ModelServer } from './model-server.mjs';

const { save } = await import('../../pwa/src/data/records.js');
const { blockedOps } = await import('../../pwa/src/data/outbox.js');
const { dismiss, standingOf } = await import('../../pwa/src/data/standing.js');
const { tidySent } = await import('../../pwa/src/data/sent.js');
const { endAgain } = await import('../../pwa/src/data/ended.js');

const SPACE = '00000000-0000-4000-8000-000000000001';
const BENS = '00000000-0000-4000-8000-000000000002';
let server;
let anna;
let ben;

beforeEach(async () => {
  server = new ModelServer();
  server.limit = 100;
  server.addSpace(SPACE, 'anna');
  server.addSpace(BENS, 'ben');
  anna = new Phone(server, 'anna', SPACE);
  ben = new Phone(server, 'ben', BENS);
  for (let i = 0; i < 4; i += 1) await put(anna, `symptom-${i}`, 'symptom', { severity_nrs: i });
  for (let i = 0; i < 3; i += 1) await put(anna, `note-${i}`, 'observation', { text: `${i}` });
  await anna.sync();
});

const put = (phone, id, kind, set) => save(phone.db, { space: SPACE, id, kind, t: 'put', set });
const seen = async () => Object.keys(await ben.screen(SPACE)).sort();
const left = async () => Promise.all([ben.db.ops, ben.db.shown, ben.db.outline, ben.db.rec].map((table) => table.filter((one) => one.space === SPACE).count()));
const SYMPTOMS = ['symptom-0', 'symptom-1', 'symptom-2', 'symptom-3'];

/** Every row of the shared diary that comes to Ben from now on. */
function counted() {
  const rows = [];
  ben.fault = { ...calm, after: (answer) => {
    rows.push(...((answer.pull ?? answer).spaces?.[SPACE]?.rows ?? []).map(({ id }) => id));
    return answer;
  } };
  return rows;
}

test('F68 a narrowed share takes away just what it no longer shows, and nothing comes twice', async () => {
  server.grant(SPACE, 'ben');
  await ben.sync();
  assert.equal((await seen()).length, 7);
  server.grant(SPACE, 'ben', 'Anna', ['symptom']);
  const rows = counted();
  await ben.sync();
  assert.deepEqual([await seen(), rows.sort()], [SYMPTOMS, SYMPTOMS]);
  assert.equal((await ben.db.shown.toArray()).length, 4);
  await ben.sync();
  assert.equal(rows.length, 4);
});

test('F69 a widened share brings old rows of the new kinds', async () => {
  server.grant(SPACE, 'ben', 'Anna', ['symptom']);
  await ben.sync();
  assert.deepEqual(await seen(), SYMPTOMS);
  server.grant(SPACE, 'ben');
  await ben.sync();
  assert.equal((await seen()).length, 7);
});

test('F70 a share that ended and began again before contact ends with exactly what it shows now', async () => {
  server.grant(SPACE, 'ben');
  await ben.sync();
  server.revoke(SPACE, 'ben');
  server.grant(SPACE, 'ben', 'Anna', ['observation']);
  await ben.sync();
  assert.deepEqual(await seen(), ['note-0', 'note-1', 'note-2']);
});

test('F66 what was written before the share ended is held for the other person, counted, and gone from here', async () => {
  server.grant(SPACE, 'ben', 'Rosa');
  await ben.sync();
  await put(ben, 'mine-1', 'observation', { text: 'one' });
  await put(ben, 'mine-1', 'observation', { text: 'one and more' });
  await put(ben, 'mine-2', 'observation', { text: 'two' });
  server.revoke(SPACE, 'ben');
  assert.ok((await ben.sync()).ok);
  assert.deepEqual([await seen(), await left()], [[], [0, 0, 0, 0]]);
  assert.deepEqual(server.state.spaces[SPACE].changes.filter(({ held }) => held).map(({ op }) => op.set.text), ['one', 'one and more', 'two']);
  assert.deepEqual((await standingOf(ben.db, BENS)).held, [{ space: SPACE, name: 'Rosa', count: 2 }]);
  await dismiss(ben.db, 'held_notice');
  assert.deepEqual((await standingOf(ben.db, BENS)).held, []);
});

test('F66 it goes as well when the end of the share was heard of first', async () => {
  server.grant(SPACE, 'ben', 'Rosa');
  await ben.sync();
  server.revoke(SPACE, 'ben');
  await ben.sync();
  await put(ben, 'mine-1', 'observation', { text: 'one' });
  await ben.sync();
  assert.deepEqual(await left(), [0, 0, 0, 0]);
  assert.equal(server.state.spaces[SPACE].changes.filter(({ held }) => held).length, 1);
});

test('F71 what was never allowed is refused, stays here with its words, and everything else goes', async () => {
  await put(ben, 'mine-1', 'observation', { text: 'one' });
  await ben.log({ severity_nrs: 2 });
  await ben.sync();
  assert.deepEqual((await blockedOps(ben.db)).map(({ code, set }) => [code, set.text]), [['no_right', 'one']]);
  assert.equal(Object.keys(server.state.spaces[BENS].records).length, 1);
});

test('F72 a deleted account takes its rows off every phone, and what was written for it troubles nobody', async () => {
  server.grant(SPACE, 'ben');
  await ben.sync();
  await put(ben, 'mine-1', 'observation', { text: 'one' });
  await ben.sync();
  server.removeSpace(SPACE);
  await ben.sync();
  await ben.log({ severity_nrs: 1 });
  assert.ok((await ben.sync()).ok);
  assert.deepEqual([await seen(), await left(), await blockedOps(ben.db)], [[], [0, 0, 0, 0], []]);
});

test('F24 a server put back to before a share ended gets what was written for it again, and holds it', async () => {
  server.grant(SPACE, 'ben');
  await ben.sync();
  const copy = server.backup();
  await put(ben, 'mine-1', 'observation', { text: 'one' });
  await ben.sync();
  server.revoke(SPACE, 'ben');
  await ben.sync();
  server.restore(copy);
  server.revoke(SPACE, 'ben');
  await ben.log({ severity_nrs: 1 });
  assert.ok((await ben.sync()).ok);
  assert.deepEqual(server.state.spaces[SPACE].changes.filter(({ held }) => held).map(({ op }) => op.set.text), ['one']);
  assert.deepEqual([await left(), await blockedOps(ben.db)], [[0, 0, 0, 0], []]);
});

test('F24 a share this phone has seen ended is ended again where a server was put back to before that', async () => {
  // The server's own words about two shares, as any device of the owner could have brought them about.
  const asks = new Phone(server, 'anna', SPACE);
  const share = (id, set) => put(asks, id, 'share', set);
  const states = async () => {
    const screen = await anna.screen();
    return [screen['share-1'].state, screen['share-2'].state];
  };
  await share('share-1', { name: 'Ben', state: 'active' });
  await share('share-2', { name: 'Carla', state: 'active' });
  await asks.sync();
  await anna.sync();
  assert.deepEqual(await endAgain(anna.db, SPACE), []);
  const copy = server.backup();
  await share('share-1', { state: 'ended' });
  await asks.sync();
  await anna.sync();
  assert.deepEqual([await endAgain(anna.db, SPACE), await states()], [[], ['ended', 'active']]);

  server.restore(copy);
  for (const id of ['share-1', 'share-2']) {
    const was = { state: server.state.spaces[SPACE].records[id].fop.state };
    server.apply('anna', { op: `paused-${id}`, space: SPACE, id, kind: 'share', sv: 1, t: 'put', was, set: { state: 'paused' } });
  }
  await anna.sync();
  await anna.sync();
  assert.deepEqual(await states(), ['paused', 'paused']);
  assert.deepEqual(await endAgain(anna.db, SPACE), ['share-1']);
  assert.deepEqual(await states(), ['ended', 'paused']);
  assert.deepEqual(await endAgain(anna.db, SPACE), [], 'once is enough');
  await anna.sync();
  assert.equal(server.state.spaces[SPACE].records['share-1'].body.state, 'ended');
  assert.deepEqual(await blockedOps(anna.db), []);
});

test('what was sent for a diary that is no longer shared is let go of after a month, an erasing never', async () => {
  server.grant(SPACE, 'ben');
  await ben.sync();
  await put(ben, 'mine-1', 'observation', { text: 'one' });
  await ben.log({ severity_nrs: 1 });
  await ben.act('erase', (await ben.db.ops.toArray())[1].id);
  await ben.sync();
  server.revoke(SPACE, 'ben');
  await ben.sync();
  const sent = async () => (await ben.db.sent.toArray()).map(({ space, t }) => [space, t]).sort();
  await tidySent(ben.db, ben.now + 29 * 86_400_000);
  assert.equal((await sent()).length, 2);
  await tidySent(ben.db, ben.now + 31 * 86_400_000);
  assert.deepEqual(await sent(), [[BENS, 'erase']]);
  assert.ok((await ben.db.marks.toArray()).every(({ space }) => space === BENS));
});
