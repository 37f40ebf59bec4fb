/** Which days a report is of. Pure. */
import { dayOf } from '../appointment.js';
import { daysFrom, plusDays } from './words.js';

/** @typedef {'visit' | '30' | '90' | 'own'} Span */

/** The server makes no report of more days. */
const DAYS_MOST = 4000;

/** The day of the last visit, which is where "since the last visit" begins. @param {readonly {body: any}[]} visits @param {string} today @returns {string | null} */
export const lastVisit = (visits, today) => visits.map(({ body }) => dayOf(body)).filter((on) => on !== null && on < today).sort().at(-1) ?? null;

/**
 * @param {{span: Span, first: string, last: string}} choice
 * @param {string} today @param {string | null} visit
 * @returns {{first: string, last: string} | null} null: these dates are no period
 */
export function periodOf({ span, first, last }, today, visit) {
  if (span === 'own') return isDay(first) && isDay(last) && first <= last && daysFrom(first, last) < DAYS_MOST ? { first, last } : null;
  if (span === 'visit' && visit && daysFrom(visit, today) < DAYS_MOST) return { first: visit, last: today };
  return { first: plusDays(today, span === '30' ? -29 : -89), last: today };
}

/** A year that is still being typed is no day yet. @param {string} text */
const isDay = (text) => /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
