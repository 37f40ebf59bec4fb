import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hasPlace, lastDaySaid, lately, lengthText, reliefToAsk } from '../../pwa/src/domain/symptom.js';
import { QUESTIONS, parted, toggledAnswer, withPart } from '../../pwa/src/views/log/questions.js';
import { chosenOn, moment, rightNow } from '../../pwa/src/views/log/when.js';

const TODAY = '2026-11-21';
const NOON = Date.parse('2026-11-21T12:00:00Z');

test('where is asked of what has a place, and of own words', () => {
  assert.ok(hasPlace('pain') && hasPlace(null) && hasPlace('numbness') && hasPlace('0190a5c0-0000-7000-8000-000000000001'));
  assert.ok(!hasPlace('fatigue') && !hasPlace('vision') && !hasPlace('thinking'));
});

test('a length is said in whole words', () => {
  assert.deepEqual([0, 1, 25, 60, 90, 125, 720, 1440].map(lengthText),
    ['Under a minute', '1 minute', '25 minutes', '1 hour', '1 hour 30 minutes', '2 hours 5 minutes', 'Half a day', 'All day']);
});

test('the last day that was spoken for is the end of a span', () => {
  assert.equal(lastDaySaid([]), null);
  assert.equal(lastDaySaid([{ body: { on: '2026-11-10' } }, { body: { on: '2026-11-05', until_on: '2026-11-19' } }]), '2026-11-19');
});

test('other symptoms that were logged lately come first, each once and never pain', () => {
  const entries = ['fatigue', 'pain', 'spasms', 'fatigue', undefined, 'vision'].map((symptom) => ({ body: { symptom } }));
  assert.deepEqual(lately(entries, 2), ['fatigue', 'spasms']);
});

test('after an hour, and today only, one relief without an after-number is asked about; what was skipped is not', () => {
  const entry = (id, at, relief, on = TODAY) => ({ id, body: { at, on, relief } });
  const entries = [
    entry('c', '2026-11-21T11:30:00Z', [{ what: 'rest' }]),
    entry('b', '2026-11-21T11:00:00Z', [{ what: 'heat_pack' }, { what: 'walk', after_nrs: 0 }]),
    entry('a', '2026-11-20T20:00:00Z', [{ what: 'pool' }], '2026-11-20'),
    entry('n', '2026-11-21T07:00:00Z', [{ what: 'nothing_helped' }]),
  ];
  const ask = (skipped = []) => reliefToAsk(entries, { today: TODAY, now: NOON, skipped });
  assert.equal(ask().key, 'b heat_pack');
  assert.equal(ask(['b heat_pack']), null);
  assert.equal(reliefToAsk(entries, { today: TODAY, now: NOON - 1, skipped: [] }), null, 'not a moment before the hour');
});

test('numbers of a relief are set and taken back without touching the others', () => {
  const relief = [{ what: 'rest', before_nrs: 6 }, { what: 'walk' }];
  const said = withPart(relief, 'what', 'rest', { after_nrs: 0 });
  assert.deepEqual(said, [{ what: 'rest', before_nrs: 6, after_nrs: 0 }, { what: 'walk' }]);
  assert.deepEqual(withPart(said, 'what', 'rest', { before_nrs: null })[0], { what: 'rest', after_nrs: 0 });
  const question = QUESTIONS.find(({ list }) => list === 'reliefs');
  assert.deepEqual(toggledAnswer(question, said, 'walk'), [said[0]]);
});

test('own words stand before the first ones, and nothing stands twice', () => {
  const items = Array.from({ length: 12 }, (_, i) => ({ id: `t${i}` }));
  const { first, rest } = parted({ first: ['t3'] }, items, [{ id: 'mine' }]);
  assert.deepEqual(first.map(({ id }) => id), ['mine', 't3']);
  assert.equal(new Set([...first, ...rest].map(({ id }) => id)).size, 13);
});

test('what was chosen days ago still means the same moment, until it is too old', () => {
  const night = { when: 'night', on: TODAY, time: '', day: '2026-11-18' };
  assert.deepEqual(chosenOn(night, TODAY), { when: 'other', on: '2026-11-17', time: '22:00', day: TODAY });
  assert.deepEqual(chosenOn({ ...night, when: 'morning' }, TODAY), { when: 'other', on: '2026-11-18', time: '08:00', day: TODAY });
  assert.deepEqual(chosenOn({ ...night, day: '2026-11-01' }, TODAY), rightNow(TODAY));
  assert.deepEqual(chosenOn(null, TODAY), rightNow(TODAY));
});

test('a moment reaches back 14 days, never forward, and a span ends today', () => {
  const at = (more) => moment({ ...rightNow(TODAY), ...more }, TODAY, NOON);
  assert.deepEqual(at({}), {});
  assert.equal(at({ when: 'other', on: '2026-11-07', time: '09:00' }).on, '2026-11-07');
  assert.equal(at({ when: 'other', on: '2026-11-06', time: '09:00' }), null);
  assert.equal(at({ when: 'other', on: TODAY, time: '23:59' }), null);
  assert.equal(at({ when: 'other', on: TODAY, time: '' }), null);
  const { on, until_on } = at({ when: 'since', on: '2026-11-17' });
  assert.deepEqual([on, until_on], ['2026-11-17', TODAY]);
  assert.equal(at({ when: 'since', on: '' }), null);
  assert.equal(at({ when: 'since', on: TODAY }), null);
});

test('a tap at the same place on a screen that just came is still the tap before; a key and another place are not', async () => {
  globalThis.location ??= /** @type {any} */ ({});
  globalThis.history ??= /** @type {any} */ ({});
  const { once } = await import('../../pwa/src/ui/act.js');
  const heard = [];
  const tap = (name, more = {}) => once(() => heard.push(name))(/** @type {any} */ ({
    currentTarget: { name }, clientX: 100, clientY: 300, detail: 1, preventDefault() {}, ...more }));
  const show = (pathname) => { globalThis.location.pathname = pathname; };
  show('/');
  tap('number');
  tap('beside it, same screen');
  show('/log/where');
  tap('row under the finger');
  tap('row far off', { clientY: 400 });
  show('/log/detail');
  tap('again', { clientY: 400 });
  tap('by key', { detail: 0, clientX: 0, clientY: 0 });
  assert.deepEqual(heard, ['number', 'beside it, same screen', 'row far off', 'by key']);
});
