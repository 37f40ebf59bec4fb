import assert from 'node:assert/strict';
import test from 'node:test';

import { yes } from '../../../pwa/src/domain/confirmed.js';
import { bandOf, scoreWords } from '../../../pwa/src/views/people/band.js';
import { placeWords } from '../../../pwa/src/views/people/entry-words.js';
import { earlierDays, todayWords, updatedWords, usualPain, verdict } from '../../../pwa/src/views/people/words.js';
import { coarseTime, dateWords, dayTitle, listWords, whenWords } from '../../../pwa/src/views/people/when.js';

const TODAY = '2026-11-20';
const label = ({ region, side }) => `${side ? `${side[0].toUpperCase()}${side.slice(1)} ` : ''}${region}`;
const reading = (read = ['symptoms', 'daily']) => ({
  today: TODAY, read, name: 'Rosa', me: 'me', placeLabel: label, symptomLabel: (id) => id,
  word: (list, id) => `${list} ${id}`, now: Date.parse(`${TODAY}T10:00:00+01:00`),
});
let count = 0;
const entry = (on, body, author = { account: 'rosa', name: 'Rosa' }, kind = 'symptom') => ({
  id: `r${count += 1}`, kind, author, deleted: false,
  body: { on, at: `${on}T09:15:00+01:00`, ...(kind === 'symptom' ? { symptom: 'pain' } : {}), ...body },
});
const pastDays = (scores) => scores.map((n, i) => entry(`2026-11-${String(19 - i).padStart(2, '0')}`, { severity_nrs: n }));

test('a day of usual pain says the number, the usual and the place', () => {
  const words = todayWords([
    entry(TODAY, { severity_nrs: 7, regions: [{ region: 'hip', side: 'right' }, { region: 'knee', side: null }] }),
    ...pastDays([4, 4, 4, 5, 4, 3]),
  ], reading());
  assert.equal(words.title, 'A harder day than usual');
  assert.deepEqual(words.lines, ['Pain 7 this morning. Right hip and knee.', 'Most days 4.']);
});

test('an easier evening never hides a morning two above the usual', () => {
  const words = todayWords([
    entry(TODAY, { severity_nrs: 6 }), entry(TODAY, { severity_nrs: 1, at: `${TODAY}T20:00:00+01:00` }),
    ...pastDays([4, 4, 4, 4, 4]),
  ], reading());
  assert.equal(words.title, 'A harder day than usual');
  assert.equal(words.lines[0], 'Pain 1 this evening.');
});

test('nothing is called usual before five days have a number', () => {
  assert.equal(usualPain(pastDays([4, 4, 4, 4]), reading()), null);
  assert.equal(todayWords([entry(TODAY, { severity_nrs: 9 })], reading()).title, 'Today');
});

test('most days is only said of more than half of the days', () => {
  assert.deepEqual(usualPain(pastDays([4, 4, 4, 9, 1]), reading()), { low: 4, high: 4 });
  assert.deepEqual(usualPain(pastDays([3, 4, 5, 6, 7, 8]), reading()), { low: 3, high: 6 });
});

test('a hard day needs no number', () => {
  const words = todayWords([entry(TODAY, { hard_day: true })], reading());
  assert.deepEqual(words, { title: 'A hard day', lines: ['Hard day this morning.'], empty: false });
});

test('a day without an entry is told plainly', () => {
  assert.deepEqual(todayWords(pastDays([4, 4]), reading()), { title: 'Nothing here from today yet.', lines: [], empty: true });
});

test('an old copy never claims that nothing was noted', () => {
  assert.equal(todayWords([], reading(), true).title, 'Nothing from today has arrived here.');
});

test('one side is named once only where every place is on it', () => {
  const at = (region, side) => ({ region, side });
  assert.equal(placeWords([at('hip', 'right'), at('knee', 'right')], label), 'Right hip and knee');
  assert.equal(placeWords([at('hip', 'right'), at('knee', 'left')], label), 'Right hip and left knee');
  assert.equal(placeWords([at('hip', 'right'), at('head', null)], label), 'Right hip and head');
});

test('energy is told only where it is shared', () => {
  const entries = [entry(TODAY, { energy: 'low' }, null, 'daily')];
  assert.deepEqual(todayWords(entries, reading()).lines, ['Energy low.']);
  assert.equal(todayWords(entries, reading(['symptoms'])).empty, true);
});

test('pain is not told where it is not shared', () => {
  assert.equal(todayWords([entry(TODAY, { severity_nrs: 7 })], reading(['exercise'])).empty, true);
});

test('a deleted entry is gone from the words', () => {
  assert.equal(todayWords([{ ...entry(TODAY, { severity_nrs: 7 }), deleted: true }], reading()).empty, true);
});

test('an entry of somebody else carries their name', () => {
  const line = (author) => todayWords([entry(TODAY, { severity_nrs: 3 }, author)], reading()).lines[0];
  assert.equal(line({ account: 'ana', name: 'Ana' }), 'Pain 3 this morning. Added by Ana.');
  assert.equal(line({ account: 'me', name: 'Daniel' }), 'Pain 3 this morning. Added by you.');
});

test('earlier days come newest first and leave out days without an entry', () => {
  const days = earlierDays([entry('2026-11-19', { severity_nrs: 4 }), entry('2026-11-16', { severity_nrs: 0 })], reading());
  assert.deepEqual(days.map((day) => [day.title, day.lines]), [['Yesterday', ['Pain 4.']], ['Monday', ['No pain.']]]);
});

