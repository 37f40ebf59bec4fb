/**
 * What plan rules read of one day, as one flat object. The same as of_day() of backend/domain/planner/inputs.py; both read
 * tests/vectors/plan-inputs.json. null is "nobody said so". A private record counts, since safety comes first.
 */
import { past } from '../changes.js';
import { steroids } from '../facts.js';
import { daysBack, hoursBetween, injections, isPain, median, regionsOf, RISE, USUAL_DAYS, within } from '../history.js';

/**
 * @typedef {import('../history.js').Body} Body
 * @typedef {import('../facts.js').Known} Known
 */

const WEEKS_LOOKED_AT = 14;
const NUMBERS = Object.entries({
  'log.stiffness': 'stiffness_nrs', 'log.fatigue': 'fatigue_nrs', 'log.stress': 'stress_nrs', 'log.sleep_hours': 'sleep_hours',
  'log.sitting_minutes': 'sitting_minutes', 'log.wheelchair_hours': 'wheelchair_hours',
});
const TEXTS = Object.entries({ 'log.spasms': 'spasms', 'log.heat': 'heat', 'log.sleep_quality': 'sleep_quality', 'log.energy': 'energy' });
/** Days with pain in four weeks that make a usual; today is none of them. */
const USUAL_LEAST = 3;
const MEMORY = 'thinking';
const RELAPSES = ['relapse_suspected', 'relapse_confirmed', 'relapse_over'];
/** A session that was too much eases the next one, for so many days; so many ended early in them were too much. */
const [EASED_DAYS, STOPPED_MOST] = [7, 2];
/** How long a relapse that is over still asks for a slow return. */
const OVER_DAYS = 28;

/**
 * @param {Known} known - day and entry of `today`, and what was before
 * @param {{sessions?: readonly Body[], messages?: readonly {message: string, tier: string}[], lighter?: boolean}} [more] -
 *   messages: open safety messages; lighter: the person chose lighter days after an injection
 * @returns {import('../safety.js').Facts}
 */
