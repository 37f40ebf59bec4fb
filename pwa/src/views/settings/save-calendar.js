import { calendarFile } from '../../domain/calendar.js';
import { active } from '../../state/reminders.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';

/** Gives the reminders that are on as a file. It is made on this phone and goes nowhere else. */
export function saveCalendar() {
  const file = new Blob([calendarFile(active.value, new Date(), today.value)], { type: 'text/calendar' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'reminders.ics';
  link.click();
  // The browser reads the file after this; a minute is long enough for that.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  announce('The file is with your downloads. Open it to add the reminders to your calendar.');
}
