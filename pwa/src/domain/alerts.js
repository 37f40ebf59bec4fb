/**
 * Safety messages over time: which are stored and open, what they leave of a session. The same as
 * backend/domain/alerts.py; both read tests/vectors/alerts.json.
 *
 * A safety record is one message of one day. The record with the message id CHECK holds a day's answers; it is shared
 * with nobody. Records come in any order, none of them deleted.
 */
import { daysBack } from './history.js';

/**
 * @typedef {{id: string, body: Record<string, any>}} Rec
 * @typedef {{tiers: any[], messages: any[], [more: string]: any}} Pack
 * @typedef {{message: string, tier: string}} Found
 * @typedef {{message: string, tier: string, checks: Record<string, string>, reopen: boolean}} Store
 * @typedef {{id: string, message: string, tier: string, on: string, shown: boolean, effect: string}} Open
 * @typedef {{state: 'lock' | 'quiet' | 'pause' | 'flare' | 'gentle' | 'all', leave_out: string[], add: string[], ease: boolean}} Allowed
 */

export const CHECK = 'CHECK';
const TIERS = ['E1', 'E2', 'E3', 'E4', 'E5'];
const ALARM = ['yes', 'not_sure'];
/** Days without the same message after an answer; E1 and E2 come with every matching entry. @type {Record<string, number>} */
const NOT_NOW_DAYS = { E3: 2, E4: 14 };
/** @type {Record<string, number>} */
const DONE_DAYS = { E3: 7, E4: 14, E5: 14 };
/** Of what is left of a session; the first that stands decides. */
const SESSIONS = /** @type {const} */ (['lock', 'quiet', 'pause', 'flare', 'gentle']);

/** Every question to the date it was last answered. @param {readonly Rec[]} records @returns {Record<string, string>} */
export function answered(records) {
  /** @type {Record<string, string>} */
  const last = {};
  for (const { on, checks } of daysOf(records)) {
    for (const name of Object.keys(checks)) if (on > (last[name] ?? '')) last[name] = on;
  }
  return last;
}

/**
 * Answers of today that still count: an alarm counts no more once its message was answered.
 * @param {readonly Rec[]} records
 * @param {string} today
 * @returns {Record<string, string>}
 */
export function counted(records, today) {
  const done = messagesOf(records).filter(({ body }) => body.on === today && (body.answer ?? 'not_now') !== 'not_now');
  const closed = new Set(done.flatMap(({ body }) => Object.entries(body.checks ?? {}))
    .filter(([, answer]) => ALARM.includes(answer)).map(([name]) => name));
  const told = daysOf(records).filter(({ on }) => on === today).flatMap(({ checks }) => Object.entries(checks));
  return Object.fromEntries(told.filter(([name, answer]) => !(closed.has(name) && ALARM.includes(answer))));
}

/**
 * Messages to store for today, the most urgent first. reopen: an answer given earlier today counts no more. What is quiet,
 * or open already, is left out.
 * @param {readonly Found[]} found
 * @param {readonly Rec[]} records
 * @param {Pack} pack
 * @param {Record<string, string>} given - answers of this round
 * @param {string} today
 * @returns {Store[]}
 */
export function toStore(found, records, pack, given, today) {
  return found.flatMap((one) => {
    const last = messagesOf(records).filter(({ body }) => body.message_id === one.message).map(({ body }) => body).sort(byTime).at(-1) ?? null;
    if (last && rests(one.tier, last, pack, today)) return [];
    const now = last?.on === today ? last : null;
    const tier = now && now.tier < one.tier ? now.tier : one.tier;
    const reads = questionsOf(pack.messages.find(({ id }) => id === one.message)?.rules.map((/** @type {any} */ rule) => rule.when));
    const checks = Object.fromEntries(Object.entries(given).filter(([name]) => reads.has(name)));
    const fresh = Object.values(checks).some((answer) => ALARM.includes(answer));
    const reopen = now !== null && (tier < now.tier || one.tier === 'E1' || fresh);
    return [{ message: one.message, tier, checks: { ...now?.checks, ...checks }, reopen }];
  });
}

/**
 * Whether a message is not due again: E3 while open or quiet, E4 and E5 within their days.
 * @param {string} tier
 * @param {Record<string, any>} last - its newest record
 * @param {Pack} pack
 * @param {string} today
 */
function rests(tier, last, pack, today) {
  if (tier === 'E1' || tier === 'E2' || tier < last.tier) return false;
  if ((last.ask_again_on ?? '') > today) return true;
  const days = tier === 'E3' ? NOT_NOW_DAYS.E3 : behaviour(pack, tier).quiet_days;
  const back = daysBack(last.on, today) ?? 0;
  return (tier !== 'E3' || !last.answer) && back >= 0 && back < days;
}

/**
 * Messages that wait for an answer, the most urgent first. One that was answered closes those before it. shown: false while
 * a "not now" rests; it counts all the same.
 * @param {readonly Rec[]} records
 * @param {Pack} pack
 * @param {string} today
 * @returns {Open[]}
 */
