import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';

const { answered, asksWhen, isAsked, momentOfOp, MOMENT, putBack, questions, SHOWN } = await import('../../pwa/src/domain/conflict.js');

const { versions, withLosers, withMoment } = await import('../../pwa/src/domain/versions.js');

const rec = (body, more = {}) => ({
  id: 'r', kind: 'symptom', body, deleted: false, author: null, waiting: false, cur_op: 'a', conf: ['b'],
  fop: Object.fromEntries(Object.keys(body).map((field) => [field, 'a'])), blocked: null, ...more,
});
const loser = (op, set, more = {}) => ({ op, set, by: { account: 'me', name: 'Rosa' }, made_at: '2026-11-21T09:00:00+01:00', ...more });

test('F31 the shown value and the one that lost are two versions of one question', () => {
  const asked = questions(rec({ severity_nrs: 6, note: 'x' }), [loser('b', { severity_nrs: 3 })]);
  assert.deepEqual(asked.fields, [{ name: 'severity_nrs', fields: ['severity_nrs'], versions: [
    { key: SHOWN, values: { severity_nrs: 6 }, ops: ['a'] }, { key: 'b', values: { severity_nrs: 3 }, ops: ['b'] }] }]);
});

test('F31 keeping the shown one writes no value, using the other writes it, and undo puts it back', () => {
  const one = rec({ severity_nrs: 6 });
  const asked = questions(one, [loser('b', { severity_nrs: 3 })]);
  assert.equal(answered(one, asked, {}), null);
  assert.deepEqual(answered(one, asked, { severity_nrs: SHOWN }), { ops: ['b'], set: {} });
  assert.deepEqual(answered(one, asked, { severity_nrs: 'b' }), { ops: ['b'], set: { severity_nrs: 3 } });
  assert.deepEqual(putBack(one, { severity_nrs: 3, note: 'x' }), { severity_nrs: 6, note: null });
});

test('F32 a value that says the same as the shown one is no question', () => {
  const asked = questions(rec({ words: ['burning'] }), [loser('b', { words: ['burning'] })]);
  assert.equal(isAsked(asked), false);
  const regimen = { name: 'Baclofen', dose_text: '10', unit_text: 'mg', times: [], days: null };
  const turned = { days: [], unit_text: 'mg', dose_text: '10', name: 'Baclofen' };
  assert.equal(isAsked(questions(rec({ regimen }, { kind: 'medicine' }), [loser('b', { regimen: turned })])), false);
});

test('F33 name, dose, unit, times and route are one choice and never mixed', () => {
  const shown = { name: 'Baclofen', dose_text: '20', unit_text: 'mg', times: ['08:00'], route: 'By mouth' };
  const other = { name: 'Baclofen', dose_text: '10', unit_text: 'ml', times: ['08:00'], route: 'By mouth' };
  const one = rec({ regimen: shown, class: 'muscle_relaxant' }, { kind: 'medicine' });
  const asked = questions(one, [loser('b', { regimen: other })]);
  assert.deepEqual(asked.fields.map(({ name }) => name), ['regimen']);
  assert.deepEqual(answered(one, asked, { regimen: 'b' })?.set, { regimen: other });
});

test('F34 a delete against an edit is a question of its own, and the fields are another', () => {
  const one = rec({ severity_nrs: 6 }, { conf: ['d', 'b'] });
  const asked = questions(one, [loser('b', { severity_nrs: 3 }), loser('d', {}, { t: 'del' })]);
  assert.deepEqual(asked.deletes.map(({ op }) => op), ['d']);
  assert.deepEqual(answered(one, asked, { severity_nrs: SHOWN })?.ops, ['b'], 'the delete is not answered by a number');
});

test('F37 a value that lost to another phone\'s answer is asked again', () => {
  const after = rec({ severity_nrs: 3 }, { conf: ['second-answer'], fop: { severity_nrs: 'first-answer' } });
  const asked = questions(after, [loser('second-answer', { severity_nrs: 9 }, { t: 'resolve' })]);
  assert.deepEqual(asked.fields[0].versions.map(({ values }) => values.severity_nrs), [3, 9]);
});

test('F39 every value that lost is shown, in the order they came, and alike ones once', () => {
  const one = rec({ severity_nrs: 6, note: 'shown' }, { conf: ['b', 'c', 'd'] });
  const asked = questions(one, [loser('d', { severity_nrs: 3 }), loser('c', { severity_nrs: 8, note: 'other' }), loser('b', { severity_nrs: 3 }), loser('old', { severity_nrs: 1 })]);
  const [number, note] = asked.fields;
  assert.deepEqual(number.versions.map(({ values, ops }) => [values.severity_nrs, ops]), [[6, ['a']], [3, ['b', 'd']], [8, ['c']]]);
  assert.deepEqual(note.versions.map(({ values }) => values.note), ['shown', 'other']);
  assert.equal(answered(one, asked, { severity_nrs: 'c' }), null, 'the note is still open');
  assert.deepEqual(answered(one, asked, { severity_nrs: 'c', note: SHOWN }), { ops: ['b', 'c', 'd'], set: { severity_nrs: 8 } });
});

test('day, time and zone are taken together', () => {
  const body = { at: '2026-11-21T09:00:00+01:00', on: '2026-11-21', tz: 'Europe/Berlin' };
  const one = rec(body);
  const asked = questions(one, [loser('b', { at: '2026-11-21T07:00:00+01:00' })]);
  assert.equal(asked.fields[0].name, MOMENT);
  assert.deepEqual(answered(one, asked, { [MOMENT]: 'b' })?.set, { ...body, at: '2026-11-21T07:00:00+01:00' });
});

