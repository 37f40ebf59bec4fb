/**
 * What the diary of the last weeks says, for the safety rules. The same as backend/domain/history.py.
 *
 * Bodies of records come in, in any order, none of them deleted; a private one counts, since safety comes first.
 * null means that the diary cannot tell.
 */
import { lowForTwoWeeks } from './mood.js';

/** @typedef {Record<string, any>} Body */

export const LEG = ['calf', 'thigh_front', 'thigh_back', 'inner_thigh', 'shin', 'whole_leg', 'knee', 'ankle', 'foot'];
export const STEROID_PLACES = ['hip', 'groin', 'thigh_front', 'thigh_back', 'inner_thigh', 'knee', 'shoulder'];
const BACK_OR_JOINT = ['lower_back', 'back_any', 'hip', 'knee', 'ankle', 'shoulder', 'elbow', 'wrist', 'hand', 'foot'];

export const USUAL_DAYS = 28;
export const STRONG = 8;
/** An own median and this much more is clearly above it (AN-03; 1 point alone may be chance). */
export const RISE = 2;
export const DIARY_KNOWN_DAYS = 7;
const RISE_AFTER_INJECTIONS = 1;
const HOURS_PER_PART = 24;
const ENTRIES_PER_PART = 8;
const INJECTIONS_LEAST = 4;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Whole days from a date to today; negative for one that is to come. @param {string | null | undefined} on @param {string} today */
export function daysBack(on, today) {
  return on ? Math.round((Date.parse(`${today}T12:00:00Z`) - Date.parse(`${on}T12:00:00Z`)) / DAY_MS) : null;
}

/** Whether a date is one of the last `days`, today included. @param {string | null | undefined} on @param {string} today @param {number} days */
export function within(on, today, days) {
  const back = daysBack(on, today);
  return back !== null && back >= 0 && back < days;
}

/** The middle one, or the mean of the two in the middle; null of nothing. @param {number[]} numbers */
export function median(numbers) {
  const row = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(row.length / 2);
  if (row.length === 0) return null;
  return row.length % 2 ? row[half] : (row[half - 1] + row[half]) / 2;
}

/** An entry of pain; one that names no symptom was made as pain. @param {Body} entry */
export const isPain = (entry) => (entry.symptom ?? 'pain') === 'pain';

/** Region ids of an entry, each once. @param {Body | null | undefined} entry @returns {string[]} */
export function regionsOf(entry) {
  const named = (entry?.regions ?? []).map((/** @type {Body} */ { region }) => region);
  return [...new Set([...named, ...(entry?.generalised === true ? ['generalised'] : [])])];
}

/** Pain at one of the places; a 0 is none, no number is some. @param {Body} entry @param {readonly string[]} places */
const hurtsAt = (entry, places) => isPain(entry) && entry.severity_nrs !== 0 && regionsOf(entry).some((region) => places.includes(region));

/**
 * Entries by how many days ago; one with a span stands on each of its days.
 * @param {readonly Body[]} entries
 * @param {string} today
 * @param {number} days
 * @returns {Map<number, Body[]>}
 */
function daysWith(entries, today, days) {
  /** @type {Map<number, Body[]>} */
  const found = new Map();
  for (const entry of entries) {
    const first = daysBack(entry.on, today);
    if (first === null) continue;
    const last = entry.until_on ? daysBack(entry.until_on, today) ?? first : first;
    for (let back = Math.max(0, Math.min(first, last)); back <= Math.min(first, days - 1); back += 1) {
      found.set(back, [...(found.get(back) ?? []), entry]);
    }
  }
  return found;
}

/** SAFE-36: pain in a leg, and none in any entry before. @param {Body | null | undefined} entry @param {readonly Body[]} symptoms */
export function firstLegPain(entry, symptoms) {
  if (!entry || !hurtsAt(entry, LEG)) return null;
  return !symptoms.some((one) => hurtsAt(one, LEG));
}

