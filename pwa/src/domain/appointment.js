/** Visits and what to ask there. Absent and null mean "not said". Pure: the moment comes in. */

/**
 * @typedef {object} Appointment
 * @property {string | null} [at] - instant with offset; null where only the day is known
 * @property {string | null} [on] - the person's own date; null for "next visit", whenever it is
 * @property {string | null} [tz]
 * @property {string | null} [who] - up to 80 characters
 * @property {string[] | null} [questions] - up to 40 of 300 characters
 * @property {boolean | null} [take_report]
 * @property {string | null} [agreed] - up to 2000 characters
 * @property {boolean | null} [private]
 * @property {string | null} [note]
 *
 * @typedef {{id: string, body: Appointment}} Visit
 * @typedef {{ms: number, today: string, hour: number}} Moment - now: milliseconds, the person's date, the hour of their clock
 */

export const WHO_MOST = 80;
export const QUESTION_MOST = 300;
export const QUESTIONS_MOST = 40;
export const AGREED_MOST = 2000;

/** The evening before, a visit comes in sight. */
const EVENING = 17;
const DAY_MS = 86_400_000;

/** @param {Appointment} body @returns {string | null} its date, "YYYY-MM-DD" */
export const dayOf = ({ on, at }) => on ?? at?.slice(0, 10) ?? null;

/** @param {Appointment} body @param {Moment} now - a visit of a day without a time is over when the day is */
export function isOver(body, now) {
  if (body.at) return Date.parse(body.at) <= now.ms;
  const on = dayOf(body);
  return on !== null && on < now.today;
}

/**
 * Visits to come, the soonest first and those without a day last; and those that were, the latest first.
 * @template {Visit} T
 * @param {ReadonlyArray<T>} visits
 * @param {Moment} now
 * @returns {{coming: T[], past: T[]}}
 */
export function parted(visits, now) {
  const key = (/** @type {T} */ { body }) => body.at ? Date.parse(body.at) : Date.parse(`${dayOf(body) ?? '9999-12-31'}T12:00:00Z`);
  const sorted = [...visits].sort((a, b) => key(a) - key(b));
  return { coming: sorted.filter(({ body }) => !isOver(body, now)), past: sorted.filter(({ body }) => isOver(body, now)).reverse() };
}

/**
 * The visit a question goes to. One from a private entry goes to a private visit alone, so that nothing of it reaches others.
 * @template {Visit} T
 * @param {ReadonlyArray<T>} visits
 * @param {{secret: boolean, now: Moment}} how
 * @returns {T | null} null: one without a day has to be made for it
 */
export function visitFor(visits, { secret, now }) {
  const { coming } = parted(visits, now);
  return coming.find(({ body }) => (body.private === true) === secret && (body.questions ?? []).length < QUESTIONS_MOST) ?? null;
}

/**
 * The coming visit at which a text is asked already. What a private entry asks counts only where it is private too.
 * @template {Visit} T
 * @param {ReadonlyArray<T>} visits
 * @param {{text: string, secret: boolean, now: Moment}} how
 * @returns {T | null}
 */
export function askedAt(visits, { text, secret, now }) {
  return parted(visits, now).coming.find(({ body }) => (!secret || body.private === true) && body.questions?.includes(text)) ?? null;
}

/** @param {string} text @returns {string} as much of it as a question holds */
export const asQuestion = (text) => [...text.trim()].slice(0, QUESTION_MOST).join('');

/**
 * The visit in sight on the first screen: from the evening before until it has been, then until its day ends.
 * @template {Visit} T
 * @param {ReadonlyArray<T>} visits
 * @param {Moment} now
 * @returns {{visit: T, when: 'tomorrow' | 'today' | 'after'} | null}
 */
export function inSight(visits, now) {
  const { coming, past } = parted(visits, now);
  const tomorrow = new Date(Date.parse(`${now.today}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  const soon = coming.find(({ body }) => dayOf(body) === now.today);
  if (soon) return { visit: soon, when: 'today' };
  const after = past.find(({ body }) => dayOf(body) === now.today && !body.agreed);
  if (after) return { visit: after, when: 'after' };
  const next = now.hour >= EVENING ? coming.find(({ body }) => dayOf(body) === tomorrow) : undefined;
  return next ? { visit: next, when: 'tomorrow' } : null;
}

/**
 * A text put in the place of another; an empty one takes it out.
 * @param {ReadonlyArray<string>} questions
 * @param {number} at - from 0; the length of the list adds at its end
 * @param {string | null} text
 */
export function replaced(questions, at, text) {
  const kept = text && asQuestion(text);
  return [...questions.slice(0, at), ...(kept ? [kept] : []), ...questions.slice(at + 1)];
}
