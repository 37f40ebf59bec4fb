import assert from 'node:assert/strict';
import { test } from 'node:test';

import { planCalendar } from '../../pwa/src/domain/plan-calendar.js';
import { read } from './calendar-file.mjs';

const NOW = new Date('2026-11-21T08:15:30.250Z');
const ID = '0b6f6a3e-52d1-4a52-9d0c-5d1f7b9f2f10';
const DAYS = [{ on: '2026-11-22', minutes: 8 }, { on: '2026-11-23', minutes: 0 }, { on: '2026-11-24', minutes: 15 }];

test('each day of a plan is one private event by the wall clock that says nothing of health', () => {
  const { lines, events } = read(planCalendar({ id: ID, days: DAYS }, NOW));
  assert.deepEqual(lines.slice(0, 4), ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Limber//Plan//EN', 'CALSCALE:GREGORIAN']);
  assert.deepEqual(events[0], {
    UID: `${ID}.2026-11-22@limber.invalid`, DTSTAMP: '20261121T081530Z', SEQUENCE: String((324 * 24 + 8) * 60 + 15),
    DTSTART: '20261122T090000', DURATION: 'PT8M', SUMMARY: 'Limber', CLASS: 'PRIVATE', TRANSP: 'TRANSPARENT',
  });
  assert.deepEqual(events.map(({ DTSTART }) => DTSTART), ['20261122T090000', '20261124T090000'], 'a free day has none');
  assert.equal(events[1].DURATION, 'PT15M');
});

test('another time moves them, and a later file has the same names and a higher number', () => {
  const [one] = read(planCalendar({ id: ID, days: DAYS }, NOW)).events;
  const [two] = read(planCalendar({ id: ID, days: DAYS, time: '17:30' }, new Date(NOW.getTime() + 60_000))).events;
  assert.equal(two.DTSTART, '20261122T173000');
  assert.equal(two.UID, one.UID);
  assert.ok(Number(two.SEQUENCE) > Number(one.SEQUENCE));
});
