import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { medicineChanges, newAids } from '../../pwa/src/domain/trends/changes.js';
import { dayNumber, diaryOf, gather, lastDays, nothing } from '../../pwa/src/domain/trends/diary.js';
import { activities, movedBy } from '../../pwa/src/domain/trends/doing.js';
import { goodNews, wholeWeeks } from '../../pwa/src/domain/trends/good-news.js';
import { injections, secondDays } from '../../pwa/src/domain/trends/injections.js';
import { band, painDays, spells } from '../../pwa/src/domain/trends/pain.js';
import { places, sides } from '../../pwa/src/domain/trends/places.js';
import { apart, pointsOf, runsOf } from '../../pwa/src/domain/trends/points.js';
import { relief } from '../../pwa/src/domain/trends/relief.js';
import { bowel, spasms } from '../../pwa/src/domain/trends/strips.js';
import { touch } from '../../pwa/src/domain/trends/touch.js';
import { wordsUsed } from '../../pwa/src/domain/trends/words.js';

const { words, cases } = JSON.parse(readFileSync(new URL('../vectors/series.json', import.meta.url), 'utf8'));

const SERIES = {
  pain: painDays, spells, regions: places, sides, words: wordsUsed, relief, injections, function: activities, exercise: movedBy,
  touch, good_news: goodNews, aids: newAids, medicines: medicineChanges, spasms, bowel,
};

for (const { case: name, today, days, records, medicines = {}, series, usual } of cases) {
  test(`series: ${name}`, () => {
    const diary = diaryOf(records, medicines, today, words);
    const span = lastDays(today, days);
    for (const [one, expected] of Object.entries(series)) {
      assert.deepStrictEqual(SERIES[one](diary, span), expected);
    }
    if (usual !== undefined) assert.deepStrictEqual(band(diary, span), usual);
  });
}

test('every series of the phone has a case', () => {
  const named = new Set(cases.flatMap(({ series }) => Object.keys(series)));
  assert.deepEqual([...named].sort(), Object.keys(SERIES).sort());
});

const day = (on, worst_nrs) => ({ on, worst_nrs, median_nrs: worst_nrs, entries: 1, hard_day: false });

test('a chart of a month has its days, one of a year its weeks, one of ten years its months', () => {
  for (const [days, by] of [[7, 'day'], [90, 'day'], [365, 'week'], [3650, 'month']]) {
    assert.equal(pointsOf([day('2026-11-21', 5)], lastDays('2026-11-21', days)).by, by);
  }
});

test('a day without a number has no point and parts the line', () => {
  const rows = [day('2026-11-15', 4), day('2026-11-16', 5), day('2026-11-17', null), day('2026-11-18', 6), day('2026-11-21', 7)];
  const all = pointsOf(rows, lastDays('2026-11-21', 7));
  assert.deepEqual(all.points.map(({ on }) => on), ['2026-11-15', '2026-11-16', '2026-11-18', '2026-11-21']);
  assert.deepEqual(runsOf(all).map((run) => run.map(({ worst }) => worst)), [[4, 5], [6], [7]]);
});

test('a week stands for the middle of its days, and the whole chart has room for all', () => {
  const rows = [day('2026-11-19', 2), day('2026-11-20', 4), day('2026-11-21', 9)];
  const { points } = pointsOf(rows, lastDays('2026-11-21', 210));
  assert.deepEqual(points.map(({ days, worst }) => [days, worst]), [[3, 4]]);
  assert.ok(points[0].at > 0.9 && points[0].at < 1);
});

test('labels stand where they belong, or one below the other, and never outside', () => {
  const places = (...ats) => apart(ats.map((at) => ({ at, size: 0.2 }))).map(({ middle }) => Number(middle.toFixed(2)));
  assert.deepEqual(places(0.3, 0.7), [0.3, 0.7]);
  assert.deepEqual(places(0.5, 0.5, 0.55), [0.5, 0.7, 0.9]);
  assert.deepEqual(places(0, 0), [0.1, 0.3]);
  assert.deepEqual(places(1, 0.95), [0.7, 0.9]);
  assert.deepEqual(apart([{ at: 0.5, size: 0.2, name: 'worst' }, { at: 0.5, size: 0.2, name: 'middle' }]).map(({ name }) => name), ['worst', 'middle']);
});

test('the second day after each injection, by the clock of its place', () => {
  const medicines = { a: { class: 'interferon_beta' } };
  const dose = (on, at, more = {}) => ({ medicine_id: 'a', status: 'taken', on, at, ...more });
  const shades = (...its) => secondDays(diaryOf({ dose: its }, medicines, '2026-11-21', words), lastDays('2026-11-21', 7));
  const weekly = [dose('2026-11-14', '2026-11-14T18:00:00+01:00'), dose('2026-11-18', '2026-11-18T18:00:00+01:00')];
  assert.deepEqual(shades(...weekly), [{ from: 0.75, to: 1.75 }, { from: 4.75, to: 5.75 }]);
  assert.deepEqual(shades(dose('2026-11-20', '2026-11-20T18:00:00+01:00')), [{ from: 6.75, to: 7 }], 'not behind today');
  assert.deepEqual(shades(dose('2026-11-13', '2026-11-13T12:00:00+01:00')), [{ from: 0, to: 0.5 }], 'what began before goes on');
  assert.deepEqual(shades(dose('2026-11-18', '2026-11-18T18:00:00+01:00', { status: 'skipped' })), []);
  const daily = Array.from({ length: 7 }, (_, i) => dose(`2026-11-${15 + i}`, `2026-11-${15 + i}T18:00:00+01:00`));
  assert.deepEqual(shades(...daily), [], 'each day would be one');
});

test('good news is of whole weeks: it stays as it is until the next is over', () => {
  const weeks = (today) => wholeWeeks(lastDays(today, 28)).last - lastDays(today, 28).last;
  assert.equal(weeks('2026-11-22'), 0, 'a Sunday is the last of its week');
  assert.equal(weeks('2026-11-23'), -1);
  assert.equal(weeks('2026-11-28'), -6);
});

test('symptoms that come in slices make the same diary, and stay as they are', () => {
  const at = (on, severity_nrs, more = {}) => ({ on, severity_nrs, ...more });
  const old = [at('2026-10-01', 3), at('2026-11-01', 4, { until_on: '2026-11-20' }), at('2026-10-01', 8), at('2026-10-02', 5, { symptom: 'spasms' })];
  const near = [at('2026-11-19', 2), at('2026-11-21', 6)];
  const before = nothing();
  for (const one of old) gather(before, [one], dayNumber('2026-11-21'));
  const kept = structuredClone(before);
  const [sliced, once] = [diaryOf({ symptom: near }, {}, '2026-11-21', words, before), diaryOf({ symptom: [...old, ...near] }, {}, '2026-11-21', words)];
  assert.deepEqual(sliced, once);
  assert.deepEqual([...sliced.strengths.keys()], [...once.strengths.keys()], 'the earliest day first');
  assert.deepEqual(sliced.strengths.get(dayNumber('2026-11-19')), [2, 4]);
  assert.deepEqual(before, kept);
});