/** AN-18: days of 14 with pain where bone suffers after steroids. @param {readonly Body[]} symptoms @param {string} today */
export function hipDaysOf14(symptoms, today) {
  if (symptoms.length === 0) return null;
  return [...daysWith(symptoms, today, 14).values()].filter((day) => day.some((one) => hurtsAt(one, STEROID_PLACES))).length;
}

/** AN-19: back or joint pain not at least 1 point lower in the second week, by medians of days. @param {readonly Body[]} symptoms @param {string} today */
export function twoWeeksNoBetter(symptoms, today) {
  /** @type {[number, number][]} */
  const worst = [];
  for (const [back, day] of daysWith(symptoms, today, 14)) {
    const told = day.filter((one) => hurtsAt(one, BACK_OR_JOINT) && isNumber(one.severity_nrs)).map((one) => one.severity_nrs);
    if (told.length > 0) worst.push([back, Math.max(...told)]);
  }
  const first = worst.filter(([back]) => back >= 7).map(([, nrs]) => nrs);
  const second = worst.filter(([back]) => back < 7).map(([, nrs]) => nrs);
  // Fewer days of each week than this say nothing of the week.
  if (first.length < 3 || second.length < 3) return null;
  return (median(second) ?? 0) > (median(first) ?? 0) - 1;
}

/** SAFE-18: days of 7 with pain of 8 to 10. @param {readonly Body[]} symptoms @param {string} today */
export function strongDaysOf7(symptoms, today) {
  if (symptoms.length === 0) return null;
  return [...daysWith(symptoms, today, 7).values()].filter((day) => day.some((one) => isPain(one) && (one.severity_nrs ?? 0) >= STRONG)).length;
}

/**
 * SAFE-18: nights of 7 with sleep lost from pain: said so, or poor after a day of pain 7 or more.
 * @param {readonly Body[]} symptoms
 * @param {readonly Body[]} dailies
 * @param {string} today
 */
export function sleepLostNightsOf7(symptoms, dailies, today) {
  if (symptoms.length === 0 && dailies.length === 0) return null;
  const byDay = daysWith(symptoms, today, 8);
  const on = (/** @type {number} */ back) => (byDay.get(back) ?? []).filter(isPain);
  const poor = new Set(dailies.filter((one) => one.sleep_quality === 'poor').map((one) => daysBack(one.on, today)));
  const lost = (/** @type {number} */ back) => on(back).some((one) => (one.stops_me ?? []).some((/** @type {Body} */ { activity }) => activity === 'sleep'));
  const ached = (/** @type {number} */ back) => [...on(back), ...on(back + 1)].some((one) => (one.severity_nrs ?? 0) >= STRONG - 1);
  return [0, 1, 2, 3, 4, 5, 6].filter((back) => lost(back) || (poor.has(back) && ached(back))).length;
}

/**
 * SAFE-34: falls, by the strip or as events; the larger count of one day, never both. No near falls.
 * @param {readonly Body[]} dailies
 * @param {readonly Body[]} events
 * @param {string} today
 */
export function fallsOf28Days(dailies, events, today) {
  /** @type {Map<number, [number, number]>} */
  const days = new Map();
  for (const { on, falls } of dailies) {
    if (falls && within(on, today, USUAL_DAYS)) days.set(daysBack(on, today) ?? 0, [Math.max(falls.count ?? 0, falls.injured === true ? 1 : 0), 0]);
  }
  for (const { type, on } of events) {
    if (type !== 'fall' || !within(on, today, USUAL_DAYS)) continue;
    const [strip, noted] = days.get(daysBack(on, today) ?? 0) ?? [0, 0];
    days.set(daysBack(on, today) ?? 0, [strip, noted + 1]);
  }
  return days.size === 0 ? null : [...days.values()].reduce((sum, both) => sum + Math.max(...both), 0);
}

