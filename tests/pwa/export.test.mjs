import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { BOM, cell, tableHead, tableRow } from '../../pwa/src/domain/csv.js';
import { HOSTILE } from './random-body.mjs';

const opened = await import('../../pwa/src/state/opened.js');
const records = await import('../../pwa/src/state/records.js');
const { diaryDatabase } = await import('../../pwa/src/data/database.js');
const { rebuild } = await import('../../pwa/src/data/projection.js');
const { outbox } = await import('../../pwa/src/data/records.js');
const { tableOf, kindCounts } = await import('../../pwa/src/state/export.js');
const { assertAlike, bring, copyText, fill, fresh, linesOf, saying, silent } = await import('./diary-file.mjs');

for (const seed of [1, 2, 3, 4, 5]) {
  test(`a diary of every kind, written to a file and read into an empty phone, is the same diary (${seed})`, async () => {
    await fresh();
    const { space } = opened.mustBeOpen();
    await fill(seed, 8);
    const text = await copyText();
    opened.close();
    await diaryDatabase(space).delete();
    await opened.open(space);
    assert.equal(linesOf(await copyText()).length, 0);
    const { plan, result } = await bring(text);
    assert.equal(plan.foreign, false);
    assert.deepEqual(result.refused, []);
    assertAlike(saying(linesOf(text)), saying(linesOf(await copyText())));
    const ops = (await outbox(opened.mustBeOpen().db)).length;
    const again = await bring(text);
    assert.equal(again.result.counts.same, linesOf(text).length, 'a second time brings nothing');
    assert.equal((await outbox(opened.mustBeOpen().db)).length, ops);
  });
}

test('the file says who wrote an entry, what waits, what was not taken, and the versions that wait for a decision', async () => {
  await fresh();
  const { db, space } = opened.mustBeOpen();
  const id = '019aa0b4-8a00-7c3e-9b5f-ffffffffffff';
  const [op, other] = ['019aa0b4-8a00-7c3e-9b5f-000000000001', '019aa0b4-8a00-7c3e-9b5f-000000000002'];
  const row = { id, kind: 'event', sv: 1, body: { type: 'fall', note: undefined, private: true }, fop: { type: op }, cur_op: op, deleted: false, conf: [other],
    author: { account: 'm', name: 'Maria' } };
  await db.rec.put({ space, id, kind: 'event', local: '', gen: 1, row });
  await db.losers.put({ op: other, space, id, by: { account: 'p', name: 'Paul' }, made_at: '2026-11-20T09:00:00Z', set: { type: 'illness' } });
  await db.parked.put({ space, id: other, kind: 'dream', gen: 1, row: { id: other, kind: 'dream', sv: 3, body: { x: 1 }, deleted: false } });
  await db.transaction('rw', db.tables, async () => rebuild(db));
  const mine = await records.add('allergy', { what: 'Cats' });
  const lines = linesOf(await copyText());
  assert.deepEqual(lines.find((line) => line.id === id), {
    id, kind: 'event', sv: 1, body: { type: 'fall', private: true }, written_by: { name: 'Maria', me: false }, changed_at: '2025-11-20T09:59:37.728Z',
    other_versions: [{ written_by: { name: 'Paul', me: false }, made_at: '2026-11-20T09:00:00Z', set: { type: 'illness' } }] });
  assert.deepEqual(lines.find(({ kind }) => kind === 'dream'), { id: other, kind: 'dream', sv: 3, body: { x: 1 }, written_by: { name: null, me: true } });
  const { waiting, written_by: by } = lines.find((line) => line.id === mine);
  assert.deepEqual([waiting, by], [true, { name: null, me: true }]);
  assert.ok(!JSON.stringify(lines).includes('fop'));
});

test('a table is safe in a spreadsheet and has one column for each field', async () => {
  await fresh();
  for (const text of HOSTILE) await records.add('contact', { who: text, private: true });
  await records.add('contact', { who: 'gone', note: 'x' }).then(records.remove);
  const { blob, name, count } = await tableOf('contact', silent);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  const rows = (await blob.text()).split('\r\n');
  assert.equal(rows[0].replace(BOM, ''), '"kind","id","who","role","number","hours","note","private","written_by","not_sent"');
  assert.equal(rows.length, count + 2);
  assert.match(name, /^limber-\d{4}-\d\d-\d\d-table\.csv$/);
  const cells = rows.slice(1, -1).map((row) => row.split('","')[2]);
  assert.ok(cells.every((text) => !/^[=+\-@\t\r]/.test(text)), cells.join('\n'));
  assert.deepEqual([cell('=1+1'), cell('+41'), cell('＝1'), cell('a"b\nc'), cell(-3), cell('1-2')], ['"\'=1+1"', '"\'+41"', '"\'＝1"', '"a""b\nc"', '"-3"', '"1-2"']);
  assert.deepEqual(await kindCounts(silent), [['contact', HOSTILE.length]]);
});

test('lists and parts can be read in a table', () => {
  const wording = { label: (/** @type {string} */ _, /** @type {string} */ id) => id.replaceAll('_', ' '), named: (/** @type {string} */ id) => `<${id}>` };
  const rec = (/** @type {string} */ kind, /** @type {object} */ body) => /** @type {any} */ ({ id: 'i', kind, body, waiting: false });
  const row = tableRow(rec('symptom', { symptom: 'pain', severity_nrs: 6, regions: [{ region: 'hip', side: 'right' }, { side: 'left', region: 'knee' }],
    relief: [{ what: 'heat_pack', before_nrs: 6, after_nrs: null }], hard_day: false }), wording, 'Anna');
  assert.match(row, /"pain","6","hip \(side right\); knee \(side left\)","",/);
  assert.match(row, /"heat pack \(before_nrs 6\)"/);
  assert.match(row, /"no",.*"Anna",""\r\n$/);
  assert.match(tableHead('daily'), /"falls.count","falls.near","falls.injured"/);
  assert.match(tableRow(rec('story', { answers: { start: { text: 'a', choices: ['slowly', 'after_fall'] } } }), wording, ''), /"start: choices slowly; after fall \(text a\)"/);
});
