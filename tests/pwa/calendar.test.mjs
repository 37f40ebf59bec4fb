import assert from 'node:assert/strict';
import { test } from 'node:test';

import { calendarFile, escaped, folded } from '../../pwa/src/domain/calendar.js';
import { read, size } from './calendar-file.mjs';

const NOW = new Date('2026-11-21T08:15:30.250Z');
const TODAY = '2026-11-21';

function unescaped(value) {
  assert.ok(!/(^|[^\\])(\\\\)*[;,]/.test(value), `bare sign in ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));
}

test('a reminder is an event that repeats by the wall clock and rings', () => {
  const { lines, events } = read(calendarFile([
    { id: '0b6f6a3e-52d1-4a52-9d0c-5d1f7b9f2f10', time: '08:05' },
    { id: 'week', time: '21:00', days: ['wed', 'mon'], text: 'Drink; rest, breathe' },
    { id: 'none' },
  ], NOW, TODAY));
  assert.deepEqual(lines.slice(0, 4), ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Limber//Reminders//EN', 'CALSCALE:GREGORIAN']);
  assert.equal(events.length, 2);
  assert.deepEqual(events[0], {
    UID: '0b6f6a3e-52d1-4a52-9d0c-5d1f7b9f2f10@limber.invalid',
    DTSTAMP: '20261121T081530Z',
    SEQUENCE: String((324 * 24 + 8) * 60 + 15),
    DTSTART: '20261121T080500',
    DURATION: 'PT10M',
    RRULE: 'FREQ=DAILY',
    SUMMARY: 'Time for your check-in',
    CLASS: 'PRIVATE',
    TRANSP: 'TRANSPARENT',
    alarm: { ACTION: 'DISPLAY', TRIGGER: 'PT0S', DESCRIPTION: 'Time for your check-in' },
  });
  assert.equal(events[1].RRULE, 'FREQ=WEEKLY;BYDAY=MO,WE');
  assert.equal(events[1].DTSTART, '20261123T210000', 'the first Monday, since the start must fit the rule');
  assert.equal(events[1].SUMMARY, 'Drink\\; rest\\, breathe');
});

test('a break from sitting is an event for each of its times, under names that stay', () => {
  const sit = { id: 'sit', time: '09:00', every: 90, until: '12:30', days: ['mon'] };
  const { events } = read(calendarFile([sit], NOW, TODAY));
  assert.deepEqual(events.map(({ UID, DTSTART }) => [UID, DTSTART.slice(9)]), [
    ['sit@limber.invalid', '090000'], ['sit-1@limber.invalid', '103000'], ['sit-2@limber.invalid', '120000']]);
  assert.ok(events.every(({ RRULE, SUMMARY }) => RRULE === 'FREQ=WEEKLY;BYDAY=MO' && SUMMARY === 'Time for a change'));
});

test('a later file is the newer one, with the same names', () => {
  const one = read(calendarFile([{ id: 'a', time: '08:00' }], NOW, TODAY)).events[0];
  const two = read(calendarFile([{ id: 'a', time: '09:00' }], new Date(NOW.getTime() + 60_000), TODAY)).events[0];
  assert.equal(one.UID, two.UID);
  assert.ok(Number(two.SEQUENCE) > Number(one.SEQUENCE));
});

test('no text breaks the file, whatever it is made of', () => {
  const signs = ['a', ' ', ',', ';', '\\', ':', '"', '\n', '\r\n', '\r', '\t', '\u0000', '\u007f', 'é', 'ß', '漢', '🦩', '👩🏽‍🦽', '\u2028', 'BEGIN:VEVENT', '\nEND:VCALENDAR\n'];
  let seed = 7;
  const dice = (most) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 2000; round += 1) {
    const text = Array.from({ length: dice(60) }, () => signs[dice(signs.length)]).join('');
    const { events } = read(calendarFile([{ id: 'fuzz', time: '08:00', text }], NOW, TODAY));
    assert.equal(events.length, 1, JSON.stringify(text));
    const wanted = text.trim() ? text.trim().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ') : 'Time for your check-in';
    assert.equal(unescaped(events[0].SUMMARY), wanted);
    assert.equal(events[0].alarm.DESCRIPTION, events[0].SUMMARY);
  }
});

test('lines are cut at 75 octets exactly, and nowhere sooner', () => {
  for (const sign of ['a', 'é', '漢', '🦩']) {
    const line = sign.repeat(100);
    const rows = folded(line).split('\r\n');
    assert.equal(rows.map((row, at) => (at ? row.slice(1) : row)).join(''), line);
    for (const row of rows.slice(0, -1)) assert.ok(size(row) <= 75 && size(row) > 75 - size(sign), `${size(row)}`);
  }
  assert.equal(folded('a'.repeat(75)), 'a'.repeat(75));
  assert.equal(escaped('a\\b'), 'a\\\\b');
});
