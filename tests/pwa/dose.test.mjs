import assert from 'node:assert/strict';
import { test } from 'node:test';

const { lineOf } = await import('../../pwa/src/domain/outline.js');
const { alreadyTaken, dosesInOutline, dueNow, mayLack, slotFor, slotsOn } = await import('../../pwa/src/domain/dose.js');

let count = 0;
const medicine = (regimen, more = {}) => ({ id: `m${(count += 1)}`, body: { class: 'muscle_relaxant', regimen, ...more } });
const dose = (of, more) => ({ id: `d${(count += 1)}`, body: { medicine_id: of.id, status: 'taken', ...more } });
const times = (due) => due.map(({ slot, on }) => slot ?? on);

test('a slot shows from one hour before, for the rest of its day', () => {
  const pill = medicine({ times: ['08:00', '20:00'] });
  assert.deepEqual(times(dueNow([pill], [], '2026-11-21T06:59')), []);
  assert.deepEqual(times(dueNow([pill], [], '2026-11-21T07:00')), ['2026-11-21T08:00']);
  assert.deepEqual(times(dueNow([pill], [], '2026-11-21T18:59')), ['2026-11-21T08:00']);
  assert.deepEqual(times(dueNow([pill], [], '2026-11-21T23:59')), ['2026-11-21T08:00', '2026-11-21T20:00']);
});

test('a day that is over leaves nothing to be owed', () => {
  const pill = medicine({ times: ['08:00', '20:00'] });
  assert.deepEqual(times(dueNow([pill], [], '2026-11-22T05:00')), []);
});

test('midnight: late in the evening stays for three hours, and just after it shows before', () => {
  const late = medicine({ times: ['22:30'] });
  assert.deepEqual(times(dueNow([late], [], '2026-11-22T01:30')), ['2026-11-21T22:30']);
  assert.deepEqual(times(dueNow([late], [], '2026-11-22T01:31')), []);
  const early = medicine({ times: ['00:15'] });
  assert.deepEqual(times(dueNow([early], [], '2026-11-21T23:14')), ['2026-11-21T00:15']);
  assert.deepEqual(times(dueNow([early], [], '2026-11-21T23:15')), ['2026-11-21T00:15', '2026-11-22T00:15']);
});

test('an answered slot stays with its answer, also when it was noted early', () => {
  const pill = medicine({ times: ['20:00'] });
  const early = dose(pill, { slot: '2026-11-21T20:00', at: '2026-11-21T17:00:00+01:00' });
  const [slot] = dueNow([pill], [early], '2026-11-21T17:05');
  assert.equal(slot.doses[0].id, early.id);
  assert.deepEqual(times(dueNow([pill], [early], '2026-11-22T00:30')), [], 'the next day begins clean');
});

test('the clocks changing moves no slot and doubles none', () => {
  const pill = medicine({ times: ['02:30', '03:00'] });
  // Europe, spring: 02:30 does not exist on 29 March 2026; autumn: it comes twice on 25 October 2026.
  assert.deepEqual(times(dueNow([pill], [], '2026-03-29T03:00')), ['2026-03-29T02:30', '2026-03-29T03:00']);
  const first = dose(pill, { slot: '2026-10-25T02:30', at: '2026-10-25T02:31:00+02:00' });
  const second = dueNow([pill], [first], '2026-10-25T02:31').find(({ slot }) => slot === '2026-10-25T02:30');
  assert.equal(second.doses.length, 1, 'the second 02:30 of that night is answered already');
  assert.equal(alreadyTaken(pill, '2026-10-25T02:30', [first], Date.parse('2026-10-25T02:31:00+01:00')).id, first.id);
});

test('travel: a dose noted before the flight answers the same wall clock after it', () => {
  const pill = medicine({ times: ['08:00'] });
  const zurich = dose(pill, { slot: '2026-11-21T08:00', at: '2026-11-21T08:05:00+01:00', tz: 'Europe/Zurich' });
  const [inNewYork] = dueNow([pill], [zurich], '2026-11-21T08:00');
  assert.equal(inNewYork.doses.length, 1);
  // East over the date line a day may begin anew.
  assert.deepEqual(dueNow([pill], [zurich], '2026-11-22T08:00')[0].doses, []);
});

test('weekdays are those of the date, not of a zone', () => {
  const friday = medicine({ times: ['19:30'], days: ['fri'] });
  assert.equal(slotsOn(friday, '2026-11-20', []).length, 1);
  assert.equal(slotsOn(friday, '2026-11-21', []).length, 0);
  const sunday = medicine({ times: ['09:00'], days: ['sun', 'mon'] });
  assert.deepEqual(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((on) => slotsOn(sunday, on, []).length), [0, 1, 1, 0]);
});

test('every other day is counted from the first day, then from the last one taken', () => {
  const other = medicine({ times: ['20:00'], every_days: 2, from_on: '2026-11-01' });
  const due = (on, doses = []) => slotsOn(other, on, doses).length;
  assert.deepEqual(['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03'].map((on) => due(on)), [0, 1, 0, 1]);
  const aDayLate = [dose(other, { slot: '2026-11-03T20:00', at: '2026-11-04T09:00:00+01:00', on: '2026-11-04' })];
  assert.deepEqual(['2026-11-05', '2026-11-06'].map((on) => due(on, aDayLate)), [0, 1], 'a late one never brings the next one closer');
  const leftOut = [dose(other, { slot: '2026-11-03T20:00', on: '2026-11-03', status: 'skipped' })];
  assert.equal(due('2026-11-05', leftOut), 1);
});

