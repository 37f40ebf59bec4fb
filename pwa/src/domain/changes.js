/** What is new and what is worse than a person's own usual. The same as backend/domain/changes.py. */
import { DIARY_KNOWN_DAYS, RISE, STRONG, USUAL_DAYS, daysBack, isPain, median, regionsOf, within } from './history.js';

/** @typedef {import('./history.js').Body} Body */
/** @typedef {import('./facts.js').Known} Known */

const SPASMS = ['0', '1_2', '3_5', '6_plus', 'most_of_day'];

/** @param {Known} known @param {'symptoms' | 'dailies' | 'moods'} name @returns {readonly Body[]} */
export const past = (known, name) => known.past?.[name] ?? [];

/** What was logged before, with the one of today once. @param {Known} known @param {'symptoms' | 'dailies' | 'moods'} name @param {'entry' | 'day' | 'mood'} ofToday @returns {Body[]} */
export function withToday(known, name, ofToday) {
  const now = known[ofToday];
  if (!now) return [...past(known, name)];
  if (ofToday === 'entry') return [...past(known, name), now];
  return [...past(known, name).filter(({ on }) => on !== known.today), { ...now, on: known.today }];
}

/**
 * Regions not logged in 28 days on that side, or 2 above the own median there, or 8 and more.
 * @param {Body} entry
 * @param {readonly Body[]} symptoms
 * @param {string} today
 * @returns {string[]}
 */
export function changedPlaces(entry, symptoms, today) {
  if (!isPain(entry)) return regionsOf(entry);
  const nrs = entry.severity_nrs ?? null;
  const recent = symptoms.filter((one) => isPain(one) && within(one.on, today, USUAL_DAYS));
  const changed = (entry.regions ?? []).filter((/** @type {Body} */ place) => {
    const there = recent.filter((one) => knows(one, place));
    const usual = median(numbersOf(there));
    return there.length === 0 || (nrs !== null && (nrs >= STRONG || (usual !== null && nrs - usual >= RISE)));
  });
  return [...new Set(changed.map((/** @type {Body} */ { region }) => region))];
}

/** Whether an entry named a place on its side; "both" holds left and right, not the other way round. @param {Body} entry @param {Body} place */
const knows = (entry, place) => (entry.regions ?? [])
  .some((/** @type {Body} */ one) => one.region === place.region && [place.side, 'both'].includes(one.side));

/** @param {readonly Body[]} entries @returns {number[]} */
const numbersOf = (entries) => entries.map(({ severity_nrs }) => severity_nrs).filter((nrs) => typeof nrs === 'number');

/** @param {Body | null | undefined} day @returns {{symptom: string, change: string}[]} */
const stripOf = (day) => [...(day?.symptoms ?? []), ...(day?.intimate ?? [])];

/**
 * Symptoms of today that are new, and that are worse: by the strip, the mood and entries.
 * A logged one is new when 28 days before knew none of it, worse when 2 or more above its own median. Pain is in neither:
 * it has rules of its own. A low mood counts as the symptom of that name.
 * @param {Known} known
 * @returns {[string[] | null, string[] | null]}
 */
export function newAndWorse(known) {
  const { entry, day, mood, today } = known;
  if (!entry && !day && !mood) return [null, null];
  const fresh = stripOf(day).filter(({ change }) => change === 'new').map(({ symptom }) => symptom);
  const worse = stripOf(day).filter(({ change }) => change === 'worse').map(({ symptom }) => symptom);
  const logged = withToday(known, 'symptoms', 'entry').filter((one) => !isPain(one));
  for (const symptom of new Set(logged.filter((one) => one.on === today || one === entry).map((one) => one.symptom))) {
    if (!knownBefore(known, symptom)) fresh.push(symptom);
    else if (aboveUsual(logged.filter((one) => one.symptom === symptom), today, entry)) worse.push(symptom);
  }
  if (mood?.mood === 'low') (knownBefore(known, 'low_mood') ? worse : fresh).push('low_mood');
  return [named(fresh), named(worse)];
}

/** @param {string[]} found */
const named = (found) => [...new Set(found)].filter((one) => one !== 'pain');

