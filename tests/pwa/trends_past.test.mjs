import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import './local-storage.mjs';
import { lineOf } from '../../pwa/src/domain/outline.js';
import { outlined } from '../../pwa/src/domain/trends/outlined.js';

const records = await import('../../pwa/src/state/records.js');
const { close, mustBeOpen, open, since } = await import('../../pwa/src/state/opened.js');
const { readPast } = await import('../../pwa/src/state/past.js');
const { older, readOlder } = await import('../../pwa/src/state/trends-past.js');
const trends = await import('../../pwa/src/state/trends.js');
const { slicesOf } = await import('../../pwa/src/data/by-days.js');
const { pack } = await import('../../pwa/src/data/packs.js');
const { changedBy } = await import('../../pwa/src/data/projection.js');

const SPACE = '31111111-1111-4111-8111-111111111111';
const rec = (body, more = {}) => ({ id: '0190aaaa-0000-7000-8000-000000000001', kind: 'symptom', body, deleted: false, author: null, ...more });
const read = async (first, end) => {
  const { db, space } = mustBeOpen();
  const slices = [];
  for await (const slice of slicesOf(db, space, first, end)) slices.push(slice);
  return slices;
};
const days = (recs) => recs.map(({ body }) => body.on).sort();

test('a line says the day, the number and a hard day; what others wrote is left for when it is read', () => {
  const told = (one, owners = ['anna-account']) => outlined(lineOf(rec(one.body, one)), owners[0], '2026-06-01').map(({ body }) => body);
  const plain = { on: '2026-01-02', symptom: 'pain', severity_nrs: 0, note: 'symptom\tpain' };
  assert.deepEqual(told({ body: plain }), [{ on: '2026-01-02', symptom: 'pain', severity_nrs: 0, hard_day: false }]);
  assert.deepEqual(told({ body: { on: '2026-01-02', hard_day: true } }), [{ on: '2026-01-02', symptom: undefined, hard_day: true }]);
  assert.deepEqual(told({ kind: 'daily', body: { on: '2026-01-02', symptom: 'pain' } }), []);
  assert.deepEqual(told({ body: { ...plain, on: '2026-06-01' } }), [], 'those at hand are read already');
  assert.equal(told({ body: plain, author: { account: 'anna-account', name: 'Anna' } }).length, 1);
  assert.equal(told({ body: plain, author: { account: 'daniel-1', name: 'Daniel' } }).length, 0);
  assert.equal(told({ body: plain, author: { account: 'daniel-1', name: 'Daniel' } }, [undefined]).length, 1, 'nobody is held back while it is not clear');
});

test('every entry of some days comes once, from rows of its own and from packs, in slices', async () => {
  await open(SPACE);
  for (const on of ['2020-01-01', '2020-03-15', '2020-03-16', '2021-05-05']) await records.add('symptom', { on, severity_nrs: 4 });
  const gone = await records.add('symptom', { on: '2020-03-15', severity_nrs: 9 });
  await records.remove(gone);
  const { db, space } = mustBeOpen();
  const rows = Array.from({ length: 250 }, (_, i) => ({ id: `0170aaaa-0000-7000-8000-${String(i).padStart(12, '0')}`, kind: 'symptom', sv: 1,
    body: { on: `2020-03-${String((i % 28) + 1).padStart(2, '0')}`, severity_nrs: i % 11 }, fop: {}, cur_op: null, deleted: false, conf: [], lost: [], author: null }));
  const left = await db.transaction('rw', changedBy(db), () => pack(db, space, 1, rows, { least: 1, before: () => '2021-01-01' }, () => db.rec.count().then(() => new Set())));
  assert.deepEqual(left, []);
  const slices = await read('2020-01-01', '2020-03-16');
  assert.ok(slices.length > 2, 'in slices');
  const found = slices.flat();
  const packed = rows.filter(({ body }) => body.on < '2020-03-16');
  assert.deepEqual(days(found), days([...packed, rec({ on: '2020-01-01' }), rec({ on: '2020-03-15' })]));
  assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
  assert.deepEqual(days((await read('2021-01-01', '2022-01-01')).flat()), ['2021-05-05']);
});

test('the outline is told first, then what was read; a second look reads nothing', async () => {
  await readPast();
  const seen = [];
  const end = older.subscribe((now) => { if (now) seen.push([now.whole, now.symptoms.symptoms.length]); });
  await readOlder('2019-10-01');
  assert.deepEqual(seen, [[false, 254], [true, 254]]);
  await readOlder('2020-01-01');
  assert.equal(seen.length, 2, 'it is there');
  await Promise.all([readOlder('2019-09-01'), readOlder('2019-09-01')]);
  assert.deepEqual(seen.slice(2).map(([whole]) => whole), [false, true], 'read once, however often it is asked for meanwhile');
  end();
  assert.ok(older.value.until === since.value);
});

test('what changes is read anew', async () => {
  trends.reach.value = 'all';
  await trends.readTrends();
  assert.equal(trends.whole.value, true);
  const before = trends.series.pain.value.of;
  await records.add('symptom', { on: '2020-07-07', severity_nrs: 5 });
  const stop = Date.now() + 5_000;
  while (trends.series.pain.value.of === before && Date.now() < stop) {
    await trends.readTrends();
    await new Promise((done) => { setTimeout(done, 10); });
  }
  assert.equal(trends.series.pain.value.of, before + 1);
  close();
  assert.equal(older.value, null, 'the next diary begins with nothing of this one');
});