/** SAFE-24, see lowForTwoWeeks; null when no mood of 14 days is noted. @param {readonly Body[]} moods @param {string} today */
export function lowMood2Weeks(moods, today) {
  return moods.some(({ on }) => within(on, today, 14)) ? lowForTwoWeeks(moods, today) : null;
}

/** SAFE-35: a Pain Story written or looked at in 28 days says that this pain is different now. @param {readonly Body[]} stories @param {string} today */
export function painChanged(stories, today) {
  const recent = stories.filter((one) => within(one.reviewed_on ?? one.on, today, USUAL_DAYS));
  if (recent.length === 0) return null;
  return recent.some(({ answers }) => Object.values(answers ?? {}).some((answer) => answer?.choices?.includes('different')));
}

/** Hours from one instant to another. @param {string} earlier @param {string} later */
export const hoursBetween = (earlier, later) => (Date.parse(later) - Date.parse(earlier)) / HOUR_MS;

/**
 * Instants of interferon injections taken, oldest first. A medicine that was ended counts here.
 * @param {readonly {id: string, body: Body}[]} medicines
 * @param {readonly Body[]} doses
 * @param {string} now
 * @returns {string[]}
 */
export function injections(medicines, doses, now) {
  const interferon = new Set(medicines.filter(({ body }) => body.class === 'interferon_beta').map(({ id }) => id));
  return doses.filter((one) => interferon.has(one.medicine_id) && ['taken', 'late'].includes(one.status) && one.at)
    .map(({ at }) => at).filter((at) => hoursBetween(at, now) >= 0).sort((a, b) => Date.parse(a) - Date.parse(b));
}

/**
 * AN-01: after injections pain is 1 point or more above the quiet time before the next, in 3 of 4 rounds.
 * Parts: 0 to 24 hours, 24 to 48, later; at least 8 entries in each and 4 injections. Every other day leaves no quiet
 * time, so nothing is said then; three times a week needs six weeks.
 * @param {readonly string[]} injected
 * @param {readonly Body[]} symptoms
 */
export function riseAfterInjections(injected, symptoms) {
  if (injected.length < INJECTIONS_LEAST) return null;
  const gaps = injected.slice(1).map((at, i) => hoursBetween(injected[i], at)).sort((a, b) => a - b);
  const often = gaps[Math.floor(gaps.length / 2)] < 6 * HOURS_PER_PART;
  if (often && hoursBetween(injected[0], injected[injected.length - 1]) < 6 * 7 * HOURS_PER_PART) return null;
  const { parts, rounds } = inParts(injected, symptoms);
  if (parts.some((part) => part.length < ENTRIES_PER_PART)) return null;
  const [first, second, quiet] = parts.map((part) => median(part) ?? 0);
  const pairs = [...rounds.values()].filter(([after, later]) => after.length > 0 && later.length > 0);
  const rises = pairs.filter(([after, later]) => (median(after) ?? 0) > (median(later) ?? 0)).length;
  return Math.max(first, second) - quiet >= RISE_AFTER_INJECTIONS && rises * 4 >= pairs.length * 3;
}

/** @param {readonly string[]} injected @param {readonly Body[]} symptoms */
function inParts(injected, symptoms) {
  /** @type {[number[], number[], number[]]} */
  const parts = [[], [], []];
  /** @type {Map<string, [number[], number[]]>} */
  const rounds = new Map();
  for (const one of symptoms) {
    const last = one.at ? injected.filter((at) => hoursBetween(at, one.at) >= 0).at(-1) : undefined;
    if (!last || !isPain(one) || !isNumber(one.severity_nrs)) continue;
    const part = Math.min(2, Math.floor(hoursBetween(last, one.at) / HOURS_PER_PART));
    parts[part].push(one.severity_nrs);
    const round = rounds.get(last) ?? [[], []];
    rounds.set(last, /** @type {[number[], number[]]} */ (round));
    round[part < 2 ? 0 : 1].push(one.severity_nrs);
  }
  return { parts, rounds };
}

/** @param {any} value @returns {value is number} */
const isNumber = (value) => typeof value === 'number';
