/** Words for reminders. Pure. */
import { DAYS } from '../../domain/reminder.js';
import { dayName } from '../../ui/dates.js';

export const DAY_CHIPS = [
  { id: 'mon', label: 'Monday' }, { id: 'tue', label: 'Tuesday' }, { id: 'wed', label: 'Wednesday' }, { id: 'thu', label: 'Thursday' },
  { id: 'fri', label: 'Friday' }, { id: 'sat', label: 'Saturday' }, { id: 'sun', label: 'Sunday' },
];

/** "Every day", "Monday and Friday", "Every day, every hour until 18:00", "Off". @param {import('../../domain/reminder.js').Reminder} reminder */
export function daysWords({ days, on, every, until }) {
  if (on === false) return 'Off';
  const again = every && until ? `, ${everyWords(every).toLowerCase()} until ${until}` : '';
  const chosen = DAY_CHIPS.filter(({ id }) => days?.includes(id)).map(({ label }) => label);
  if (chosen.length === 0 || chosen.length === DAYS.length) return again ? `Every day${again}` : 'Every day';
  return `${chosen.length === 1 ? chosen[0] : `${chosen.slice(0, -1).join(', ')} and ${chosen.at(-1)}`}${again}`;
}

/** @param {number} minutes */
export const everyWords = (minutes) => (minutes === 60 ? 'Every hour' : `Every ${minutes} minutes`);

/** @param {{from: string, to: string} | null} hours */
export const quietWords = (hours) => (hours ? `${hours.from} to ${hours.to}` : 'None');

/** @param {string} until - the first date they come again @param {string} today */
export const pauseWords = (until, today) => `Paused. They come again on ${dayName(until, today)}.`;
