/** Words for reminders. Pure. */
import { DAYS } from '../../domain/reminder.js';
import { dayName } from '../../ui/dates.js';

export const DAY_CHIPS = [
  { id: 'mon', label: 'Monday' }, { id: 'tue', label: 'Tuesday' }, { id: 'wed', label: 'Wednesday' }, { id: 'thu', label: 'Thursday' },
  { id: 'fri', label: 'Friday' }, { id: 'sat', label: 'Saturday' }, { id: 'sun', label: 'Sunday' },
];

/** "Every day", "Monday and Friday", "Off". @param {import('../../domain/reminder.js').Reminder} reminder */
export function daysWords({ days, on }) {
  if (on === false) return 'Off';
  const chosen = DAY_CHIPS.filter(({ id }) => days?.includes(id)).map(({ label }) => label);
  if (chosen.length === 0 || chosen.length === DAYS.length) return 'Every day';
  return chosen.length === 1 ? chosen[0] : `${chosen.slice(0, -1).join(', ')} and ${chosen.at(-1)}`;
}

/** @param {{from: string, to: string} | null} hours */
export const quietWords = (hours) => (hours ? `${hours.from} to ${hours.to}` : 'None');

/** @param {string} until - the first date they come again @param {string} today */
export const pauseWords = (until, today) => `Paused. They come again on ${dayName(until, today)}.`;
