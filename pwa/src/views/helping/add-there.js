/** What there is in somebody's diary that something can be added to. */
import { actsFor } from '../../domain/helping.js';
import { inUse } from '../../domain/medicine.js';
import { shelf } from '../../state/plans.js';
import { addDays } from '../../ui/dates.js';
import { planToday } from '../people/plan-words.js';
import { readingOf } from '../people/reading.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */
/** @typedef {import('../../state/people.js').Person} Person */

/** Visits before this are no longer talked about. */
const VISIT_DAYS = 14;

/** The person's own date. @param {Person} person @param {readonly Rec[]} records */
export const todayThere = (person, records) => readingOf(person, records).today;

/** Medicines in use. @param {readonly Rec[]} records @param {string} today @returns {Rec[]} */
export const medicinesThere = (records, today) => records.filter(({ kind, deleted, body }) => kind === 'medicine' && !deleted && inUse(body, today));

/** Visits to come and of the last two weeks, the nearest first. @param {readonly Rec[]} records @param {string} today @returns {Rec[]} */
export function visitsThere(records, today) {
  const from = addDays(today, -VISIT_DAYS);
  return records.filter(({ kind, deleted, body }) => kind === 'appointment' && !deleted && body.at && body.at.slice(0, 10) >= from)
    .sort((a, b) => (a.body.at < b.body.at ? -1 : 1));
}

/** Today's plan, while it waits to be done; else null. @param {Person} person @param {readonly Rec[]} records @param {string} today @returns {import('../people/plan-words.js').PlanDay | null} */
export function planThere(person, records, today) {
  const day = shelf.value && planToday(shelf.value, records, { read: person.read, today });
  return day?.state === 'planned' ? day : null;
}

/** What may be added now, the usual things first. @param {Person} person @param {readonly Rec[]} records */
export function actsThere(person, records) {
  const today = todayThere(person, records);
  return actsFor(person, {
    medicines: medicinesThere(records, today).length > 0,
    visit: visitsThere(records, today).length > 0,
    plan: planThere(person, records, today) !== null,
  });
}
