/** What a caregiver reads first, built from the granted scopes alone. Pure; counts and tells, never judges. */
import { granted } from '../../domain/granted.js';
import { bandOf, bandWords, beside } from './band.js';
import { dailyLines, doseLines } from './daily-words.js';
import { entryLine, isPain, isTheirWord, newestFirst } from './entry-words.js';
import { daysAgo, dayTitle, localDay, whenWords } from './when.js';

/**
 * @typedef {import('./band.js').Band} Band
 * @typedef {import('./entry-words.js').Entry} Entry
 * @typedef {import('./entry-words.js').Reading} Reading
 *
 * @typedef {object} DayWords
 * @property {string} on
 * @property {string} title
 * @property {string[]} lines
 */

const HOUR_MS = 3_600_000;
/** A day: after it a copy may no longer show how things are. */
const STALE_AFTER = 24 * HOUR_MS;
/** Two weeks without the server: the copy is covered until it can be checked that it is still shared. */
const COVERED_AFTER = 14 * 24 * HOUR_MS;
const EARLIER_DAYS = 14;

/**
 * @param {{pulledAt: string | null, until?: string | null}} person - pulledAt: when this device last fetched, ISO; until: the last day of the share
 * @param {Date} now
 * @returns {{text: string, stale: boolean, covered: boolean, ofToday: boolean}} covered: nothing of it is shown until the server was reached; ofToday: fetched on this day
 */
export function updatedWords({ pulledAt, until = null }, now) {
  if (!pulledAt) return { text: 'Not fetched yet.', stale: true, covered: false, ofToday: false };
  const moment = new Date(pulledAt);
  const age = now.getTime() - moment.getTime();
  const when = whenWords(moment, now);
  const ofToday = localDay(moment) === localDay(now);
  // A clock set back by more than a day says nothing about how long it was.
  const covered = age > COVERED_AFTER || age < -STALE_AFTER || (until !== null && dayAfter(until) < localDay(now));
  if (age <= STALE_AFTER && !covered) return { text: `Updated ${when}`, stale: false, covered, ofToday };
  return { text: covered ? `Last updated ${when}.` : `Last updated ${when}. This may be old.`, stale: true, covered, ofToday };
}

/** The last day of a share may still last where its person is. @param {string} on */
const dayAfter = (on) => new Date(Date.parse(`${on}T12:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10);

/**
 * What pain is usual, by the person's own word.
 * @param {readonly Entry[]} seen - granted @param {Reading} reading
 * @returns {Band | null}
 */
export function usualPain(seen, reading) {
  const scores = seen.filter((one) => isPain(one) && one.body.severity_nrs != null && isTheirWord(one, reading));
  return bandOf(scores.map(({ body }) => [body.on, body.severity_nrs]), reading.today);
}

/**
 * Today in words: a heading and its sentences.
 * @param {readonly Entry[]} entries - every record of the person that this share shows
 * @param {Reading} reading
 * @param {boolean} [old] - the copy is not of today, so that an empty day says nothing about the person
 * @returns {{title: string, lines: string[], empty: boolean}}
 */
export function todayWords(entries, reading, old = false) {
  const seen = granted(entries, reading.read);
  const pain = newestFirst(seen.filter((one) => isPain(one) && one.body.on === reading.today));
  const lines = dayLines(seen, reading.today, reading, true, bandLine(seen, pain, reading));
  if (lines.length === 0) {
    // Never that nothing was written: what is not shared leaves no trace.
    return { title: old ? 'Nothing from today has arrived here.' : 'Nothing here from today yet.', lines: [], empty: true };
  }
  const band = usualPain(seen, reading);
  return { title: todayTitle(pain, scoresOf(pain, reading), band), lines, empty: false };
}

/** What is weighed: the numbers the person gave or said yes to. @param {readonly Entry[]} pain @param {Reading} reading @returns {number[]} */
const scoresOf = (pain, reading) => pain.filter((one) => isTheirWord(one, reading)).map(({ body }) => body.severity_nrs).filter((n) => n != null);

/** @param {readonly Entry[]} seen @param {readonly Entry[]} pain - of today @param {Reading} reading */
function bandLine(seen, pain, reading) {
  const band = usualPain(seen, reading);
  return band && scoresOf(pain, reading).length > 0 ? bandWords(band) : '';
}

/** @param {readonly Entry[]} pain @param {number[]} scores @param {Band | null} band */
function todayTitle(pain, scores, band) {
  if (pain.some((e) => e.body.hard_day)) return 'A hard day';
  if (scores.length === 0 || !band) return 'Today';
  // The highest number decides, so a day that hurt more is never called an easy one.
  const how = beside(Math.max(...scores), band);
  if (how === 'more') return 'A harder day than usual';
  return how === 'less' ? 'Less pain than usual' : 'Much as usual';
}

/**
 * One line for the card of a person.
 * @param {{title: string, lines: string[]}} words - see todayWords
 */
export const verdict = ({ title, lines }) => (title === 'Today' ? lines[0] : title);

/**
 * The days before today that have something to show, newest first. A day without anything is simply not there.
 * @param {readonly Entry[]} entries @param {Reading} reading @param {number} days how far back
 * @returns {DayWords[]}
 */
export function earlierDays(entries, reading, days = EARLIER_DAYS) {
  const seen = granted(entries, reading.read);
  const dates = new Set(seen.map((e) => e.body.on).filter((on) => {
    const ago = on ? daysAgo(on, reading.today) : 0;
    return ago > 0 && ago <= days;
  }));
  return [...dates].sort().reverse()
    .map((on) => ({ on, title: dayTitle(on, reading.today), lines: dayLines(seen, on, reading, false) }))
    .filter((day) => day.lines.length > 0);
}

/** Pain comes first, with what is usual of it. @param {readonly Entry[]} seen @param {string} on @param {Reading} reading @param {boolean} isToday @param {string} [band] */
function dayLines(seen, on, reading, isToday, band = '') {
  const symptoms = newestFirst(seen.filter((one) => one.kind === 'symptom' && one.body.on === on));
  const [first, ...pain] = symptoms.filter(isPain).map((one) => entryLine(one, reading, isToday));
  const others = symptoms.filter((one) => !isPain(one)).map((one) => entryLine(one, reading, isToday));
  return [first ?? '', band, ...pain, ...others, ...dailyLines(seen, on, reading, !isToday), ...(isToday ? doseLines(seen, reading) : [])].filter(Boolean);
}