export function inputsOf(known, { sessions = [], messages = [], lighter = false } = {}) {
  const day = known.day ?? {};
  const entries = symptomsOf(known).filter(({ on }) => on === known.today);
  const newOrWorse = newOrWorseOf(day);
  return {
    ...Object.fromEntries(NUMBERS.map(([name, of]) => [name, day[of] ?? null])),
    ...Object.fromEntries(TEXTS.map(([name, of]) => [name, day[of] ?? null])),
    'log.active_minutes': day.active_minutes ? sum(Object.values(day.active_minutes)) : null,
    'log.hard_day': entries.some((one) => one.hard_day) || null,
    'log.symptoms_new_or_worse': newOrWorse,
    'log.drowsy': newOrWorse?.includes('drowsy') || null,
    ...pain(known, entries),
    ...recent(known, sessions),
    'recent.hours_since_injection': lighter ? sinceInjection(known) : null,
    ...profile(known),
    'open.tiers': each(messages.map(({ tier }) => [tier])),
    'open.messages': each(messages.map(({ message }) => [message])),
    'relapse.state': relapse(known),
  };
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** The newest pain of the day, and how much it is above the usual worst of a day. @param {Known} known @param {readonly Body[]} entries */
function pain(known, entries) {
  const told = entries.filter((one) => isPain(one) && one.severity_nrs !== null && one.severity_nrs !== undefined);
  const newest = told.reduce((best, one) => (best === null || String(one.at ?? '') > String(best.at ?? '') ? one : best), /** @type {Body | null} */ (null));
  /** @type {Map<string, number>} */
  const worst = new Map();
  for (const one of past(known, 'symptoms')) {
    const before = one.on !== known.today && within(one.on ?? '', known.today, USUAL_DAYS);
    if (before && typeof one.severity_nrs === 'number' && isPain(one)) worst.set(one.on, Math.max(worst.get(one.on) ?? 0, one.severity_nrs));
  }
  const usual = worst.size >= USUAL_LEAST ? median([...worst.values()]) : null;
  const now = newest?.severity_nrs ?? null;
  return { 'log.pain': now, 'log.pain_above_usual': now === null || usual === null ? null : now - usual };
}

/** @param {Body} day @returns {string[] | null} */
function newOrWorseOf(day) {
  if (!day.symptoms) return null;
  return day.symptoms.filter((/** @type {any} */ { change }) => change === 'new' || change === 'worse').map((/** @type {any} */ { symptom }) => symptom);
}

/** @param {Known} known @returns {Body[]} */
const symptomsOf = (known) => [...past(known, 'symptoms'), ...(known.entry ? [known.entry] : [])];

/** @param {Known} known @returns {Body[]} */
function dailiesOf(known) {
  const others = past(known, 'dailies').filter(({ on }) => !known.day || on !== known.today);
  return [...others, ...(known.day ? [{ ...known.day, on: known.today }] : [])];
}

/** @param {Known} known @param {readonly Body[]} sessions */
function recent(known, sessions) {
  const { today } = known;
  const entries = symptomsOf(known).filter((one) => within(one.until_on ?? one.on, today, WEEKS_LOOKED_AT));
  const dailies = dailiesOf(known).filter(({ on }) => within(on, today, WEEKS_LOOKED_AT));
  const fell = [...(known.events ?? []).filter(({ type }) => type === 'fall'), ...dailiesOf(known).filter(({ falls }) => falls?.count)];
  const near = dailies.map(({ falls }) => falls?.near).filter((one) => one !== null && one !== undefined);
  return {
    'recent.too_much': tooMuch(sessions, today),
    'recent.regions': each(entries.filter(({ severity_nrs: nrs }) => nrs !== 0).map(regionsOf)),
    'recent.words': each(entries.map(({ words }) => words ?? [])),
    'recent.symptoms': each(entries.map(({ symptom }) => (symptom ? [symptom] : []))),
    'recent.patterns': each(entries.map(({ patterns }) => patterns ?? [])),
    'recent.days_since_fall': least(fell.map((one) => back(one, today))),
    'recent.near_falls': near.length > 0 ? sum(near) : null,
    'recent.memory_days': dailies.filter((one) => newOrWorseOf(one)?.includes(MEMORY)).length || null,
    'recent.days_since_illness': sinceIllness(known),
    'recent.days_away': least(sessions.map((one) => back(one, today))),
  };
}

/** Whether the newest session, of this week, asks for an easier one (PLAN-10). @param {readonly Body[]} sessions @param {string} today @returns {true | null} */
function tooMuch(sessions, today) {
  const when = (/** @type {Body} */ one) => String(one.at ?? one.on);
  const week = sessions.filter(({ on }) => within(on ?? '', today, EASED_DAYS)).sort((a, b) => (when(a) < when(b) ? -1 : Number(when(a) > when(b))));
  const newest = week.at(-1);
  if (!newest) return null;
  const before = newest.pain_before_nrs ?? null;
  const later = [newest.pain_2h_nrs, newest.next_morning_nrs].filter((one) => one !== null && one !== undefined);
  const rose = before !== null && later.some((one) => one - before >= RISE);
  const stops = week.map(({ done }) => (done ?? []).some((/** @type {any} */ { outcome }) => outcome === 'stopped'));
  const early = stops.at(-1) && stops.filter(Boolean).length >= STOPPED_MOST;
  return newest.felt === 'worse' || newest.felt_later === 'worse' || rose || early || null;
}

/** @param {Body} one @param {string} today @returns {number | null} */
function back({ on }, today) {
  const days = on ? daysBack(on, today) : null;
  return days !== null && days >= 0 ? days : null;
}

/** @param {(number | null)[]} numbers @returns {number | null} */
function least(numbers) {
  const told = numbers.filter((one) => one !== null);
  return told.length > 0 ? Math.min(.../** @type {number[]} */ (told)) : null;
}

/** Every id once, in the order of the alphabet; null where there is none. @param {readonly (readonly string[])[]} lists */
function each(lists) {
  const ids = [...new Set(lists.flat())].sort();
  return ids.length > 0 ? ids : null;
}

/** Days since the last illness ended; 0 while it goes on, or while the day says so. @param {Known} known */
function sinceIllness({ day, events, today }) {
  const ended = day?.infection?.state === 'yes' ? [0] : [];
  for (const { type, on, until_on: until } of events ?? []) {
    if (type === 'illness' && on && on <= today) ended.push(until && until >= today ? 0 : daysBack(until ?? on, today) ?? 0);
  }
  return least(ended);
}

/** Whole hours since the last interferon injection. @param {Known} known */
function sinceInjection({ medicines, doses, now }) {
  const last = injections(medicines ?? [], doses ?? [], now).at(-1);
  return last ? Math.trunc(hoursBetween(last, now)) : null;
}

/** @param {Known} known */
function profile(known) {
  const said = known.profile ?? {};
  const days = said.alemtuzumab?.last_on ? daysBack(said.alemtuzumab.last_on, known.today) : null;
  return {
    'profile.mobility': said.mobility ?? null,
    'profile.conditions': said.conditions ?? null,
    'profile.steroids': steroids(said, known.events ?? []),
    'profile.clearance': said.clearance ?? null,
    'profile.alemtuzumab_days': days === null || days < 0 ? null : days,
    'profile.heat_sensitive': said.heat_sensitive ?? null,
  };
}

/** What the newest word on a relapse says; one that is over counts for some weeks more. @param {Known} known */
function relapse({ events, today }) {
  const said = (events ?? []).filter(({ type, on }) => RELAPSES.includes(type) && on && on <= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : RELAPSES.indexOf(a.type) - RELAPSES.indexOf(b.type)));
  const newest = said.at(-1);
  if (!newest) return null;
  const state = newest.type.slice('relapse_'.length);
  return state === 'over' && !within(newest.on, today, OVER_DAYS) ? null : state;
}
