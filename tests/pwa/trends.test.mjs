import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { diaryOf, lastDays } from '../../pwa/src/domain/trends/diary.js';
import { activities, movedBy } from '../../pwa/src/domain/trends/doing.js';
import { injections } from '../../pwa/src/domain/trends/injections.js';
import { band, painDays, spells } from '../../pwa/src/domain/trends/pain.js';
import { places, sides } from '../../pwa/src/domain/trends/places.js';
import { pointsOf, runsOf } from '../../pwa/src/domain/trends/points.js';
import { relief } from '../../pwa/src/domain/trends/relief.js';
import { wordsUsed } from '../../pwa/src/domain/trends/words.js';

const { words, cases } = JSON.parse(readFileSync(new URL('../vectors/series.json', import.meta.url), 'utf8'));

const SERIES = {
  pain: painDays, spells, regions: places, sides, words: wordsUsed, relief, injections, function: activities, exercise: movedBy,
};
/** What the phone leaves to the server. */
const SERVER_ONLY = ['touch', 'good_news'];

for (const { case: name, today, days, records, series, usual } of cases) {
  test(`series: ${name}`, () => {
    const diary = diaryOf(records, {}, today, words);
    const span = lastDays(today, days);
    for (const [one, expected] of Object.entries(series)) {
      if (!SERVER_ONLY.includes(one)) assert.deepStrictEqual(SERIES[one](diary, span), expected);
    }
    if (usual !== undefined) assert.deepStrictEqual(band(diary, span), usual);
  });
}

test('every series of the phone has a case', () => {
  const named = new Set(cases.flatMap(({ series }) => Object.keys(series)));
  assert.deepEqual([...named].sort(), [...Object.keys(SERIES), ...SERVER_ONLY].sort());
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
