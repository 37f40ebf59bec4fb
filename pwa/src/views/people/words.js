/** What a caregiver reads, built from the granted scopes alone. Pure; counts and tells, never judges. */

import { coarseTime, daysAgo, dayTitle, listWords, localDay, whenWords } from './when.js';

/**
 * @typedef {object} Place
 * @property {string} region
 * @property {string | null} [side]
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} kind
 * @property {Record<string, any>} body
 * @property {boolean} [deleted]
 * @property {{account?: string | null, name?: string | null} | null} [author]
 *
 * @typedef {object} Reading
 * @property {string} today - YYYY-MM-DD
 * @property {string[]} read - the granted scopes
 * @property {string} name - the diary's owner, as the share names them
 * @property {string | null} me - the reader's own account
 * @property {(place: Place) => string} placeLabel
 * @property {(symptom: string) => string} symptomLabel
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
const USUAL_DAYS = 28;
/** Fewer days than this say nothing about what is usual. */
const USUAL_AT_LEAST = 5;

const ENERGY = /** @type {Record<string, string>} */ ({
  usual: 'Energy as usual.', low: 'Energy low.', very_low: 'Energy very low.',
});

/**
 * @param {{pulledAt: string | null, until?: string | null}} person - pulledAt: when this device last fetched, ISO; until: the last day of the share
 * @param {Date} now
 * @returns {{text: string, stale: boolean, covered: boolean}} covered: nothing of it is shown until the server was reached
 */
export function updatedWords({ pulledAt, until = null }, now) {
  if (!pulledAt) return { text: 'Not fetched yet.', stale: true, covered: false };
  const moment = new Date(pulledAt);
  const age = now.getTime() - moment.getTime();
  const when = whenWords(moment, now);
  // A clock set back by more than a day says nothing about how long it was.
  const covered = age > COVERED_AFTER || age < -STALE_AFTER || (until !== null && dayAfter(until) < localDay(now));
  if (age <= STALE_AFTER && !covered) return { text: `Updated ${when}`, stale: false, covered };
  return { text: covered ? `Last updated ${when}.` : `Last updated ${when}. This may be old.`, stale: true, covered };
}

