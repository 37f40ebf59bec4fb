import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';

const { asOne, asTwo, notedTwice } = await import('../../pwa/src/domain/twice.js');

const medicines = await import('../../pwa/src/state/medicines.js');
const { startLocal } = await import('../../pwa/src/state/session.js');

const TODAY = '2026-11-21';
const me = 'rosa';
const mine = (id, more = {}) => dose(id, { account: 'rosa', name: 'Rosa' }, more);
const his = (id, more = {}) => dose(id, { account: 'daniel', name: 'Daniel' }, more);
function dose(id, author, more) {
  return { id, kind: 'dose', author, deleted: false, body: { medicine_id: 'm', slot: '2026-11-21T08:00', status: 'taken', at: '2026-11-21T08:02:00+01:00', ...more } };
}
const pairs = (doses) => notedTwice(doses, TODAY).map((pair) => pair.map(({ id }) => id));

test('f36 one slot noted by the person and by a helper is asked about, and both records stay', () => {
  const doses = [his('b', { at: '2026-11-21T08:05:00+01:00' }), mine('a')];
  assert.deepEqual(pairs(doses), [['a', 'b']]);
  assert.equal(doses.length, 2);
});

test('f36 other slots, other medicines, doses left out and old ones are no question', () => {
  assert.deepEqual(pairs([mine('a'), his('b', { slot: '2026-11-21T20:00' })]), []);
  assert.deepEqual(pairs([mine('a'), his('b', { medicine_id: 'n' })]), []);
  assert.deepEqual(pairs([mine('a'), his('b', { status: 'skipped' })]), []);
  assert.deepEqual(pairs([mine('a', { slot: null }), his('b', { slot: null })]), [], 'taken when needed');
  const old = { slot: '2026-11-01T08:00' };
  assert.deepEqual(pairs([mine('a', old), his('b', old)]), []);
});

test('f36 "two" is remembered on the person\'s own record, and never asked again', () => {
  const pair = [mine('a'), his('b')];
  assert.deepEqual(asTwo(pair, me), { id: 'a', set: { beside: 'b' } });
  assert.deepEqual(pairs([mine('a', { beside: 'b' }), his('b')]), []);
  assert.deepEqual(pairs([mine('a', { beside: 'b' }), his('b'), his('c', { at: '2026-11-21T08:09:00+01:00' })]), [['b', 'c']], 'a third one is a question of its own');
});

test('f36 "one" takes out the person\'s own, whoever was first, and what only it says is not lost', () => {
  const { goes, stays, add } = asOne([his('b'), mine('a', { body_site: 'thigh', reactions: ['headache'], note: 'at last' })], me);
  assert.deepEqual([goes.id, stays.id], ['a', 'b']);
  assert.deepEqual(add, { body_site: 'thigh', reactions: ['headache'], note: 'at last' });
  assert.deepEqual(asOne([mine('a', { body_site: 'thigh' }), his('b', { body_site: 'belly' })], me).add, {}, 'what the other says is not written over');
});

test('f36 a private note never goes into a record that others see', () => {
  assert.deepEqual(asOne([mine('a', { private: true, note: 'mine' }), his('b')], me).add, {});
});

test('f36 of two of one\'s own the one that says less goes', () => {
  assert.equal(asOne([mine('a', { body_site: 'thigh' }), mine('b')], me).goes.id, 'b');
  assert.equal(asOne([mine('a'), mine('b', { note: 'x' })], me).goes.id, 'a');
  assert.equal(asOne([mine('a'), mine('b')], me).goes.id, 'b', 'alike: the later one');
});

test('f36 one more that the person asked for on the same phone is never asked about', async () => {
  await startLocal();
  const id = await medicines.addMedicine('muscle_relaxant');
  await medicines.setRegimen(id, { name: 'Baclofen', times: ['08:00'] });
  const medicine = medicines.recordOf(id);
  const slot = `${medicines.today.value}T08:00`;
  const first = await medicines.take(medicine, slot);
  assert.ok('already' in await medicines.take(medicine, slot));
  const second = await medicines.take(medicine, slot, { again: true });
  assert.equal(medicines.recordOf(second.id).body.beside, first.id);
  assert.equal(medicines.doses.value.length, 2);
  assert.deepEqual(notedTwice(medicines.doses.value, medicines.today.value), []);
});
