/** Words about a visit. Pure. */
import { dayOf } from '../../domain/appointment.js';
import { clockTime, dayName, daysBetween } from '../../ui/dates.js';

/** @typedef {import('../../domain/appointment.js').Appointment} Appointment */

/** @param {Appointment} body @returns {string} "Dr Meier", else "Next visit" or "A visit" */
export const visitTitle = (body) => body.who || (dayOf(body) ? 'A visit' : 'Next visit');

/**
 * @param {Appointment} body
 * @param {string} today
 * @returns {string} "Tomorrow, 10:30"
 */
export function visitWhen(body, today) {
  const on = dayOf(body);
  if (!on) return 'No day yet';
  const day = daysBetween(today, on) === 1 ? 'Tomorrow' : dayName(on, today);
  return body.at ? `${day}, ${clockTime(body.at)}` : day;
}

/** @param {number} count @returns {string} "3 questions", or empty for none */
export const questionCount = (count) => (count === 0 ? '' : count === 1 ? '1 question' : `${count} questions`);

/**
 * @param {Appointment} body
 * @param {string} today
 */
export function visitLine(body, today) {
  return [visitWhen(body, today), questionCount(body.questions?.length ?? 0), body.private ? 'only for me' : ''].filter(Boolean).join(' · ');
}
