/** The clocks that change, flights, and zones: what was lived stays as it was lived. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { alreadyTaken, dueNow, slotsOn } from '../../pwa/src/domain/dose.js';
import { newerFirst } from '../../pwa/src/domain/newest.js';
import { lived, nowParts } from '../../pwa/src/domain/time.js';
import { instantOf } from '../../pwa/src/ui/instant.js';

const home = process.env.TZ;
/** Node takes a new zone at once, as a phone does after landing. */
const land = (zone) => { process.env.TZ = zone; };
afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

const instant = ({ at }) => new Date(at).toISOString();
const medicine = { id: 'm', kind: 'medicine', body: { name: 'Baclofen', regimen: { times: ['02:30'], from_on: '2026-03-01' } } };
const dose = (id, at, slot = null) => ({ id, kind: 'dose', body: { medicine_id: 'm', status: 'taken', at, on: at.slice(0, 10), slot } });

test('F42 half past two in the repeated hour is two instants with one wall clock, and both are shown in order', () => {
  const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) => lived(new Date(at), 'Europe/Berlin'));
  assert.equal(first.at.slice(0, 16), second.at.slice(0, 16));
  assert.equal(first.on, second.on);
  assert.notEqual(instant(first), instant(second));
  const entries = [first, second].map((when, id) => ({ id: String(id), kind: 'symptom', fop: {}, body: { ...when, severity_nrs: id } }));
  assert.deepEqual([...entries].sort(newerFirst).map(({ id }) => id), ['1', '0']);
});

test('F42 a time written by hand in the repeated hour is the first of the two', () => {
  land('Europe/Berlin');
  assert.equal(instantOf('2026-10-25', '02:30').at, '2026-10-25T02:30:00+02:00');
  assert.equal(instantOf('2026-10-25', '03:30').at, '2026-10-25T03:30:00+01:00');
});

test('F43 a time written by hand in the skipped hour is the moment the clocks showed an hour later', () => {
  land('Europe/Berlin');
  const written = instantOf('2026-03-29', '02:30');
  assert.equal(written.on, '2026-03-29');
  assert.equal(instant(written), '2026-03-29T01:30:00.000Z');
  assert.equal(lived(new Date(written.at), 'Europe/Berlin').at, '2026-03-29T03:30:00+02:00');
});

test('F43 a planned dose in the skipped hour is shown as planned, once, and answered once', () => {
  assert.deepEqual(slotsOn(medicine, '2026-03-29', []).map(({ slot }) => slot), ['2026-03-29T02:30']);
  const [due, ...more] = dueNow([medicine], [], '2026-03-29T03:31');
  assert.deepEqual([due.slot, more], ['2026-03-29T02:30', []]);
  const taken = dose('d', '2026-03-29T03:31:00+02:00', due.slot);
  assert.deepEqual(dueNow([medicine], [taken], '2026-03-29T03:40').map(({ doses }) => doses.length), [1]);
});

test('F43 in the repeated hour too the plan asks once', () => {
  const taken = dose('d', '2026-10-25T02:30:00+02:00', '2026-10-25T02:30');
  assert.deepEqual(dueNow([medicine], [taken], '2026-10-25T02:35').map(({ doses }) => doses.length), [1]);
});

test('F44 on a flight west one evening has two doses: each by its own date, none joined, and asked about once', () => {
  const evening = { ...medicine, body: { ...medicine.body, regimen: { times: ['20:00'], from_on: '2026-03-01' } } };
  const before = dose('d1', '2026-05-10T20:05:00+02:00', '2026-05-10T20:00');
  const after = dose('d2', '2026-05-10T20:10:00-04:00');
  assert.equal(slotsOn(evening, '2026-05-10', [before, after])[0].doses.length, 1);
  assert.deepEqual([before, after].map(({ body }) => body.on), ['2026-05-10', '2026-05-10']);
  assert.equal(alreadyTaken(evening, '2026-05-10T20:00', [before], Date.parse(after.body.at))?.id, 'd1');
  assert.equal(alreadyTaken(evening, '2026-05-11T20:00', [before, after], Date.parse('2026-05-11T20:00:00-04:00')), null);
});

test('F45 the zone changes while the app is open: new entries are of the new zone, old ones do not move', () => {
  land('Europe/Berlin');
  const old = nowParts();
  const kept = structuredClone(old);
  land('America/New_York');
  const fresh = nowParts();
  assert.deepEqual([old.tz, fresh.tz], ['Europe/Berlin', 'America/New_York']);
  assert.notEqual(old.at.slice(-6), fresh.at.slice(-6));
  assert.deepEqual(old, kept);
  assert.ok(Math.abs(Date.parse(fresh.at) - Date.parse(old.at)) < 60_000);
});
