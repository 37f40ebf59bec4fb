import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import './fresh-storage.mjs';

const rules = await import('../../pwa/src/domain/appointment.js');
const { earlier, without } = await import('../../pwa/src/domain/order.js');
const { visitLine, visitTitle, visitWhen } = await import('../../pwa/src/views/appointment/words.js');
const { startLocal } = await import('../../pwa/src/state/session.js');
const { askNext, askedThere, unask, visits } = await import('../../pwa/src/state/appointments.js');
const { add, change, recordOf, remove, restore } = await import('../../pwa/src/state/records.js');
const { mustBeOpen, opened } = await import('../../pwa/src/state/opened.js');

const NOW = { ms: Date.parse('2026-11-21T12:00:00+01:00'), today: '2026-11-21', hour: 12 };
const at = (time, more = {}) => ({ at: `${time}:00+01:00`, on: time.slice(0, 10), tz: 'Europe/Zurich', ...more });
const visit = (id, body) => ({ id, body });
const ids = (list) => list.map(({ id }) => id);

test('the soonest comes first, one without a day last, and what was stands apart', () => {
  const all = [visit('none', {}), visit('old', { on: '2026-11-01' }), visit('late', at('2027-01-01T09:00')), visit('morning', at('2026-11-21T09:00')),
    visit('today', { on: '2026-11-21' }), visit('soon', { at: '2026-11-21T12:30:00+01:00' })];
  const { coming, past } = rules.parted(all, NOW);
  assert.deepEqual(ids(coming), ['soon', 'today', 'late', 'none']);
  assert.deepEqual(ids(past), ['morning', 'old']);
});

test('a question of a private entry goes to a private visit alone', () => {
  const all = [visit('open', at('2026-11-25T09:00')), visit('mine', { private: true })];
  assert.equal(rules.visitFor(all, { secret: false, now: NOW }).id, 'open');
  assert.equal(rules.visitFor(all, { secret: true, now: NOW }).id, 'mine');
  assert.equal(rules.visitFor([all[0]], { secret: true, now: NOW }), null);
  assert.equal(rules.visitFor([all[1]], { secret: false, now: NOW }), null);
  const full = visit('full', at('2026-11-22T09:00', { questions: Array.from({ length: 40 }, (_, n) => `${n}`) }));
  assert.equal(rules.visitFor([full, all[0]], { secret: false, now: NOW }).id, 'open');
});

test('what is asked openly does not count as asked of a private entry', () => {
  const all = [visit('open', { questions: ['Why?'] })];
  assert.equal(rules.askedAt(all, { text: 'Why?', secret: false, now: NOW }).id, 'open');
  assert.equal(rules.askedAt(all, { text: 'Why?', secret: true, now: NOW }), null);
});

test('a visit is in sight from the evening before until its day ends', () => {
  const all = [visit('v', at('2026-11-22T10:30'))];
  const seen = (ms, today, hour, list = all) => rules.inSight(list, { ms: Date.parse(ms), today, hour })?.when ?? null;
  assert.equal(seen('2026-11-21T16:59:00+01:00', '2026-11-21', 16), null);
  assert.equal(seen('2026-11-21T17:00:00+01:00', '2026-11-21', 17), 'tomorrow');
  assert.equal(seen('2026-11-22T00:10:00+01:00', '2026-11-22', 0), 'today');
  assert.equal(seen('2026-11-22T10:30:00+01:00', '2026-11-22', 10), 'after');
  assert.equal(seen('2026-11-23T08:00:00+01:00', '2026-11-23', 8), null);
  assert.equal(seen('2026-11-22T12:00:00+01:00', '2026-11-22', 12, [visit('v', at('2026-11-22T10:30', { agreed: 'Rest.' }))]), null);
});

test('questions keep their order when one is changed, moved or taken out', () => {
  const list = ['a', 'b', 'c'];
  assert.deepEqual(rules.replaced(list, 1, ' B '), ['a', 'B', 'c']);
  assert.deepEqual(rules.replaced(list, 1, null), ['a', 'c']);
  assert.deepEqual(rules.replaced(list, 3, 'd'), ['a', 'b', 'c', 'd']);
  assert.deepEqual(earlier(list, 2), ['a', 'c', 'b']);
  assert.deepEqual(without(list, 0), ['b', 'c']);
  assert.equal([...rules.asQuestion('\u{1f9d8}'.repeat(400))].length, 300, 'a sign is never cut in half');
});

test('a visit is told in words', () => {
  assert.equal(visitWhen(at('2026-11-22T10:30'), '2026-11-21'), 'Tomorrow, 10:30');
  assert.equal(visitTitle({}), 'Next visit');
  assert.equal(visitLine({ ...at('2026-11-28T10:30'), questions: ['x'], private: true }, '2026-11-21'), 'Saturday 28 November, 10:30 · 1 question · only for me');
});

beforeEach(async () => {
  if (!opened.value) await startLocal();
  for (const { id } of visits.value) await remove(id);
});

test('one tap makes a next visit, a second question joins it, and undo leaves no visit behind', async () => {
  const first = await askNext('Why does heat hurt?', false);
  const second = await askNext('May I swim?', false);
  assert.equal(first.id, second.id);
  assert.equal(askedThere('May I swim?', false).id, first.id);
  await second.undo();
  assert.deepEqual(recordOf(first.id).body.questions, ['Why does heat hurt?']);
  await first.undo();
  assert.equal(visits.value.length, 0);
});

test('a visit with a day keeps its place when its only question is taken back', async () => {
  const id = await add('appointment', { ...at('2099-01-01T09:00'), who: 'Dr Meier' });
  const { undo } = await askNext('May I swim?', false);
  await undo();
  assert.equal(visits.value[0].id, id);
  assert.deepEqual(recordOf(id).body.questions, []);
});

test('nothing of a private entry is ever in a visit that others may see', async () => {
  const open = await add('appointment', { ...at('2099-01-01T09:00'), who: 'Dr Meier' });
  const { id } = await askNext('Only for me', true);
  await askNext('Also only for me', true);
  assert.notEqual(id, open);
  const told = (await mustBeOpen().db.ops.toArray()).filter((op) => JSON.stringify(op).includes('nly for me'));
  assert.ok(told.length >= 2);
  assert.ok(told.every((op) => op.id === id), 'no other record ever held it');
  assert.equal(told[0].set.private, true, 'it is born private, so that not even its being there is told');
  assert.equal(recordOf(open).body.questions, undefined);
  await unask(id, 'Only for me');
  await unask(id, 'Also only for me');
  assert.equal(recordOf(id).deleted, true);
  await restore(id);
  assert.equal(recordOf(id).body.private, true);
  await change(id, { who: 'x' });
});
