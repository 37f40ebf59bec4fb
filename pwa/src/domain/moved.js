/** What was done: one session, how it was later, and whether to ask about it once more. Pure. */

/**
 * @typedef {Record<string, any>} Body
 * @typedef {{movement: string, outcome: 'done' | 'part' | 'skipped' | 'stopped', position?: string, reps?: number, hold_s?: number, seconds?: number}} Row
 */

/** How a session felt, in words; the id is what is stored. */
export const FELT = Object.freeze([{ id: 'easier', label: 'Easier' }, { id: 'same', label: 'Same' }, { id: 'worse', label: 'Worse' }]);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A pain of these hours after a session says how it was after two. */
const AFTER_MS = Object.freeze([1.5 * HOUR_MS, 4 * HOUR_MS]);
const ASKED_UNTIL_MS = 24 * HOUR_MS;
/** What is morning, by the clock as it was lived. */
const MORNING = Object.freeze(['04:00', '12:00']);

/** Rows of a session that were begun. @param {Body} body @returns {Row[]} */
export const begun = ({ done }) => (done ?? []).filter((/** @type {Row} */ { outcome }) => outcome !== 'skipped');

/** Rows that count: done, whole or in part. @param {Body} body @returns {Row[]} */
export const moved = (body) => begun(body).filter(({ outcome }) => outcome !== 'stopped');

/** Whether it was ended before its end. @param {Body} body */
export const stoppedEarly = ({ done }) => (done ?? []).some((/** @type {Row} */ { outcome }) => outcome === 'stopped');

/** When it was over. @param {Body} body - `at` is when it began @returns {number} ms; NaN where nobody knows */
export const endMs = ({ at, minutes }) => Date.parse(at ?? '') + (minutes ?? 0) * MINUTE_MS;

/** Whether an entry says how strong pain was at one moment. @param {Body} entry */
const isMoment = ({ symptom, severity_nrs: nrs, at, until_on: until }) => (symptom ?? 'pain') === 'pain' && typeof nrs === 'number' && Boolean(at) && !until;

/**
 * What the person logged some two hours after a session, and first on the morning after it. Never guessed.
 * @param {Body} session
 * @param {readonly Body[]} entries - symptoms, in any order
 * @returns {{pain_2h_nrs: number | null, next_morning_nrs: number | null}} 0 to 10; null: nothing was logged then
 */
export function laterNumbers(session, entries) {
  const end = endMs(session);
  const [from, to] = AFTER_MS;
  const pains = entries.filter(isMoment).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const after = pains.find(({ at }) => Date.parse(at) - end >= from && Date.parse(at) - end <= to);
  const clock = (/** @type {Body} */ { at }) => at.slice(11, 16);
  const morning = pains.find((one) => one.on === dayAfter(session.on) && clock(one) >= MORNING[0] && clock(one) < MORNING[1]);
  return { pain_2h_nrs: after?.severity_nrs ?? null, next_morning_nrs: morning?.severity_nrs ?? null };
}

/** @param {string | undefined} on - a date */
function dayAfter(on) {
  return on ? new Date(Date.parse(`${on}T12:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10) : null;
}

/**
 * The session to ask about once more: the newest of a day, when something was logged since it had time to settle.
 * @template {{id: string, body: Body}} R
 * @param {readonly R[]} sessions
 * @param {readonly Body[]} entries - symptoms
 * @param {number} now - ms
 * @param {string | null} putAway - the id "Not now" was said to
 * @returns {R | null}
 */
export function toAskAgain(sessions, entries, now, putAway) {
  const [settled] = AFTER_MS;
  const over = sessions.filter(({ body }) => endMs(body) <= now);
  const last = over.reduce((/** @type {R | null} */ best, one) => (best && endMs(best.body) >= endMs(one.body) ? best : one), null);
  if (!last || last.id === putAway || last.body.felt_later || begun(last.body).length === 0) return null;
  const end = endMs(last.body);
  const logged = entries.some(({ at }) => Date.parse(at ?? '') >= end + settled && Date.parse(at ?? '') <= now);
  return logged && now - end <= ASKED_UNTIL_MS ? last : null;
}
