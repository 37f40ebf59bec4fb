import assert from 'node:assert/strict';
import { test } from 'node:test';

const { asks, eventLabel, isRelapse, nextSteps, spanHolds, steroidOf, threadOf } = await import('../../pwa/src/domain/event.js');

const event = (id, type, on) => ({ id, body: { type, on } });
const ALL = [
  event('g', 'steroid_course', '2026-03-06'),
  event('a', 'relapse_suspected', '2026-03-01'),
  event('b', 'relapse_confirmed', '2026-03-04'),
  event('c', 'relapse_over', '2026-04-20'),
  event('d', 'relapse_suspected', '2026-09-01'),
  event('e', 'relapse_over', '2026-09-03'),
  event('f', 'relapse_suspected', '2026-11-20'),
  event('x', 'fall', '2026-11-20'),
];
const ids = (thread) => thread.map(({ id }) => id).join('');

test('a relapse is one thread from the first doubt to its end', () => {
  for (const id of 'abc') assert.equal(ids(threadOf(ALL, id)), 'abc');
  assert.equal(ids(threadOf(ALL, 'e')), 'de');
  assert.equal(ids(threadOf(ALL, 'f')), 'f');
  assert.equal(ids(threadOf(ALL, 'x')), '');
  assert.equal(ids(threadOf([...ALL].reverse(), 'b')), 'abc', 'the order of reading does not matter');
});

test('all three noted on one day are still one thread', () => {
  const day = ['relapse_over', 'relapse_suspected', 'relapse_confirmed'].map((type, i) => event(String(i), type, '2026-11-20'));
  assert.equal(ids(threadOf(day, '0')), '120');
});

test('what can be said next', () => {
  assert.deepEqual(nextSteps(threadOf(ALL, 'f')), ['relapse_confirmed', 'relapse_over']);
  assert.deepEqual(nextSteps([ALL[2]]), ['relapse_over']);
  assert.deepEqual(nextSteps(threadOf(ALL, 'e')), []);
  assert.deepEqual(nextSteps([]), []);
});

test('a steroid course belongs to the relapse it was noted in', () => {
  assert.equal(steroidOf(ALL, threadOf(ALL, 'a')).id, 'g');
  assert.equal(steroidOf(ALL, threadOf(ALL, 'd')), null);
  assert.equal(steroidOf(ALL, []), null);
});

test('every kind has a word, and a span holds', () => {
  for (const type of ['steroid_course', 'infusion', 'relapse_suspected', 'relapse_confirmed', 'relapse_over', 'illness', 'fall', 'new_aid', 'operation']) {
    assert.notEqual(eventLabel(type), 'Something that happened');
  }
  assert.equal(eventLabel('flood'), 'Something that happened');
  assert.equal(isRelapse('relapse_over'), true);
  assert.equal(isRelapse('fall'), false);
  assert.equal(asks('steroid_course', 'span'), true);
  assert.equal(asks('fall', 'span'), false);
  assert.equal(spanHolds('2026-11-20', '2026-11-19'), false);
  assert.equal(spanHolds('2026-11-20', '2026-11-20'), true);
  assert.equal(spanHolds('2026-11-20', null), true);
});
