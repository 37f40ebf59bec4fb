import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lowForTwoWeeks, mayAskTwoMore } from '../../pwa/src/domain/mood.js';

const TODAY = '2026-11-21';
const day = (ago) => new Date(Date.parse(`${TODAY}T12:00:00Z`) - ago * 86_400_000).toISOString().slice(0, 10);
const days = (agos, mood) => agos.map((ago) => ({ on: day(ago), mood }));

test('low on most of at least seven days noted counts', () => {
  const moods = [...days([0, 2, 4, 13], 'low'), ...days([1, 3, 5], 'good')];
  assert.equal(lowForTwoWeeks(moods, TODAY), true);
});

test('half is not most', () => {
  assert.equal(lowForTwoWeeks([...days([0, 2, 4, 6], 'low'), ...days([1, 3, 5, 7], 'so_so')], TODAY), false);
});

test('six days noted are too few, whatever they say', () => {
  assert.equal(lowForTwoWeeks(days([0, 1, 2, 3, 4, 5], 'low'), TODAY), false);
});

test('what lies before the 14 days, and after today, does not count', () => {
  const six = days([0, 1, 2, 3, 4, 5], 'low');
  assert.equal(lowForTwoWeeks([...six, ...days([14], 'low')], TODAY), false);
  assert.equal(lowForTwoWeeks([...six, ...days([-1], 'low')], TODAY), false);
  assert.equal(lowForTwoWeeks([...six, ...days([13], 'low')], TODAY), true);
});

test('a day without a word on mood is not noted', () => {
  assert.equal(lowForTwoWeeks([...days([0, 1, 2, 3, 4, 5], 'low'), { on: day(6), anxious: true }], TODAY), false);
});

test('two answers with a total of three or more are enough', () => {
  assert.equal(lowForTwoWeeks([{ on: day(13), phq2: [0, 3] }], TODAY), true);
  assert.equal(lowForTwoWeeks([{ on: day(0), phq2: [1, 1] }], TODAY), false);
  assert.equal(lowForTwoWeeks([{ on: day(14), phq2: [3, 3] }], TODAY), false);
  assert.equal(lowForTwoWeeks([{ on: day(0), phq2: [3] }], TODAY), false, 'one answer alone has no total');
});

test('of two times answered the newer one holds', () => {
  const moods = [{ on: day(10), phq2: [3, 3] }, { on: day(1), phq2: [0, 0] }];
  assert.equal(lowForTwoWeeks(moods, TODAY), false);
  assert.equal(lowForTwoWeeks([...moods].reverse(), TODAY), false);
});

test('nothing noted says nothing', () => {
  assert.equal(lowForTwoWeeks([], TODAY), false);
});

test('the two questions rest for 14 days, and can be changed on their day', () => {
  assert.equal(mayAskTwoMore([], TODAY), true);
  assert.equal(mayAskTwoMore([{ on: day(13), phq2: [0, 0] }], TODAY), false);
  assert.equal(mayAskTwoMore([{ on: day(14), phq2: [0, 0] }], TODAY), true);
  assert.equal(mayAskTwoMore([{ on: TODAY, phq2: [1] }], TODAY), true);
  assert.equal(mayAskTwoMore([{ on: day(3), phq2: null }, { on: day(4), phq2: [] }], TODAY), true);
});
