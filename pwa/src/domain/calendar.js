/**
 * Reminders as a calendar file (RFC 5545). Its times float: they mean the wall clock wherever the phone is, so
 * neither travel nor summer time moves them, and no table of time zones is needed.
 */
import { DAYS, comesOn, textOf, timesOf } from './reminder.js';

const OCTETS = 75;
const DAY_MS = 86_400_000;
const BYDAY = { mon: 'MO', tue: 'TU', wed: 'WE', thu: 'TH', fri: 'FR', sat: 'SA', sun: 'SU' };
const encoder = new TextEncoder();

/** @typedef {import('./reminder.js').Reminder} Reminder */

/**
 * @param {ReadonlyArray<Reminder>} reminders - those without a time are left out
 * @param {Date} now
 * @param {string} today - the first day an event may have, YYYY-MM-DD
 * @returns {string} lines of at most 75 octets, ended by CR LF
 */
export function calendarFile(reminders, now, today) {
  return calendarOf('Reminders', reminders.flatMap((one) => timesOf(one).map((time, nth) => eventOf(
    { ...one, time, id: nth === 0 ? one.id : `${one.id}-${nth}` }, now, today))));
}

/**
 * A whole file.
 * @param {string} what - names what made it
 * @param {readonly string[][]} events - each with its lines, not folded yet
 */
export function calendarOf(what, events) {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Limber//${what}//EN`, 'CALSCALE:GREGORIAN', ...events.flat(), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** When an event was written; the number grows with every file, so that a calendar takes the newer one for newer. @param {Date} now */
export const stamps = (now) => [
  `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
  `SEQUENCE:${Math.max(0, Math.floor((now.getTime() - Date.UTC(2026, 0, 1)) / 60_000))}`,
];

/** @param {Reminder} reminder @param {Date} now @param {string} today */
function eventOf(reminder, now, today) {
  const text = escaped(textOf(reminder));
  return [
    'BEGIN:VEVENT',
    `UID:${reminder.id}@limber.invalid`,
    ...stamps(now),
    `DTSTART:${firstDay(reminder, today).replaceAll('-', '')}T${(reminder.time ?? '').replace(':', '')}00`,
    'DURATION:PT10M',
    `RRULE:${ruleOf(reminder)}`,
    `SUMMARY:${text}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:PT0S', `DESCRIPTION:${text}`, 'END:VALARM',
    'END:VEVENT',
  ];
}

/** @param {Reminder} reminder */
function ruleOf({ days }) {
  const chosen = DAYS.filter((day) => days?.includes(day));
  return chosen.length === 0 || chosen.length === DAYS.length ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${chosen.map((day) => BYDAY[day]).join(',')}`;
}

/** The first day from today on which it comes: the rule must hold for the start as well. @param {Reminder} reminder @param {string} today */
function firstDay(reminder, today) {
  const week = DAYS.map((_, ahead) => new Date(Date.parse(`${today}T12:00:00Z`) + ahead * DAY_MS).toISOString().slice(0, 10));
  return week.find((on) => comesOn(reminder, on)) ?? today;
}

/** TEXT as the format wants it; control characters have no place in it. @param {string} text */
export function escaped(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');
}

/**
 * Cuts a line after at most 75 octets of UTF-8, never inside a character. A continued line begins with a space,
 * which counts.
 * @param {string} line
 */
export function folded(line) {
  const rows = [''];
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > OCTETS) {
      rows.push('');
      octets = 1;
    }
    rows[rows.length - 1] += sign;
    octets += size;
  }
  return rows.join('\r\n ');
}