test('every two weeks over the change of the clocks', () => {
  const two = medicine({ times: ['19:00'], every_days: 14, from_on: '2026-03-20' });
  assert.deepEqual(['2026-04-02', '2026-04-03', '2026-04-04'].map((on) => slotsOn(two, on, []).length), [0, 1, 0]);
  assert.equal(slotsOn(medicine({ times: ['19:00'], every_days: 14 }), '2026-04-03', []).length, 0, 'without a first day nothing is known');
});

test('nothing is due before the first day, from the day of stopping, or without a time and a day', () => {
  const pill = medicine({ times: ['08:00'] }, { started_on: '2026-11-20', stopped_on: '2026-11-22' });
  assert.deepEqual(['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map((on) => slotsOn(pill, on, []).length), [0, 1, 1, 0]);
  assert.equal(slotsOn(medicine({ times: [] }), '2026-11-21', []).length, 0);
  assert.equal(slotsOn(medicine(null), '2026-11-21', []).length, 0);
});

test('a day without a time is open all day and answered once', () => {
  const weekly = medicine({ times: [], days: ['sat'] });
  const [open] = dueNow([weekly], [], '2026-11-21T06:00');
  assert.equal(open.slot, null);
  const noted = dose(weekly, { slot: null, on: '2026-11-21', at: '2026-11-21T11:00:00+01:00' });
  assert.equal(dueNow([weekly], [noted], '2026-11-21T20:00')[0].doses[0].id, noted.id);
});

test('an injection shows all its day, and one at another time answers it', () => {
  const avonex = medicine({ times: ['19:30'], days: ['sat'] }, { class: 'interferon_beta' });
  const [morning] = dueNow([avonex], [], '2026-11-21T06:00');
  assert.equal(morning.slot, '2026-11-21T19:30');
  const noon = dose(avonex, { slot: null, on: '2026-11-21', at: '2026-11-21T12:00:00+01:00' });
  assert.equal(dueNow([avonex], [noon], '2026-11-21T20:00')[0].doses.length, 1);
  assert.equal(slotFor([morning], avonex, '2026-11-21T06:00'), '2026-11-21T19:30');
});

test('"taken" belongs to the nearest open slot within two hours', () => {
  const pill = medicine({ times: ['08:00', '12:00', '20:00'] });
  const due = dueNow([pill], [], '2026-11-21T20:30');
  assert.equal(slotFor(due, pill, '2026-11-21T11:30'), '2026-11-21T12:00');
  assert.equal(slotFor(due, pill, '2026-11-21T15:00'), null);
  const noted = [dose(pill, { slot: '2026-11-21T12:00', at: '2026-11-21T12:00:00+01:00' })];
  assert.equal(slotFor(dueNow([pill], noted, '2026-11-21T12:30'), pill, '2026-11-21T12:30'), null);
});

test('one more within 12 hours is asked about, by the moment and not by the wall clock', () => {
  const pill = medicine({ times: ['08:00', '12:00'] });
  const first = dose(pill, { slot: '2026-11-21T08:00', at: '2026-11-21T08:05:00+01:00' });
  const at = (text) => Date.parse(text);
  assert.equal(alreadyTaken(pill, '2026-11-21T08:00', [first], at('2026-11-21T08:06:00+01:00')).id, first.id);
  assert.equal(alreadyTaken(pill, '2026-11-21T12:00', [first], at('2026-11-21T12:00:00+01:00')), null, 'another slot');
  assert.equal(alreadyTaken(pill, null, [first], at('2026-11-21T09:00:00+01:00')).id, first.id);
  assert.equal(alreadyTaken(pill, null, [first], at('2026-11-21T20:06:00+01:00')), null);
  assert.equal(alreadyTaken(pill, null, [first], at('2026-11-21T14:06:00-05:00')), null, 'after a flight west 12 hours have passed');
  const out = { ...first, body: { ...first.body, status: 'skipped' } };
  assert.equal(alreadyTaken(pill, '2026-11-21T08:00', [out], at('2026-11-21T08:06:00+01:00')), null);
  assert.equal(alreadyTaken(medicine({}), null, [first], at('2026-11-21T08:06:00+01:00')), null, 'another medicine');
});

test('only a diary with an account can lack a dose of another phone', () => {
  const [sent, now] = [{ name: 'sent', waiting: 0, at: '2026-11-21T08:00:00Z' }, Date.parse('2026-11-21T08:10:00Z')];
  assert.equal(mayLack('local', { ...sent, name: 'local' }, false, now), false);
  assert.equal(mayLack('account', sent, true, now), false);
  assert.equal(mayLack('account', sent, false, now), true);
  assert.equal(mayLack('account', { ...sent, name: 'could_not' }, true, now), true);
  assert.equal(mayLack('account', { ...sent, name: 'waiting', waiting: 1 }, true, now), true);
  assert.equal(mayLack('account', { ...sent, name: 'waiting', waiting: 1 }, true, Date.parse('2026-11-21T08:01:00Z')), false);
});

test('doses are found in the outline of a diary, and nothing else is', () => {
  const rec = (kind, body) => ({ id: `r${(count += 1)}`, kind, body, deleted: false, author: null });
  const one = rec('dose', { medicine_id: 'm', on: '2020-01-02', at: '2020-01-02T19:30:00+01:00', body_site: 'thigh_left', private: true, note: 'a b' });
  const lines = [rec('symptom', { on: '2020-01-02', note: 'dose' }), one].map((line) => lineOf(line)).join('\n');
  assert.deepEqual(dosesInOutline(lines), [{ id: one.id, at: '2020-01-02T19:30', hidden: true, ids: ['thigh_left', 'm'] }]);
  assert.deepEqual(dosesInOutline(''), []);
});
