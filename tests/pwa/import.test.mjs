import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { sharedId } from '../../pwa/src/domain/ids.js';

const opened = await import('../../pwa/src/state/opened.js');
const records = await import('../../pwa/src/state/records.js');
const { heal } = await import('../../pwa/src/data/heal.js');
const { outbox } = await import('../../pwa/src/data/records.js');
const { incoming, look, putAway, stop, take, NOTHING_CHOSEN } = await import('../../pwa/src/state/import.js');
const { assertAlike, bring, copyText, fileOf, fill, fresh, linesOf, saying } = await import('./diary-file.mjs');

test('a file of another diary: entries of a day get this diary\'s ids, and what names them follows', async () => {
  await fresh();
  await fill(11, 4);
  const day = await records.put('daily', { on: '2026-11-20' }, { energy: 'low' });
  await records.add('safety', { message_id: 'SAFE-1', on: '2026-11-20', at: '2026-11-20T09:00:00+01:00', tz: 'Europe/Zurich', because: [day] });
  const text = await copyText();
  await fresh();
  const { space } = opened.mustBeOpen();
  const { plan } = await bring(text);
  assert.equal(plan.foreign, true);
  const here = linesOf(await copyText());
  const its = sharedId(space, 'daily', { on: '2026-11-20' });
  assert.equal(here.find(({ id }) => id === its).body.energy, 'low');
  assert.deepEqual(here.find(({ body }) => body.message_id === 'SAFE-1' && body.on === '2026-11-20').body.because, [its]);
  const own = (/** @type {any[]} */ lines) => saying(lines.filter(({ kind }) => ['contact', 'allergy', 'custom'].includes(kind)));
  assertAlike(own(linesOf(text)), own(here));
  const again = await bring(text);
  assert.deepEqual(Object.keys(again.result.counts), ['same']);
});

test('an id that another kind has here is given anew, with everything that names it, and alike each time', async () => {
  await fresh();
  const here = await records.add('contact', { who: 'Dr. Frei' });
  const rows = [{ id: here, kind: 'medicine', sv: 1, body: { regimen: { name: 'Baclofen' } } },
    { id: '019aa0b4-8a00-7c3e-9b5f-aaaaaaaaaaaa', kind: 'dose', sv: 1, body: { medicine_id: here, slot: '2026-11-20T08:00', status: 'taken' } }];
  await bring(fileOf(rows));
  const lines = linesOf(await copyText());
  const medicine = lines.find(({ kind }) => kind === 'medicine');
  assert.notEqual(medicine.id, here);
  assert.equal(lines.find(({ kind }) => kind === 'dose').body.medicine_id, medicine.id);
  assert.equal(lines.find(({ id }) => id === here).body.who, 'Dr. Frei');
  const again = await bring(fileOf(rows));
  assert.equal(again.result.counts.same, 2);
});

test('what is missing here is filled, what differs stays unless the file is chosen, private never becomes less so', async () => {
  await fresh();
  const { space } = opened.mustBeOpen();
  const id = await records.add('event', { type: 'fall', on: '2026-11-02', private: true });
  const file = fileOf([{ id, kind: 'event', sv: 1, body: { type: 'illness', on: '2026-11-02', detail: 'a cold', private: false } }], space);
  const kept = await bring(file);
  assert.deepEqual([kept.plan.rows[0].gaps, kept.plan.rows[0].differs, kept.result.counts], [true, true, { filled: 1 }]);
  assert.deepEqual(records.recordOf(id)?.body, { type: 'fall', on: '2026-11-02', detail: 'a cold', private: true });
  const changed = await bring(file, { useFile: true });
  assert.deepEqual(changed.result.counts, { changed: 1 });
  assert.deepEqual(records.recordOf(id)?.body, { type: 'illness', on: '2026-11-02', detail: 'a cold', private: true });
});

test('what was deleted stays deleted unless it is asked back, and comes back as it was', async () => {
  await fresh();
  const id = await records.add('contact', { who: 'Dr. Frei', number: '+41 44' });
  const text = await copyText();
  await records.remove(id);
  assert.deepEqual((await bring(text)).result.counts, { deleted: 1 });
  assert.ok(records.recordOf(id)?.deleted);
  const gone = await copyText();
  assert.equal(linesOf(gone)[0].deleted, true);
  assert.deepEqual((await bring(text, { deleted: true })).result.counts, { back: 1 });
  assert.deepEqual([records.recordOf(id)?.deleted, records.recordOf(id)?.body.who], [false, 'Dr. Frei']);
  const ops = (await outbox(opened.mustBeOpen().db)).map(({ t }) => t);
  assert.deepEqual(ops, ['put', 'del', 'restore']);
  await fresh();
  await bring(gone);
  assert.equal(linesOf(await copyText()).length, 0, 'a deleted entry of a file is not made anew');
});

