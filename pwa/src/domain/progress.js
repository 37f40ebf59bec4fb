/**
 * What weeks of moving come to. Only what was noted counts; a week without a word is no zero, and nothing is compared
 * where the older was more. Pure.
 */
import { median, within } from './history.js';
import { begun, moved } from './moved.js';

/**
 * @typedef {Record<string, any>} Body
 * @typedef {{from: string, to: string, minutes: number, times: number}} Week - from: a Monday; times: sessions, and days with other moving
 */

const DAY_MS = 86_400_000;
/** What counts as now. */
const LATELY_DAYS = 28;
/** Sessions with both numbers below which nothing is said of pain. */
const PAIRS_LEAST = 5;
/** Entries below which nothing is said of how long something went. */
const EASED_LEAST = 3;
const WEEK_DAYS = 7;

/** @param {string} on @param {number} days */
const addDays = (on, days) => new Date(Date.parse(`${on}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The Monday of a date's week. @param {string} on */
export const mondayOf = (on) => addDays(on, -((new Date(`${on}T12:00:00Z`).getUTCDay() + 6) % WEEK_DAYS));

/** @param {Body} session @returns {number} minutes */
export function minutesOf({ minutes, done }) {
  if (typeof minutes === 'number') return minutes;
  return Math.round((done ?? []).reduce((/** @type {number} */ sum, /** @type {Body} */ { seconds }) => sum + (seconds ?? 0), 0) / 60);
}

/**
 * This week and those before, newest first. Of a day with sessions and minutes of the strip the larger counts, never both:
 * who notes the day may mean the session too.
 * @param {readonly Body[]} sessions
 * @param {readonly Body[]} dailies
 * @param {string} today
 * @param {number} many
 * @returns {Week[]}
 */
export function weeksOf(sessions, dailies, today, many) {
  const monday = mondayOf(today);
  return Array.from({ length: many }, (_, back) => {
    const from = addDays(monday, -WEEK_DAYS * back);
    const days = Array.from({ length: WEEK_DAYS }, (_day, i) => dayOf(sessions, dailies, addDays(from, i))).filter(({ on }) => on <= today);
    const sum = (/** @type {'minutes' | 'times'} */ name) => days.reduce((all, one) => all + one[name], 0);
    return { from, to: addDays(from, WEEK_DAYS - 1), minutes: sum('minutes'), times: sum('times') };
  });
}

/** @param {readonly Body[]} sessions @param {readonly Body[]} dailies @param {string} on */
function dayOf(sessions, dailies, on) {
  const its = sessions.filter((one) => one.on === on && begun(one).length > 0);
  const inSessions = its.reduce((sum, one) => sum + minutesOf(one), 0);
  const { easy = 0, moderate = 0 } = dailies.find((one) => one.on === on)?.active_minutes ?? {};
  const noted = (easy ?? 0) + (moderate ?? 0);
  return { on, minutes: Math.max(inSessions, noted), times: its.length || (noted > 0 ? 1 : 0) };
}

/**
 * Minutes of a week that are a little more than the last two.
 * @param {readonly Week[]} weeks - newest first; the first is not over yet
 * @param {{weeks_looked_at: number, up: [number, number]}} told - by PLAN-14
 * @returns {number | null} null: nothing was noted in them
 */
export function ownTarget(weeks, { weeks_looked_at: looked, up: [part, of] }) {
  const usual = median(weeks.slice(1, 1 + looked).map(({ minutes }) => minutes).filter((minutes) => minutes > 0));
  return usual === null ? null : Math.round(usual * (1 + part / of));
}

/**
 * What may be shown: nothing to aim at while the body has other things to do, times in place of minutes for who lies.
 * @param {{mobility: string | null, relapse: string | null, tiers: readonly string[] | null}} now
 * @param {{hidden_while: string[], times_moved_instead: string[]}} told - by PLAN-14
 */
export function shown({ mobility, relapse, tiers }, { hidden_while: hides, times_moved_instead: timesFor }) {
  const hidden = (relapse !== null && hides.includes('relapse')) || (tiers ?? []).some((tier) => hides.includes(tier));
  const minutes = !timesFor.includes(mobility ?? '');
  return { minutes, target: minutes && !hidden };
}

/**
 * Movements held longer in the last weeks than in the first month they were held, the most gained first.
 * @param {readonly Body[]} sessions
 * @param {string} today
 * @returns {{movement: string, then: number, month: string, now: number}[]} seconds; month: YYYY-MM
 */
export function longerHolds(sessions, today) {
  /** @type {Map<string, {on: string, hold: number}[]>} */
  const by = new Map();
  for (const one of sessions) {
    for (const { movement, hold_s: hold } of moved(one)) if (hold) by.set(movement, [...(by.get(movement) ?? []), { on: one.on, hold }]);
  }
  return [...by].flatMap(([movement, all]) => {
    const before = all.filter(({ on }) => on <= today && !within(on, today, LATELY_DAYS));
    const month = before.map(({ on }) => on.slice(0, 7)).sort()[0];
    const now = most(all.filter(({ on }) => within(on, today, LATELY_DAYS)));
    const then = most(before.filter(({ on }) => on.startsWith(month)));
    return month && now > then ? { movement, then, month, now } : [];
  }).sort((a, b) => b.now - b.then - (a.now - a.then) || (a.movement < b.movement ? -1 : 1));
}

/** @param {readonly {hold: number}[]} all */
const most = (all) => Math.max(0, ...all.map(({ hold }) => hold));

/**
 * How far up each ladder the last weeks went; what was lower before is told, what was higher is not.
 * @param {readonly {id: string, name: string, movements: string[]}[]} ladders
 * @param {readonly Body[]} sessions
 * @param {string} today
 * @returns {{id: string, name: string, step: number, of: number, movement: string, before: number | null}[]} steps from 1
 */
export function onLadders(ladders, sessions, today) {
  const names = (/** @type {boolean} */ lately) => new Set(sessions.filter(({ on }) => on <= today && within(on, today, LATELY_DAYS) === lately)
    .flatMap((one) => moved(one).map(({ movement }) => movement)));
  const [now, then] = [names(true), names(false)];
  return ladders.flatMap(({ id, name, movements }) => {
    const at = movements.findLastIndex((one) => now.has(one));
    const was = movements.findLastIndex((one) => then.has(one));
    if (at < 0) return [];
    return { id, name, step: at + 1, of: movements.length, movement: movements[at], before: was >= 0 && was < at ? was + 1 : null };
  });
}

/**
 * The middle of pain before and after, by kind of movement, from five sessions with both numbers on.
 * @param {readonly Body[]} sessions
 * @param {(movement: string) => string} categoryOf
 * @returns {{category: string, times: number, before: number, after: number}[]}
 */
export function beforeAfter(sessions, categoryOf) {
  /** @type {Map<string, Body[]>} */
  const by = new Map();
  for (const one of sessions.filter((body) => typeof body.pain_before_nrs === 'number' && typeof body.pain_after_nrs === 'number')) {
    for (const category of new Set(begun(one).map(({ movement }) => categoryOf(movement)))) by.set(category, [...(by.get(category) ?? []), one]);
  }
  const middle = (/** @type {Body[]} */ all, /** @type {string} */ name) => Math.round(median(all.map((one) => one[name])) ?? 0);
  return [...by].filter(([, all]) => all.length >= PAIRS_LEAST)
    .map(([category, all]) => ({ category, times: all.length, before: middle(all, 'pain_before_nrs'), after: middle(all, 'pain_after_nrs') }));
}

/**
 * What went on for longer in the last week before pain stopped it, against an earlier month; only what is more.
 * @param {readonly Body[]} symptoms
 * @param {string} today
 * @returns {{activity: string, then: number, month: string, now: number}[]} minutes, the middle of at least three entries each
 */
export function easedActivities(symptoms, today) {
  const told = symptoms.flatMap(({ on, stops_me: all }) => (all ?? []).filter((/** @type {Body} */ { minutes }) => typeof minutes === 'number')
    .map((/** @type {Body} */ { activity, minutes }) => ({ on, activity, minutes })));
  return [...new Set(told.map(({ activity }) => activity))].sort().flatMap((activity) => {
    const its = told.filter((one) => one.activity === activity && one.on <= today);
    const before = its.filter(({ on }) => !within(on, today, LATELY_DAYS));
    const month = before.map(({ on }) => on.slice(0, 7)).sort()[0];
    const [now, then] = [its.filter(({ on }) => within(on, today, WEEK_DAYS)), before.filter(({ on }) => on.startsWith(month))];
    if (now.length < EASED_LEAST || then.length < EASED_LEAST) return [];
    const middle = (/** @type {{minutes: number}[]} */ all) => Math.floor(median(all.map(({ minutes }) => minutes)) ?? 0);
    return middle(now) > middle(then) ? { activity, then: middle(then), month, now: middle(now) } : [];
  });
}
