/** A session that ends is kept: on a phone that is full, and when it lay there past midnight. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, beforeEach, test } from 'node:test';

import './fresh-storage.mjs';

globalThis.fetch = async (path) => ({ ok: true, json: async () => JSON.parse(readFileSync(new URL(`../../backend${path}`, import.meta.url), 'utf8')) });

const { startLocal } = await import('../../pwa/src/state/session.js');
const { ofKind } = await import('../../pwa/src/state/records.js');
const { stepOut } = await import('../../pwa/src/state/who.js');
const { mustBeOpen } = await import('../../pwa/src/state/opened.js');
const { session, shelf } = await import('../../pwa/src/state/plans.js');
const { today } = await import('../../pwa/src/state/today.js');
const { begun, goOn, leave, pause, player, skip, startSession } = await import('../../pwa/src/state/player.js');

const until = async (what) => { while (!what()) await new Promise((done) => { setTimeout(done, 10); }); };
const kept = () => ofKind('session').map(({ body }) => body);

before(async () => {
  await startLocal();
  await until(() => shelf.value && session.value?.doses.length);
});

/** A session whose first movement was begun and stands still. */
beforeEach(async () => {
  leave();
  assert.ok(startSession(3));
  begun();
  goOn();
  await new Promise((done) => { setTimeout(done, 20); });
  pause();
});

test('on a full phone a session that is left stays until it is stored', async () => {
  const { ops } = mustBeOpen().db;
  const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
  ops.hook('creating', full);
  const { id } = player.peek();
  try {
    leave();
    await until(() => player.peek()?.id === id);
    assert.equal(player.peek().over, 'stopped', 'it is not stored, so it is still there');
    assert.equal(leave(), false);
    await new Promise((done) => { setTimeout(done, 50); });
    assert.deepEqual([player.peek()?.id, kept()], [id, []]);
  } finally {
    ops.hook('creating').unsubscribe(full);
  }
  // Left once more, when there is room again.
  leave();
  await until(() => kept().length === 1);
  assert.equal(leave(), true);
  assert.equal(player.peek(), null);
  assert.equal(kept()[0].done[0].outcome, 'stopped');
});

test('one that lay there into another day is kept on the day it was begun', async () => {
  const before = kept().length;
  const { at } = player.peek();
  const yesterday = new Date(Date.parse(at) - 26 * 3_600_000);
  const on = yesterday.toISOString().slice(0, 10);
  player.value = { ...player.peek(), id: crypto.randomUUID(), at: yesterday.toISOString(), on };
  await until(() => player.peek() === null);
  await until(() => kept().length === before + 1);
  const body = kept().find((one) => one.on === on);
  assert.equal(body.at, yesterday.toISOString());
  assert.notEqual(on, today.peek());
});

test('one that nobody began to move in leaves nothing behind', async () => {
  const before = kept().length;
  leave();
  await until(() => kept().length === before + 1);
  startSession(3);
  skip();
  assert.equal(leave(), true);
  await new Promise((done) => { setTimeout(done, 50); });
  assert.equal(kept().length, before + 1);
});

test('what could not be kept of one diary never comes up in another', async () => {
  mustBeOpen().db.ops.hook('creating', () => { throw new DOMException('full', 'QuotaExceededError'); });
  leave();
  stepOut();
  await new Promise((done) => { setTimeout(done, 100); });
  assert.equal(player.peek(), null);
  await startLocal();
  await new Promise((done) => { setTimeout(done, 100); });
  assert.equal(player.peek(), null);
});
