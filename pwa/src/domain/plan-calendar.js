/** The days of a plan as a calendar file (RFC 5545): one private event a day that says nothing of what it is for. */
import { calendarOf, stamps } from './calendar.js';

export const PLAN_TIME = '09:00';
const TITLE = 'Limber';

/**
 * @param {{id: string, days: ReadonlyArray<{on: string, minutes: number}>, time?: string}} plan - id names the events, so that a
 *   later file changes them; time: the wall clock's, wherever the phone is; days without minutes have no event
 * @param {Date} now
 * @returns {string} lines of at most 75 octets, ended by CR LF
 */
export function planCalendar({ id, days, time = PLAN_TIME }, now) {
  return calendarOf('Plan', days.filter(({ minutes }) => minutes > 0).map(({ on, minutes }) => [
    'BEGIN:VEVENT',
    `UID:${id}.${on}@limber.invalid`,
    ...stamps(now),
    `DTSTART:${on.replaceAll('-', '')}T${time.replace(':', '')}00`,
    `DURATION:PT${Math.max(1, Math.round(minutes))}M`,
    `SUMMARY:${TITLE}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]));
}