test('a change whose words have not come is still asked about, and no answer to another names it', () => {
  const one = rec({ severity_nrs: 6 }, { conf: ['b', 'x'] });
  const asked = questions(one, [loser('b', { severity_nrs: 3 })]);
  assert.deepEqual(asked.unknown, ['x']);
  assert.deepEqual(answered(one, asked, { severity_nrs: SHOWN })?.ops, ['b']);
});

test('what was taken out on one phone is a version too', () => {
  const one = rec({ note: 'kept' });
  const asked = questions(one, [loser('b', { note: null })]);
  assert.deepEqual(asked.fields[0].versions.map(({ values }) => values.note), ['kept', null]);
});

test('an op id of this app tells when it was made, another does not', () => {
  assert.equal(momentOfOp('019ab2c0-0000-7000-8000-000000000000'), new Date(0x019ab2c00000).toISOString());
  assert.equal(momentOfOp('019ab2c0-0000-4000-8000-000000000000'), null);
  assert.equal(momentOfOp(undefined), null);
});

test('F41 an entry of a clock that was not set asks when it was; an old event does not', () => {
  assert.equal(asksWhen(rec({ at: '1970-01-01T01:00:12+01:00', on: '1970-01-01' })), true);
  assert.equal(asksWhen(rec({ at: '2026-11-21T01:00:12+01:00', on: '2026-11-21' })), false);
  assert.equal(asksWhen(rec({ on: '2012-05-01', type: 'relapse_confirmed' }, { kind: 'event' })), false);
  assert.equal(asksWhen(rec({ on: '1970-01-01', at: '1970-01-01T00:00:00Z' }, { deleted: true })), false);
});

const wrote = (op, at, set, more = {}) => ({ op, t: 'put', at, by: null, set, lost: {}, ...more });

test('F39 the list of versions holds what lost on three phones, each with who wrote it', () => {
  const local = [wrote('a', '2026-11-21T08:00:00Z', { severity_nrs: 6 }), wrote('c', '2026-11-21T10:00:00Z', { severity_nrs: 8 })];
  const theirs = { name: 'Daniel', account: 'd' };
  const losers = [wrote('c', '2026-11-21T10:00:00Z', {}, { lost: { severity_nrs: 8 } }), wrote('b', '2026-11-21T09:00:00Z', {}, { lost: { severity_nrs: 3 }, by: theirs })];
  const all = versions(withLosers(local, losers));
  assert.deepEqual(all.map(({ body, lost, by }) => [body.severity_nrs, lost.severity_nrs, by?.name]), [
    [6, undefined, undefined], [6, 3, 'Daniel'], [6, 8, undefined]], 'what lost never was what was shown');
});

test('F39 what the server tells of a lost value is kept in the list, also when it changed nothing else', () => {
  const server = [wrote('a', '2026-11-21T08:00:00Z', { note: 'one' }), wrote('b', '2026-11-21T12:00:00Z', { note: 'two' }, { lost: { note: 'two' } })];
  assert.deepEqual(versions(server).map(({ body, lost }) => [body.note, lost.note]), [['one', undefined], ['one', 'two']]);
});

test('a moment that lost comes back with its day and its zone', () => {
  const body = { at: '2026-11-21T09:00:00+01:00', on: '2026-11-21', tz: 'Europe/Berlin', note: 'x' };
  assert.deepEqual(withMoment({ at: '2026-11-21T07:00:00+01:00' }, body), { at: '2026-11-21T07:00:00+01:00', on: '2026-11-21', tz: 'Europe/Berlin' });
  assert.deepEqual(withMoment({ note: 'y' }, body), { note: 'y' });
});

test('F31 F37 an answer is stored without a network, names what was looked at, and its undo is a change like any other', async () => {
  const { startLocal } = await import('../../pwa/src/state/session.js');
  const { mustBeOpen } = await import('../../pwa/src/state/opened.js');
  const { asked, askAgain, askedOf, settle } = await import('../../pwa/src/state/conflicts.js');
  const { bring, recordOf } = await import('../../pwa/src/state/records.js');
  const { syncStore } = await import('../../pwa/src/data/store.js');
  const { newRecordId } = await import('../../pwa/src/data/chance.js');
  await startLocal();
  const { db, space } = mustBeOpen();
  const id = newRecordId();
  const lost = [loser('b', { severity_nrs: 3 })];
  const row = { id, kind: 'symptom', sv: 1, body: { severity_nrs: 6, on: '2001-01-01' }, fop: { severity_nrs: 'a' }, cur_op: 'a', deleted: false, conf: ['b'], lost, author: null };
  await syncStore(db).putRows(space, 1, [row]);
  await until(() => askedOf(id));
  await bring(id);
  const one = askedOf(id);
  const undo = await settle(one, { severity_nrs: 'b' });
  assert.equal(asked.value.length, 0, 'answered at once');
  assert.equal(recordOf(id).body.severity_nrs, 3);
  const ops = () => db.ops.where('[space+id]').equals([space, id]).sortBy('n');
  assert.deepEqual((await ops()).map(({ t, ops: seen, set, was }) => [t, seen, set, was]), [['resolve', ['b'], { severity_nrs: 3 }, { severity_nrs: 'a' }]]);
  await undo();
  assert.equal(recordOf(id).body.severity_nrs, 6);
  askAgain(one);
  await settle(askedOf(id), { severity_nrs: 'b' });
  assert.deepEqual((await ops()).map(({ t }) => t), ['resolve', 'put', 'put']);
  assert.equal(askedOf(id), null);
});

async function until(what) {
  for (let i = 0; i < 100 && !what(); i += 1) await new Promise((go) => { setTimeout(go, 20); });
  assert.ok(what());
}
