import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { drawn, rowAt, tops } from '../../pwa/src/domain/heights.js';
import { hasLine, lineOf, patched, placeInDays } from '../../pwa/src/domain/outline.js';
import { asked, dayList, idOfLine, idsFor, months, search } from '../../pwa/src/domain/past.js';
import { backTo, sittings, together, versions } from '../../pwa/src/domain/versions.js';

const session = await import('../../pwa/src/state/session.js');
const records = await import('../../pwa/src/state/records.js');
const { allDays, deletedRecords, found, readDays, readPast, recordsById, recordsOn } = await import('../../pwa/src/state/past.js');
const { close, open, unsent } = await import('../../pwa/src/state/opened.js');
const { vocabulary } = await import('../../pwa/src/state/content.js');
const { versionsHere } = await import('../../pwa/src/state/versions.js');

const rec = (id, kind, body, more = {}) => ({ id, kind, body, deleted: false, author: null, waiting: false, cur_op: null, conf: [], fop: {}, blocked: null, ...more });
const NAMES = [{ id: 'hip', words: ['hip'] }, { id: 'burning', words: ['burning'] }, { id: 'side:left', words: ['left'] }];
const ask = (question) => asked(question).map((text) => ({ text, ids: idsFor(text, NAMES) }));

test('a line is found by what was said, by every word of a question, without accents', () => {
  const lines = [
    lineOf(rec('a', 'symptom', { on: '2026-01-02', at: '2026-01-02T09:00:00Z', severity_nrs: 6, regions: [{ region: 'hip', side: 'left' }], note: 'Né au café' })),
    lineOf(rec('b', 'symptom', { on: '2026-01-01', severity_nrs: 3, words: ['burning'], private: true }, { author: { account: 'daniel-1-and-more', name: 'Daniel' } })),
  ];
  const ids = (question, filter = {}) => search(lines, ask(question), filter).map(idOfLine);
  assert.deepEqual(ids('CAFE ne'), ['a']);
  assert.deepEqual(ids('caf hip left'), ['a']);
  assert.deepEqual(ids('afe'), []);
  assert.deepEqual(ids('burn'), ['b']);
  assert.deepEqual(ids('burn hip'), []);
  assert.deepEqual(ids('6'), ['a']);
  assert.deepEqual(ids('.*'), ['a', 'b'], 'signs are no words');
  assert.deepEqual(ids('', { atLeast: 4 }), ['a']);
  assert.deepEqual(ids('', { note: true }), ['a']);
  assert.deepEqual(ids('', { secret: true }), ['b']);
  assert.deepEqual(ids('', { byOthers: 'own-acco' }), ['b']);
  assert.deepEqual(ids('', { byOthers: 'daniel-1' }), []);
  assert.deepEqual(ids('', { region: 'hip' }), ['a']);
  assert.deepEqual(ids('', { from: '2026-01-02' }), ['a']);
  assert.deepEqual(ids('', { to: '2026-01-01', kind: 'symptom' }), ['b']);
});

test('a part of the outline takes lines in and out, newest first, and counts its days', () => {
  const [a, b, c] = ['2026-01-01', '2026-01-02', '2026-01-02'].map((on, i) => lineOf(rec(`r${i}`, 'symptom', { on, at: `${on}T0${i}:00:00Z` })));
  const part = patched('', new Set(), [a, b, c]);
  assert.deepEqual(part.text.split('\n'), [c, b, a]);
  assert.deepEqual(part.days, [['2026-01-02', 2], ['2026-01-01', 1]]);
  assert.deepEqual(patched(part.text, new Set(['r1', 'r2']), []), { text: a, days: [['2026-01-01', 1]] });
  assert.deepEqual(patched(a, new Set(['r0']), []), { text: '', days: [] });
});

test('only what has a day and was not deleted has a line', () => {
  assert.equal(hasLine(rec('a', 'symptom', { on: '2026-01-01' })), true);
  assert.equal(hasLine(rec('a', 'symptom', { on: '2026-01-01' }, { deleted: true })), false);
  assert.equal(hasLine(rec('a', 'medicine', { started_on: '2026-01-01' })), false);
  assert.equal(hasLine(rec('a', 'plan_item', { on: '2026-01-01' })), false);
  assert.equal(placeInDays(rec('a', 'symptom', { on: '2026-01-01' }, { deleted: true })), '-2026-01-01');
  assert.equal(placeInDays(rec('a', 'request', { at: '2026-01-01T23:00:00+01:00' })), '2026-01-01');
});

test('days, months and their first day', () => {
  const days = dayList([{ days: [['2026-01-02', 2]] }, { days: [['2025-12-31', 1]] }], ['2026-01-02', '2026-01-05']);
  assert.deepEqual(days, [['2026-01-05', 1], ['2026-01-02', 3], ['2025-12-31', 1]]);
  assert.deepEqual(months(days), [{ month: '2026-01', first: 0, count: 4 }, { month: '2025-12', first: 2, count: 1 }]);
});