/** The last day of a share may still last where its person is. @param {string} on */
const dayAfter = (on) => new Date(Date.parse(`${on}T12:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10);

/**
 * The narrowest band that holds more than half of the days, so that "most days" is true.
 * @param {readonly Entry[]} entries @param {string} today
 * @returns {{low: number, high: number} | null} null under five days with a number
 */
export function usualBand(entries, today) {
  /** @type {Map<string, number>} */
  const worst = new Map();
  for (const { body } of entries.filter(isPain)) {
    const ago = daysAgo(body.on, today);
    if (body.severity_nrs == null || ago < 1 || ago > USUAL_DAYS) continue;
    worst.set(body.on, Math.max(worst.get(body.on) ?? 0, body.severity_nrs));
  }
  const days = [...worst.values()].sort((a, b) => a - b);
  if (days.length < USUAL_AT_LEAST) return null;
  const need = Math.floor(days.length / 2) + 1;
  let band = { low: days[0], high: days[need - 1] };
  for (let i = 1; i + need <= days.length; i += 1) {
    if (days[i + need - 1] - days[i] < band.high - band.low) band = { low: days[i], high: days[i + need - 1] };
  }
  return band;
}

/** @param {{low: number, high: number}} band */
export function bandWords({ low, high }) {
  return low === high ? `Most days ${low}.` : `Most days ${low} to ${high}.`;
}

/**
 * Today in words: a heading and its sentences.
 * @param {readonly Entry[]} entries every record of the person that this share shows @param {Reading} reading
 * @param {boolean} [stale] the copy is old, so that an empty day says nothing about the person
 * @returns {{title: string, lines: string[], empty: boolean}}
 */
export function todayWords(entries, reading, stale = false) {
  const seen = granted(entries, reading.read);
  const pain = newestFirst(seen.filter((e) => isPain(e) && e.body.on === reading.today));
  const lines = dayLines(seen, reading.today, reading, true);
  if (lines.length === 0) {
    return { title: stale ? 'Nothing from today has arrived here.' : 'Nothing noted today.', lines: [], empty: true };
  }
  const band = usualBand(seen, reading.today);
  const scores = pain.map((e) => e.body.severity_nrs).filter((n) => n != null);
  if (band && scores.length) lines.splice(1, 0, bandWords(band));
  return { title: todayTitle(pain, scores, band), lines, empty: false };
}

/** @param {readonly Entry[]} pain @param {number[]} scores newest first @param {{low: number, high: number} | null} band */
function todayTitle(pain, scores, band) {
  if (pain.some((e) => e.body.hard_day)) return 'A hard day';
  if (scores.length === 0 || !band) return 'Today';
  if (Math.max(...scores) >= band.high + 2) return 'A harder day than usual';
  // The highest number decides, so a day that hurt more is never called an easy one.
  if (Math.max(...scores) <= band.low - 2) return 'Less pain than usual';
  return 'Much as usual';
}

/**
 * The days before today that have something to show, newest first. A day without anything is simply not there.
 * @param {readonly Entry[]} entries @param {Reading} reading @param {number} days how far back
 * @returns {DayWords[]}
 */
export function earlierDays(entries, reading, days = 14) {
  const seen = granted(entries, reading.read);
  const dates = new Set(seen.map((e) => e.body.on).filter((on) => {
    const ago = on ? daysAgo(on, reading.today) : 0;
    return ago > 0 && ago <= days;
  }));
  return [...dates].sort().reverse()
    .map((on) => ({ on, title: dayTitle(on, reading.today), lines: dayLines(seen, on, reading, false) }))
    .filter((day) => day.lines.length > 0);
}

/** @param {readonly Entry[]} entries already granted @param {string} on @param {Reading} reading @param {boolean} withTime */
function dayLines(entries, on, reading, withTime) {
  const day = entries.filter((e) => e.body.on === on);
  const symptoms = newestFirst(day.filter((e) => e.kind === 'symptom'));
  const lines = symptoms.map((e) => entryLine(e, reading, withTime)).filter(Boolean);
  const daily = day.find((e) => e.kind === 'daily' && e.body.energy);
  if (daily) lines.push(ENERGY[daily.body.energy] ?? '');
  return lines.filter(Boolean);
}

/** @param {Entry} entry @param {Reading} reading @param {boolean} withTime */
function entryLine({ body, author }, reading, withTime) {
  const what = entryWords(body, reading);
  if (!what) return '';
  const when = withTime ? coarseTime(body.at) : '';
  const where = placeWords(body.regions ?? [], reading.placeLabel);
  const first = when ? `${what} ${when}.` : `${what}.`;
  return [first, where && `${where}.`, byWords(author, reading)].filter(Boolean).join(' ');
}

/** @param {Record<string, any>} body @param {Reading} reading */
function entryWords(body, reading) {
  const symptom = body.symptom ?? 'pain';
  const word = symptom === 'pain' ? 'Pain' : reading.symptomLabel(symptom);
  if (body.severity_nrs === 0) return symptom === 'pain' ? 'No pain' : `${word} 0`;
  if (body.severity_nrs != null) return body.hard_day ? `Hard day, ${word.toLowerCase()} ${body.severity_nrs}` : `${word} ${body.severity_nrs}`;
  if (body.hard_day) return 'Hard day';
  return body.symptom ? word : '';
}

/** "Right hip and knee", the first letter large. @param {Place[]} places @param {(place: Place) => string} label */
export function placeWords(places, label) {
  const words = places.map(label).filter(Boolean).map((word) => word.charAt(0).toLowerCase() + word.slice(1));
  const side = ['right ', 'left '].find((one) => words.every((word) => word.startsWith(one)));
  // "Right hip and knee" only where every place is on that side.
  const text = listWords(side ? words.map((word, index) => (index ? word.slice(side.length) : word)) : words);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {Entry['author']} author @param {Reading} reading */
function byWords(author, { name, me }) {
  if (!author) return '';
  if (me && author.account === me) return 'Added by you.';
  return author.name && author.name !== name ? `Added by ${author.name}.` : '';
}

/** @param {Entry} entry */
function isPain({ kind, body }) {
  return kind === 'symptom' && (body.symptom ?? 'pain') === 'pain';
}

const SCOPE_OF = /** @type {Record<string, string>} */ ({ symptom: 'symptoms', daily: 'daily' });

/** A second lock: what the server should not have sent is not shown either. @param {readonly Entry[]} entries @param {string[]} read */
function granted(entries, read) {
  return entries.filter((e) => !e.deleted && read.includes(SCOPE_OF[e.kind] ?? ''));
}

/** @param {readonly Entry[]} entries */
function newestFirst(entries) {
  return [...entries].sort((a, b) => (Date.parse(b.body.at) || 0) - (Date.parse(a.body.at) || 0));
}