test('a copy older than a day says that it may be old', () => {
  const now = new Date(2026, 10, 20, 10, 0);
  const hours = (n) => new Date(now.getTime() - n * 3_600_000).toISOString();
  assert.deepEqual(updatedWords({ pulledAt: hours(1) }, now), { text: 'Updated this morning', stale: false, covered: false, ofToday: true });
  assert.equal(updatedWords({ pulledAt: hours(49) }, now).text, 'Last updated on Wednesday. This may be old.');
  assert.equal(updatedWords({ pulledAt: null }, now).stale, true);
});

test('days and times are words', () => {
  assert.equal(dayTitle('2026-05-03', TODAY), '3 May');
  assert.equal(dateWords('2025-05-03', TODAY), '3 May 2025');
  assert.equal(coarseTime(`${TODAY}T03:00:00+01:00`), 'last night');
  assert.equal(coarseTime(null), '');
  assert.equal(whenWords(new Date(2026, 10, 19, 23, 0), new Date(2026, 10, 20, 1, 0)), 'yesterday');
  assert.equal(listWords(['a', 'b', 'c'], 'or'), 'a, b or c');
  assert.equal(placeWords([], label), '');
});

test('F67 two weeks without the server cover the view, and so do an end date and a clock set back', () => {
  const now = new Date('2026-11-21T09:00:00Z');
  const ago = (hours) => new Date(now.getTime() - hours * 3_600_000).toISOString();
  const covered = (pulledAt, until = null) => updatedWords({ pulledAt, until }, now).covered;
  assert.deepEqual([covered(ago(14 * 24 - 1)), covered(ago(14 * 24 + 1))], [false, true]);
  assert.deepEqual([covered(ago(-20)), covered(ago(-30))], [false, true]);
  assert.deepEqual([covered(ago(1), '2026-11-21'), covered(ago(1), '2026-11-20'), covered(ago(1), '2026-11-19')], [false, false, true]);
  assert.equal(updatedWords({ pulledAt: ago(15 * 24) }, now).text.includes('may be old'), false);
});

test('a number stands beside what is usual, in words', () => {
  assert.equal(scoreWords('Stiffness', 6, { low: 3, high: 4 }), 'Stiffness 6, more than usual. Most days 3 to 4.');
  assert.equal(scoreWords('Stiffness', 5, { low: 3, high: 4 }), 'Stiffness 5, about usual. Most days 3 to 4.');
  assert.equal(scoreWords('Stiffness', 1, { low: 3, high: 4 }), 'Stiffness 1, less than usual. Most days 3 to 4.');
  assert.equal(scoreWords('Stiffness', 6, null), 'Stiffness 6.');
  assert.equal(bandOf([['2026-11-20', 9], ['2026-10-01', 9]], TODAY), null, 'neither today nor long ago is what is usual');
});

test('what somebody else gave is neither usual nor a verdict until the person says that it is right', () => {
  const daniel = { account: 'dan', name: 'Daniel' };
  const days = pastDays([4, 4, 4, 4, 4]);
  const given = { on: TODAY, at: `${TODAY}T09:15:00+01:00`, symptom: 'pain', severity_nrs: 9 };
  const words = todayWords([entry(TODAY, given, daniel), ...days], reading());
  assert.deepEqual(words, { title: 'Today', lines: ['Pain 9 this morning. Added by Daniel.'], empty: false });
  assert.equal(todayWords([entry(TODAY, { ...given, ...yes(given) }, daniel), ...days], reading()).title, 'A harder day than usual');
  assert.equal(usualPain(days.map((one) => ({ ...one, author: daniel })), reading()), null);
});

test('what this phone wrote and has not sent says so', () => {
  const line = todayWords([{ ...entry(TODAY, { severity_nrs: 3 }, null), waiting: true }], reading()).lines[0];
  assert.equal(line, 'Pain 3 this morning. Added by you. Waiting to be sent.');
});

test('the strip of a day in sentences, the day before told shorter', () => {
  const strip = { energy: 'very_low', sleep_hours: 5.5, sleep_quality: 'poor', stiffness_nrs: 6, spasms: '0', heat: 'no', infection: { state: 'maybe' }, falls: { count: 1, injured: true } };
  const days = [4, 4, 4, 3, 4].map((stiffness_nrs, i) => entry(`2026-11-1${i + 1}`, { stiffness_nrs }, undefined, 'daily'));
  assert.deepEqual(todayWords([entry(TODAY, strip, undefined, 'daily'), ...days], reading()).lines, [
    'Energy very low.', 'Slept 5 and a half hours, poor.', 'Stiffness 6, more than usual. Most days 4.', 'No spasms.', 'Perhaps ill or an infection.', '1 fall, hurt.']);
  assert.deepEqual(earlierDays([entry('2026-11-19', strip, undefined, 'daily')], reading())[0].lines, [
    'Energy very low.', 'Slept 5 and a half hours, poor.', 'Stiffness 6.', 'Perhaps ill or an infection.', '1 fall, hurt.']);
});

test('the card of a person says one line, also where nothing is known to be usual', () => {
  assert.equal(verdict(todayWords([entry(TODAY, { severity_nrs: 3 })], reading())), 'Pain 3 this morning.');
  assert.equal(verdict(todayWords([], reading())), 'Nothing here from today yet.');
  assert.equal(verdict(todayWords([entry(TODAY, { severity_nrs: 9 }), ...pastDays([4, 4, 4, 4, 4])], reading())), 'A harder day than usual');
});

test('a copy of yesterday evening is fresh, and not of today', () => {
  const now = new Date(2026, 10, 20, 7, 0);
  const { stale, ofToday } = updatedWords({ pulledAt: new Date(2026, 10, 19, 21, 0).toISOString() }, now);
  assert.deepEqual([stale, ofToday], [false, false]);
});