test('rows of a long list lie where their heights say, and the one with the focus stays', () => {
  const from = tops(4, (i) => (i + 1) * 10);
  assert.deepEqual([...from], [0, 10, 30, 60, 100]);
  assert.deepEqual([-5, 0, 9, 10, 59, 60, 500].map((y) => rowAt(from, y)), [0, 0, 0, 1, 2, 3, 3]);
  assert.equal(rowAt(tops(0, () => 1), 5), 0);
  assert.deepEqual(drawn({ first: 2, last: 3 }, -1, 10), [2, 3]);
  assert.deepEqual(drawn({ first: 5, last: 6 }, 0, 10), [0, 1, 5, 6]);
  assert.deepEqual(drawn({ first: 8, last: 12 }, 9, 10), [8, 9]);
});

const put = (op, at, set, by = null, lost = {}) => ({ op, t: 'put', set, lost, at, by });

test('taps of one sitting are one version; another hour or another hand begins the next', () => {
  const daniel = { account: 'd', name: 'Daniel' };
  const all = versions([
    put('1', '2026-01-01T09:00:00Z', { severity_nrs: 3 }), put('2', '2026-01-01T09:01:00Z', { words: ['aching'] }),
    put('3', '2026-01-01T10:00:00Z', { severity_nrs: 4 }), put('4', '2026-01-01T10:01:00Z', { severity_nrs: 5 }, daniel),
    put('5', '2026-01-02T10:01:00Z', { severity_nrs: 9 }, null, { severity_nrs: 9 }),
  ]);
  assert.deepEqual(all.map(({ fields, body }) => [fields, body.severity_nrs]), [[['severity_nrs', 'words'], 3], [['severity_nrs'], 4], [['severity_nrs'], 5], [[], 5]]);
  assert.deepEqual(all.map(({ lost }) => lost.severity_nrs), [undefined, undefined, undefined, 9], 'what lost is in the list and never was shown');
  assert.deepEqual(backTo({ a: 1, b: [2], c: null }, { b: [2] }), { a: null });
  assert.deepEqual(together([put('1', 'x', {}), put('2', 'x', {})], [put('1', 'y', {})]).map(({ op, at }) => op + at), ['1y', '2x']);
  assert.equal(sittings({ fop: { a: '019a0000-0000-7000-8000-000000000000', b: '019a0000-0001-7000-8000-000000000000', c: '019a0100-0000-7000-8000-000000000000' } }), 2);
});

const date = (back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const entry = (back, more = {}) => ({ on: date(back), at: `${date(back)}T08:00:00+00:00`, tz: 'UTC', symptom: 'pain', severity_nrs: 4, ...more });

test('an old entry is not at hand until it is brought, and is found and listed all the same', async () => {
  vocabulary.value = { regions: [{ id: 'hip', label: 'Hip' }], symptoms: [{ id: 'pain', label: 'Pain' }] };
  await session.startLocal();
  const { space } = session.session.value;
  const old = await records.add('symptom', entry(200, { regions: [{ region: 'hip', side: 'left' }], note: 'Long ago' }));
  const fresh = await records.add('symptom', entry(2));
  const event = await records.add('event', { type: 'fall', on: date(200) });
  close();
  await open(space);
  assert.equal(records.recordOf(old), null);
  assert.ok(records.recordOf(fresh) && records.recordOf(event));
  assert.deepEqual(unsent.value, { waiting: 3, blocked: 0 });
  await readPast();
  assert.deepEqual(allDays.value, [[date(2), 1], [date(200), 2]]);
  await readDays([date(200), date(2)]);
  assert.deepEqual(recordsOn(date(200)).map(({ id }) => id), [old, event]);
  assert.deepEqual(found('long hip left', {}), [old]);
  assert.deepEqual(found('pain', {}), [fresh, old]);
  assert.equal((await records.bring(old)).body.note, 'Long ago');
  assert.equal(records.recordOf(old).body.severity_nrs, 4);
  assert.equal(await records.bring('nothing'), null);
});

/** What is followed comes a moment after the save. */
async function comes(wanted) {
  for (let i = 0; i < 300 && !wanted(); i += 1) await new Promise((resolve) => { setTimeout(resolve, 10); });
  assert.ok(wanted());
}

test('what is changed, moved, deleted and brought back is followed everywhere', async () => {
  const [old] = found('long', {});
  await records.change(old, { note: 'Rewritten', on: date(100), at: `${date(100)}T08:00:00+00:00` });
  await comes(() => found('rewr', {}).length === 1);
  assert.deepEqual(found('long', {}), []);
  assert.deepEqual(found('rewr', {}), [old]);
  assert.deepEqual(allDays.value.map(([on]) => on), [date(2), date(100), date(200)]);
  assert.ok(!recordsOn(date(200)).some(({ id }) => id === old));
  await records.remove(old);
  await comes(() => found('rewr', {}).length === 0);
  assert.deepEqual(found('rewr', {}), []);
  assert.deepEqual((await deletedRecords()).map(({ id }) => id), [old]);
  assert.deepEqual(await recordsById([old]), []);
  await records.restore(old);
  await comes(() => found('rewr', {}).length === 1);
  assert.deepEqual(found('rewr', {}), [old]);
  assert.deepEqual(await deletedRecords(), []);
  assert.deepEqual((await versionsHere(old)).map(({ t }) => t), ['put', 'del', 'restore']);
});