export function openMessages(records, pack, today) {
  /** @type {Map<string, Rec[]>} */
  const byMessage = new Map();
  for (const one of messagesOf(records).sort((a, b) => byTime(a.body, b.body))) {
    byMessage.set(one.body.message_id, [...(byMessage.get(one.body.message_id) ?? []), one]);
  }
  const found = [...byMessage].flatMap(([message, mine]) => openOf(message, mine, pack, today) ?? []);
  return found.sort((a, b) => b.on.localeCompare(a.on)).sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

/** @param {string} message @param {Rec[]} mine - oldest first @param {Pack} pack @param {string} today @returns {Open | null} */
function openOf(message, mine, pack, today) {
  const since = mine.reduce((at, { body }, i) => (closes(body, pack, today) ? i + 1 : at), 0);
  const waiting = mine.slice(since).filter(({ body }) => !isOver(body, pack, today));
  const row = pack.messages.find(({ id }) => id === message);
  const newest = waiting.at(-1);
  if (!newest || !row) return null;
  const tier = waiting.map(({ body }) => body.tier).sort()[0];
  const resting = newest.body.answer === 'not_now' && (newest.body.ask_again_on ?? '') > today;
  return { id: newest.id, message, tier, on: newest.body.on, shown: tier === 'E1' || tier === 'E2' || !resting, effect: effectOf(row, tier) };
}

/**
 * What open messages leave of a session. state: lock (none), quiet and pause (breathing and resting), flare (the tiny set),
 * gentle, or all. A note of E5 holds for its own day.
 * @param {readonly Open[]} waiting
 * @param {Pack} pack
 * @param {string} today
 * @returns {Allowed}
 */
export function sessionsAllowed(waiting, pack, today) {
  const now = waiting.filter(({ tier, on }) => tier !== 'E5' || on === today);
  const effects = new Set(now.map(({ effect }) => effect));
  const plans = now.map(({ effect, message }) => ({ effect, plan: pack.messages.find(({ id }) => id === message)?.plan ?? {} }));
  return {
    state: SESSIONS.find((state) => effects.has(state)) ?? 'all',
    leave_out: [...new Set(plans.filter(({ effect }) => effect === 'limit').flatMap(({ plan }) => plan.leave_out ?? []))],
    add: [...new Set(plans.flatMap(({ plan }) => plan.add ?? []))],
    ease: effects.has('ease') || effects.has('lighter'),
  };
}

/**
 * The fields an answer stores: the answer, and the date before which the message rests.
 * @param {string} tier
 * @param {string} answer
 * @param {Pack} pack
 * @param {string} today
 * @returns {{answer: string, ask_again_on: string | null}}
 */
export function answerOf(tier, answer, pack, today) {
  const days = answer === 'team_knows' ? behaviour(pack, tier).quiet_days : (answer === 'not_now' ? NOT_NOW_DAYS : DONE_DAYS)[tier];
  return { answer, ask_again_on: days === undefined ? null : dayAfter(today, days) };
}

/** @param {Record<string, any>} body @param {Pack} pack @param {string} today */
function closes({ answer, tier, ask_again_on }, pack, today) {
  const { unlock_by } = behaviour(pack, tier);
  if (answer === 'team_knows' && unlock_by.includes('team_knows')) return (ask_again_on ?? '9') > today;
  return [...unlock_by, 'seen', 'cleared', ...(tier === 'E1' ? [] : ['checked_before'])].includes(answer);
}

/** A note of E5 goes by itself after its days. @param {Record<string, any>} body @param {Pack} pack @param {string} today */
const isOver = ({ tier, on }, pack, today) => tier === 'E5' && (daysBack(on, today) ?? 0) >= behaviour(pack, 'E5').quiet_days;

/** @param {readonly Rec[]} records */
const messagesOf = (records) => records.filter(({ body }) => body.on && TIERS.includes(body.tier) && body.message_id && body.message_id !== CHECK);

/** @param {readonly Rec[]} records */
const daysOf = (records) => records.map(({ body }) => body).filter(({ message_id, on, checks }) => message_id === CHECK && on && checks);

/** @param {Record<string, any>} a @param {Record<string, any>} b */
const byTime = (a, b) => (a.on === b.on ? order(a.at ?? '', b.at ?? '') : order(a.on, b.on));

/** @param {string} a @param {string} b */
const order = (a, b) => (a < b ? -1 : Number(a > b));

/** @param {Pack} pack @param {string} tier */
const behaviour = (pack, tier) => pack.tiers.find(({ id }) => id === tier).behaviour;

/** @param {any} row - a message of the pack @param {string} tier @returns {string} */
export const effectOf = (row, tier) => row.rules.find((/** @type {any} */ rule) => rule.tier === tier)?.effect ?? row.plan.effect;

/** The questions a rule reads. @param {any} rule @returns {Set<string>} */
function questionsOf(rule) {
  if (Array.isArray(rule)) return new Set(rule.flatMap((one) => [...questionsOf(one)]));
  if (typeof rule !== 'object' || rule === null) return new Set();
  if (typeof rule.var === 'string') return new Set(rule.var.startsWith('checks.') ? [rule.var.slice('checks.'.length)] : []);
  return questionsOf(Object.values(rule));
}

/** @param {string} on @param {number} days */
const dayAfter = (on, days) => new Date(Date.parse(`${on}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