test('rows that cannot be taken are named with their reason, and the rest is taken', async () => {
  await fresh();
  const id = (/** @type {number} */ n) => `019aa0b4-8a00-7c3e-9b5f-${String(n).padStart(12, 'b')}`;
  const at = { at: '2026-11-20T09:00:00+01:00', on: '2026-11-20', tz: 'Europe/Zurich' };
  const symptom = (/** @type {number} */ n, /** @type {object} */ body) => ({ id: id(n), kind: 'symptom', sv: 1, body: { ...at, symptom: 'pain', ...body } });
  const rows = [symptom(1, { severity_nrs: 4 }), symptom(2, { severity_nrs: 11 }), symptom(3, { severity: 4 }), '{"id": oops', 'null',
    symptom(4, { severity_nrs: 5, on: '2026-11-19' }), symptom(5, { severity_nrs: 5, tz: 'Mars/Base' }), symptom(6, {}),
    { ...symptom(7, { severity_nrs: 5 }), kind: 'blood' }, { ...symptom(8, { severity_nrs: 5 }), sv: 9 }, { ...symptom(9, { severity_nrs: 5 }), id: 'x' },
    symptom(10, { severity_nrs: 2, note: 'x'.repeat(2001) }), symptom(11, { regions: [{ region: 'tail', side: 'left' }] }),
    symptom(12, { severity_nrs: 5, at: null }), { id: id(13), kind: 'share', sv: 1, body: { name: 'Maria', state: 'active' } },
    symptom(14, { severity_nrs: 0 }), symptom(1, { severity_nrs: 9 }), { id: id(15), kind: 'daily', sv: 1, body: { energy: 'low' } },
    { id: id(16), kind: 'mood', sv: 1, body: { mood: null } }];
  const { plan, result } = await bring(fileOf(rows));
  assert.deepEqual(result.counts, { added: 2 });
  assert.equal(plan.shares, 1);
  assert.deepEqual(result.refused.map(({ row }) => row), [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18]);
  assert.deepEqual(result.refused[0], { row: 2, kind: 'symptom', day: '2026-11-20', why: 'The field “severity_nrs” does not hold a whole number from 0 to 10.' });
  assert.ok(result.refused.every(({ why }) => /^[A-Z].*\.$/.test(why)));
});

test('a file that ends in the middle, that is not ours, that is newer, and that is written anew by a program', async () => {
  await fresh();
  await fill(21, 2);
  const text = await copyText();
  const all = linesOf(text);
  const cut = await bring(text.slice(0, text.lastIndexOf('"id"') + 9));
  assert.equal(cut.plan.cut, true);
  assert.equal(cut.result.counts.same, all.length - 1);
  const tail = await bring(text.slice(0, -4));
  assert.deepEqual([tail.plan.cut, tail.result.counts.same], [true, all.length]);
  for (const [file, why] of [['{"a":1}', 'not_ours'], ['hello', 'unreadable'], ['', 'unreadable'], ['[1]', 'not_ours'], ['null', 'not_ours'],
    ['{"format":"limber-diary","version":2,"records":[]}', 'newer'], ['{"format":"limber-diary","records":[]}', 'unreadable']]) {
    await look(new Blob([file]));
    assert.deepEqual(incoming.value, { step: 'unread', why });
  }
  const pretty = await bring(`\ufeff${JSON.stringify(JSON.parse(text), null, 2)}`);
  assert.equal(pretty.result.counts.same, all.length);
});

test('what others wrote is named by them in the file, and taken or left as one likes', async () => {
  await fresh();
  const line = { id: '019aa0b4-8a00-7c3e-9b5f-cccccccccccc', kind: 'observation', sv: 1, body: { text: 'He was tired.' }, written_by: { name: 'Maria', me: false } };
  const left = await bring(fileOf([line]), { others: false });
  assert.equal(left.plan.rows[0].item.by, 'Maria');
  assert.deepEqual(left.result.counts, { others: 1 });
  assert.deepEqual((await bring(fileOf([line]))).result.counts, { added: 1 });
});

test('stopped in the middle, what was taken stays, and the rest comes the next time', async () => {
  await fresh();
  const rows = Array.from({ length: 700 }, (_, i) => (
    { id: `019aa0b4-8a00-7c3e-9b5f-${String(i).padStart(12, 'd')}`, kind: 'contact', sv: 1, body: { who: `Number ${i}` } }));
  await look(fileOf(rows));
  const { plan } = incoming.value;
  const taking = take(plan, NOTHING_CHOSEN);
  stop();
  await taking;
  assert.deepEqual(incoming.value.result, { counts: { added: 250 }, refused: [], ended: 'stopped' });
  putAway();
  assert.equal(linesOf(await copyText()).length, 250);
  const { result } = await bring(fileOf(rows));
  assert.deepEqual(result.counts, { same: 250, added: 450 });
  const ids = linesOf(await copyText()).map(({ id }) => id);
  assert.deepEqual([ids.length, new Set(ids).size], [700, 700], 'each once, over several pages');
  assert.equal(await heal(opened.mustBeOpen().db), false, 'what is shown was kept in step');
});

test('F46 a phone that is full stores none of a piece, says so, and keeps what came before', async () => {
  await fresh();
  const { db } = opened.mustBeOpen();
  const rows = Array.from({ length: 300 }, (_, i) => (
    { id: `019aa0b4-8a00-7c3e-9b5f-${String(i).padStart(12, 'e')}`, kind: 'contact', sv: 1, body: { who: `Number ${i}` } }));
  const full = () => {
    if (stored.length++ >= 299) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  };
  const stored = [];
  db.ops.hook('creating', full);
  const { result } = await bring(fileOf(rows));
  db.ops.hook('creating').unsubscribe(full);
  assert.deepEqual([result.ended, result.counts], ['phone_full', { added: 250 }]);
  assert.equal(linesOf(await copyText()).length, 250, 'a copy can be made of a full phone');
  assert.equal((await outbox(db)).length, 250);
});