/** Whether one of the 28 days before today tells of a symptom. @param {Known} known @param {string} symptom */
function knownBefore(known, symptom) {
  const before = (/** @type {Body} */ { on }) => isBefore(on, known.today, 0);
  return past(known, 'symptoms').some((one) => one.symptom === symptom && before(one))
    || past(known, 'dailies').some((one) => before(one) && stripOf(one).some((row) => row.symptom === symptom))
    || (symptom === 'low_mood' && past(known, 'moods').some((one) => one.mood === 'low' && before(one)));
}

/** More than `from` days ago, and not more than 28. @param {string | null | undefined} on @param {string} today @param {number} from */
function isBefore(on, today, from) {
  const back = daysBack(on, today) ?? 0;
  return back > from && back <= USUAL_DAYS;
}

/** @param {readonly Body[]} logged @param {string} today @param {Body | null | undefined} entry */
function aboveUsual(logged, today, entry) {
  const isNow = (/** @type {Body} */ one) => one.on === today || one === entry;
  const now = numbersOf(logged.filter(isNow));
  const usual = median(numbersOf(logged.filter((one) => !isNow(one) && isBefore(one.on, today, 0))));
  return now.length > 0 && usual !== null && Math.max(...now) - usual >= RISE;
}

/**
 * SAFE-09: spasms worse or above the own median of 28 days, or today's pain 2 or more above its own.
 * @param {Known} known
 * @param {readonly string[] | null} fresh
 * @param {readonly string[] | null} worse
 */
export function spasmsOrPainUp(known, fresh, worse) {
  if (fresh?.includes('spasms') || worse?.includes('spasms')) return true;
  const { today, entry } = known;
  const now = SPASMS.indexOf(known.day?.spasms);
  const before = past(known, 'dailies').filter(({ on, spasms }) => isBefore(on, today, 0) && SPASMS.includes(spasms)).map(({ spasms }) => SPASMS.indexOf(spasms));
  const usual = before.length >= 3 ? median(before) : null;
  const spasms = now < 0 || usual === null ? null : now > usual;
  const pains = withToday(known, 'symptoms', 'entry').filter(isPain);
  const said = numbersOf(pains.filter((one) => one.on === today || one === entry)).length > 0;
  const pain = said ? aboveUsual(pains, today, entry) : null;
  return spasms === null && pain === null ? null : spasms === true || pain === true;
}

/**
 * AN-03: new pain, or 2 above the own median for 24 hours, within 7 days of a new or worse symptom.
 * A diary of less than a week cannot tell new from not yet written; the person is asked then.
 * @param {Known} known
 * @param {readonly Body[]} dailies
 */
export function painNewOrUp(known, dailies) {
  const { entry, today } = known;
  const symptoms = past(known, 'symptoms');
  if (!entry || !isPain(entry) || regionsOf(entry).length === 0 || entry.severity_nrs === 0) return null;
  if (!symptoms.some(({ on }) => (daysBack(on, today) ?? 0) >= DIARY_KNOWN_DAYS)) return null;
  const [fresh, worse] = newAndWorse(known);
  const signs = Boolean(fresh?.length || worse?.length) || dailies.some((one) => within(one.on, today, 8)
    && stripOf(one).some(({ symptom, change }) => change !== 'usual' && symptom !== 'pain'));
  return signs && (newPlace(entry, symptoms, today) || upForADay(entry, symptoms, today));
}

/** @param {Body} entry @param {readonly Body[]} symptoms @param {string} today */
function newPlace(entry, symptoms, today) {
  const recent = symptoms.filter((one) => isPain(one) && within(one.on, today, USUAL_DAYS));
  return (entry.regions ?? []).some((/** @type {Body} */ place) => !recent.some((one) => knows(one, place)));
}

/** 2 above the median of the weeks before, and so already a day ago. @param {Body} entry @param {readonly Body[]} symptoms @param {string} today */
function upForADay(entry, symptoms, today) {
  const pains = symptoms.filter(isPain);
  const usual = median(numbersOf(pains.filter(({ on }) => isBefore(on, today, 2))));
  const nrs = entry.severity_nrs ?? null;
  if (usual === null || nrs === null || nrs - usual < RISE) return false;
  if ((entry.minutes_long ?? 0) >= 24 * 60 || (entry.until_on ?? '') > (entry.on ?? '')) return true;
  const lately = numbersOf(pains.filter(({ on }) => [1, 2].includes(daysBack(on, today) ?? 0)));
  return lately.length > 0 && Math.min(...lately) - usual >= RISE;
}
