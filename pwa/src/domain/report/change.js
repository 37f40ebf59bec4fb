/** What changed since the last visit: each symptom and place now against then, by counted days (backend/reports/change.py). Pure. */
import { bySite, onOf, spanOf } from './felt.js';
import { siteName } from './wording.js';
import { count, lowered, plusDays, shortDay } from './words.js';

/** @typedef {import('./material.js').Material} Material */
/** @typedef {import('./felt.js').Felt} Felt */
/** @typedef {[first: string, last: string]} Window */

/**
 * @typedef {object} Changes
 * @property {string} windows - both in words
 * @property {[became: string, what: string[]][]} found
 * @property {string} notCompared - why there is nothing to say; else empty
 */

const WINDOW = 28;
/** A window with fewer days written down says nothing of what was not there. */
const LOGGED_LEAST = 7;
/** Days with a number on each side, and points between their medians. */
const SCORED_LEAST = 5;
const POINTS = 2;

/** The newest visit that was before the end of the period and is noted. @param {Material} material @returns {string | undefined} */
function visitBefore({ of, last }) {
  const until = plusDays(last, -LOGGED_LEAST);
  return of('appointment').map(({ body }) => onOf(body)).filter((on) => on !== null && on < until).map(String).sort().at(-1);
}

/** New, worse, better, gone: the last four weeks against the four weeks before the visit. @param {Material} material @returns {Changes} */
export function changes(material) {
  const visit = visitBefore(material);
  const now = upTo(material.last);
  let then = visit ? upTo(visit) : /** @type {Window} */ ([material.first, plusDays(material.first, WINDOW - 1)]);
  if (then[1] >= now[0]) then = [then[0], plusDays(now[0], -1)];
  const what = visit ? `the 4 weeks up to the visit of ${shortDay(visit)}` : 'the first weeks of this report';
  const windows = `Last 4 weeks (${dates(now)}) against ${what} (${dates(then)}).`;
  const logged = [then, now].map(([low, high]) => [...material.logged].filter((on) => low <= on && on <= high).length);
  if (Math.min(...logged) < LOGGED_LEAST) return { windows, found: [], notCompared: `Too few days to compare: ${logged[0]} logged then, ${logged[1]} now.` };
  return { windows, found: compared(material, then, now), notCompared: '' };
}

/** @param {string} last @returns {Window} */
const upTo = (last) => [plusDays(last, 1 - WINDOW), last];

/** @param {Window} window */
const dates = ([first, last]) => `${shortDay(first)} to ${shortDay(last)}`;

/** @param {Material} material @param {Window} then @param {Window} now @returns {Changes['found']} */
function compared(material, then, now) {
  /** @type {Record<string, string[]>} */
  const found = { new: [], worse: [], better: [], gone: [] };
  const [before, after] = [things(material, then), things(material, now)];
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const name = named(material, key);
    const [old, its] = [spanOf(before.get(key) ?? []), spanOf(after.get(key) ?? [])];
    if (!old.days) found.new.push(`${name} (${count(its.days, 'day')}${strength(its.median)})`);
    else if (!its.days) found.gone.push(`${name} (was ${count(old.days, 'day')}${strength(old.median)})`);
    else if (Math.min(old.scored, its.scored) >= SCORED_LEAST && old.median !== null && its.median !== null && Math.abs(its.median - old.median) >= POINTS) {
      found[its.median > old.median ? 'worse' : 'better'].push(`${name} (median ${old.median} then, ${its.median} now)`);
    }
  }
  return Object.entries(found);
}

/** Entries of a window by symptom and place, with a bar between. @param {Material} material @param {Window} window @returns {Map<string, Felt[]>} */
function things({ felt }, [low, high]) {
  /** @type {Map<string, Felt[]>} */
  const by = new Map();
  for (const one of felt) {
    if (one.on < low || one.on > high) continue;
    const symptom = one.body.symptom || 'pain';
    const its = by.get(symptom);
    if (its) its.push(one);
    else by.set(symptom, [one]);
  }
  return new Map([...by].flatMap(([symptom, its]) => bySite(its).map(([site, entries]) => /** @type {[string, Felt[]]} */ ([`${symptom}|${site}`, entries]))));
}

/** @param {Material} material @param {string} key */
function named({ words }, key) {
  const [symptom, site] = key.split('|');
  const place = siteName(words, site);
  return symptom === 'pain' ? place : `${words.of('symptoms', symptom)}, ${lowered(place)}`;
}

/** @param {number | null} median */
const strength = (median) => (median === null ? '' : `, median ${median}`);
