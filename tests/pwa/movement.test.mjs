import assert from 'node:assert/strict';
import { test } from 'node:test';

import { momentOf } from '../../pwa/src/domain/figure/moment.js';
import { find, folded } from '../../pwa/src/domain/find.js';
import { ANYTHING, howMany, minutesOf, steps, suiting, suits } from '../../pwa/src/domain/movement.js';
import { american, reworded } from '../../pwa/src/domain/wording.js';

const CALF = {
  id: 'STR-02', name: 'Calf stretch with strap', category: 'str', target: 'Tight calf', areas: ['calf'], levels: ['unaided', 'wheelchair', 'bed'],
  dose: { how: '', hold_s: [20, 30], reps: [2, 3], sides: 'each' }, stops: [], gates: [], equipment: ['strap'], helper: null, facts: [], basis: [], core: true,
  review: { status: 'pending', by: null, on: null },
  variants: [
    { position: 'seated', levels: ['unaided', 'wheelchair'], equipment: ['chair'], start: '', steps: [], feel: '', avoid: '', limit: '', figure: 'STR-02-seated' },
    { position: 'lying', levels: ['unaided', 'wheelchair', 'bed'], equipment: ['bed'], start: '', steps: [], feel: '', avoid: '', limit: '', figure: 'STR-02-lying' },
  ],
};
const positions = (wanted) => suiting(CALF, { ...ANYTHING, ...wanted }).map(({ position }) => position);

test('the minutes of a hold count both sides and the set-up', () => {
  // 2 holds of 20 seconds on each side, and half a minute to get there: 110 seconds.
  assert.equal(minutesOf(CALF.dose), 2);
});

test('bouts with rests, sets and breaths count too', () => {
  assert.equal(minutesOf({ how: '', minutes: [1, 2], bouts: [3, 5], rest_s: [60, 60] }), 6);
  assert.equal(minutesOf({ how: '', reps: [10, 10], sets: [2, 2] }), 3);
  assert.equal(minutesOf({ how: '', breaths: [5, 8] }), 1);
  assert.equal(minutesOf({ how: '' }), 1);
});

test('a position is offered only to a level it suits', () => {
  assert.deepEqual(positions({ level: 'bed' }), ['lying']);
  assert.deepEqual(positions({ positions: ['seated'] }), ['seated']);
  assert.deepEqual(positions({ level: 'bed', positions: ['seated'] }), []);
});

test('what a home has need not be looked for, a strap must be at hand', () => {
  assert.deepEqual(positions({ things: ['nothing'] }), []);
  assert.deepEqual(positions({ things: ['strap', 'nothing'] }), ['seated', 'lying']);
  assert.deepEqual(positions({ things: [] }), ['seated', 'lying']);
});

test('area, kind, minutes and the gentle set each narrow', () => {
  const fits = (wanted) => suits(CALF, { ...ANYTHING, ...wanted });
  assert.ok(fits({ areas: ['calf', 'hip'] }) && !fits({ areas: ['hip'] }));
  assert.ok(fits({ categories: ['str'] }) && !fits({ categories: ['rom'] }));
  assert.ok(fits({ minutes: 3 }) && !fits({ minutes: 1 }));
  assert.ok(fits({ core: true }));
  assert.equal(howMany({ ...ANYTHING, areas: ['calf'], minutes: 3, core: true }), 3);
});

test('one step on every ladder, down and up', () => {
  const ladders = [{ id: 'a', name: '', movements: ['A', 'B', 'C'] }, { id: 'b', name: '', movements: ['B', 'D'] }];
  assert.deepEqual(steps(ladders, 'B'), { easier: ['A'], harder: ['C', 'D'] });
  assert.deepEqual(steps(ladders, 'X'), { easier: [], harder: [] });
});

test('every word must begin a word; the title comes first', () => {
  const cards = [{ title: 'Sleep', more: 'heat and cold' }, { title: 'Heat and pain', more: '' }, { title: 'Yoga', more: '' }];
  const titles = (question) => find(cards, question, (card) => card).map(({ title }) => title);
  assert.deepEqual(titles('heat'), ['Heat and pain', 'Sleep']);
  assert.deepEqual(titles('HEA pai'), ['Heat and pain']);
  assert.deepEqual(titles('eat'), []);
  assert.deepEqual(titles('  '), ['Sleep', 'Heat and pain', 'Yoga']);
  assert.equal(folded('Paresthésie'), 'paresthesie');
});

test('American words keep their capital and leave ids alone', () => {
  const turn = american([['walking stick', 'cane'], ['physiotherapist', 'physical therapist']]);
  assert.equal(turn('Walking stick in reach. Ask your physiotherapist.'), 'Cane in reach. Ask your physical therapist.');
  assert.deepEqual(reworded({ id: 'physiotherapist', rows: ['A physiotherapist looks.'], n: 2, none: null }, turn),
    { id: 'physiotherapist', rows: ['A physical therapist looks.'], n: 2, none: null });
  assert.equal(american([])('A walking stick'), 'A walking stick');
});

test('a figure rests, goes, rests and comes back', () => {
  assert.deepEqual(momentOf(0, 2), { from: 0, to: 0, t: 0 });
  assert.deepEqual(momentOf(1.5, 2), { from: 0, to: 1, t: 0.5 });
  assert.deepEqual(momentOf(2.5, 2), { from: 1, to: 1, t: 0 });
  const back = momentOf(3.8, 2);
  assert.deepEqual([back.from, back.to], [1, 0]);
  assert.ok(Math.abs(back.t - 0.5) < 1e-9);
  assert.deepEqual(momentOf(4.6, 2), { from: 0, to: 0, t: 0 });
  assert.equal(momentOf(0.7 + 5, 2, [1, 10]).t, 0.5);
});
