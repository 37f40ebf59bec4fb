/** One medicine as the person wrote it. Nothing here is computed with: a dose is text and stays text. Pure. */

/**
 * @typedef {object} Regimen - one field: always written whole, so that two phones never mix parts
 * @property {string | null} [name]
 * @property {string | null} [dose_text]
 * @property {string | null} [unit_text]
 * @property {string[] | null} [times] - HH:MM, sorted
 * @property {string[] | null} [days] - mon to sun; none means every day
 * @property {number | null} [every_days] - 2 to 90, in place of days
 * @property {string | null} [from_on] - the day every_days is counted from
 * @property {string | null} [route]
 *
 * @typedef {object} Medicine
 * @property {string | null} [class] - vocabulary id
 * @property {Regimen | null} [regimen]
 * @property {string | null} [started_on]
 * @property {string | null} [stopped_on]
 * @property {'better' | 'same' | 'worse' | 'unsure' | null} [effect]
 * @property {string[] | null} [side_effects]
 * @property {string | null} [note]
 * @property {boolean | null} [private]
 *
 * @typedef {{id: string, body: Record<string, any>}} Rec
 */

export const WEEKDAYS = Object.freeze(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

export const EVERY_DAYS = Object.freeze({ least: 2, most: 90 });
export const TIMES_MOST = 12;
export const NAME_MOST = 80;
export const DOSE_MOST = 60;

/** The ways the form offers; any other words are kept as they came. */
export const ROUTES = Object.freeze(['By mouth', 'Injection under the skin', 'Injection into the muscle', 'By drip', 'On the skin']);

const DAY_WORDS = /** @type {Record<string, string>} */ ({
  mon: 'Mondays', tue: 'Tuesdays', wed: 'Wednesdays', thu: 'Thursdays', fri: 'Fridays', sat: 'Saturdays', sun: 'Sundays',
});

const EMPTY = Object.freeze({
  name: null, dose_text: null, unit_text: null, times: [], days: [], every_days: null, from_on: null, route: null,
});

/**
 * The whole regimen with some of it changed.
 * @param {Regimen | null | undefined} regimen
 * @param {Partial<Regimen>} changed
 * @returns {Regimen}
 */
export function regimenWith(regimen, changed) {
  const next = { ...EMPTY, ...regimen, ...changed };
  // Fixed weekdays and a count of days are two answers to one question.
  if (changed.days?.length) Object.assign(next, { every_days: null, from_on: null });
  if (changed.every_days) next.days = [];
  return {
    ...next,
    times: [...new Set(next.times ?? [])].sort().slice(0, TIMES_MOST),
    days: WEEKDAYS.filter((day) => next.days?.includes(day)),
  };
}

/**
 * Whether it is taken on a day, as far as its first and last day say. The day of stopping is the first day without it.
 * @param {Record<string, any>} body
 * @param {string} on - YYYY-MM-DD
 */
export function inUse({ started_on, stopped_on }, on) {
  return (!started_on || started_on <= on) && (!stopped_on || on < stopped_on);
}

/**
 * Whether the person injects it themselves, so that a body site is worth keeping.
 * @param {Record<string, any>} body
 */
export function injects(body) {
  if (body.class === 'interferon_beta') return true;
  // Given by a clinic into a tight muscle: no rotation of sites.
  if (body.class === 'botulinum_toxin') return false;
  return /inject|under the skin|into the muscle/i.test(body.regimen?.route ?? '');
}

/**
 * "Baclofen", or the class in words where no name is given.
 * @param {Record<string, any>} body
 * @param {(id: string) => string} classWord
 */
export function medicineTitle(body, classWord) {
  return body.regimen?.name || (body.class ? classWord(body.class) : 'A medicine without a name');
}

/** "10 mg", as typed. @param {Regimen | null | undefined} regimen */
export function doseText(regimen) {
  return [regimen?.dose_text, regimen?.unit_text].filter(Boolean).join(' ');
}

/**
 * "Every day, 08:00 and 20:00"; "Fridays, 19:30"; "Every other day"; "When needed" where no time and no day is given.
 * @param {Regimen | null | undefined} regimen
 */
export function rhythmText(regimen) {
  const times = listed(regimen?.times ?? []);
  const days = daysText(regimen);
  if (!times && !days) return 'When needed';
  return [days || 'Every day', times].filter(Boolean).join(', ');
}

/** @param {Regimen | null | undefined} regimen */
function daysText(regimen) {
  const every = regimen?.every_days;
  if (every === 2) return 'Every other day';
  if (every === 7) return 'Once a week';
  if (every) return every % 7 ? `Every ${every} days` : `Every ${every / 7} weeks`;
  const days = WEEKDAYS.filter((day) => regimen?.days?.includes(day));
  if (days.length === WEEKDAYS.length) return 'Every day';
  if (days.join() === WEEKDAYS.slice(0, 5).join()) return 'Mondays to Fridays';
  return listed(days.map((day) => DAY_WORDS[day]));
}

/** "a, b and c". @param {readonly string[]} parts */
function listed(parts) {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
