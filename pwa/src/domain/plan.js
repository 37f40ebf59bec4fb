/** Which plan holds on a day, and what it has for it: the server's, or the starter week of the phone's own packs. Pure. */
import { doseOf } from './planner/dose.js';

/**
 * @typedef {import('./overlay.js').Rec} Rec
 * @typedef {import('./planner/dose.js').Dose} Dose
 * @typedef {import('./planner/shelf.js').Shelf} Shelf
 *
 * @typedef {object} Item - one movement of one day
 * @property {string | null} id - of its record; null in a starter week
 * @property {string} on
 * @property {number} order
 * @property {number[]} lengths - the sessions it is part of, in minutes
 * @property {Dose} dose
 * @property {Dose | null} gentle - what it becomes when it is made easier
 * @property {string[]} why - ids of rules and facts
 * @property {'alone' | 'hand' | 'skip'} helper - skip: the person does not want it
 * @property {'planner' | 'person' | 'therapist'} set_by
 * @property {string | null} note - why it was made harder
 *
 * @typedef {Record<string, any>} Body - of a plan item, as it is stored
 * @typedef {{level: string, cleared: boolean, template: string, days: Record<string, Body[]>}} Week - a starter week
 * @typedef {{weeks: Week[]}} Starters
 */

export const LENGTHS = [3, 8, 15];
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Whoever did not say how they get about has what suits with a walker, lying and seated. */
const UNSAID = 'walker';

/** The longest of the three lengths that fits into the minutes somebody has. @param {number | null | undefined} minutes */
export const lengthFor = (minutes) => (minutes ? Math.max(...LENGTHS.filter((one) => one <= minutes), LENGTHS[0]) : 8);

/** @param {string} on - a date @returns {string} mon to sun */
export const weekday = (on) => WEEK[(new Date(`${on}T12:00:00Z`).getUTCDay() + 6) % 7];

/** @param {Rec} plan @returns {string} the last day it has */
export function lastDayOf({ body }) {
  const last = new Date(Date.parse(`${body.started_on}T12:00:00Z`) + ((body.weeks ?? 2) * 7 - 1) * 86_400_000).toISOString().slice(0, 10);
  return body.ended_on && body.ended_on < last ? body.ended_on : last;
}

/**
 * The plan of a day: of those that run, the one that began last.
 * @param {readonly Rec[]} plans - live ones
 * @param {string} on
 * @returns {Rec | null}
 */
export function planOn(plans, on) {
  const running = plans.filter((one) => one.body.started_on && one.body.started_on <= on && on <= lastDayOf(one));
  return running.reduce((/** @type {Rec | null} */ best, one) => (best && later(best, one) ? best : one), null);
}

/** So many days of a plan are left, beside the one of today, when the next one is made. */
const RENEWED_AT_DAYS = 7;

/**
 * The day the next plan begins, where the one that holds comes to its end and none follows it.
 * @param {readonly Rec[]} plans - live ones
 * @param {string} on - today
 * @returns {string | null}
 */
export function renewalDay(plans, on) {
  if (!planOn(plans, on)) return null;
  const day = (/** @type {number} */ ahead) => new Date(Date.parse(`${on}T12:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10);
  return plans.some((one) => lastDayOf(one) >= day(RENEWED_AT_DAYS)) ? null : day(1);
}

/** @param {Rec} a @param {Rec} b */
const later = (a, b) => (a.body.started_on === b.body.started_on ? a.id > b.id : a.body.started_on > b.body.started_on);

/**
 * Items of one plan and day, in their order. What this build does not know is left out.
 * @param {Shelf} shelf
 * @param {readonly Rec[]} items - live ones of any plan
 * @param {string} plan - its id
 * @param {string} on
 * @returns {Item[]}
 */
export function itemsOf(shelf, items, plan, on) {
  return inOrder(items.filter(({ body }) => body.plan_id === plan && body.on === on)
    .flatMap(({ id, body }) => itemOf(shelf, id, { ...body, on }) ?? []));
}

/**
 * What a starter week has for a day.
 * @param {Shelf} shelf
 * @param {Week} week
 * @param {string} on
 * @param {readonly string[]} [leftOut] - movements the person does not want
 * @returns {Item[]}
 */
export const starterItems = (shelf, week, on, leftOut = []) => inOrder((week.days[weekday(on)] ?? []).flatMap((body) => (
  itemOf(shelf, null, { ...body, on, ...(leftOut.includes(body.dose?.movement) ? { helper: 'skip' } : {}) }) ?? [])));

/** @param {Shelf} shelf @param {string | null} id @param {Body} body @returns {Item | null} */
function itemOf(shelf, id, body) {
  const movement = shelf.movements.get(body.dose?.movement);
  if (!movement) return null;
  const gentle = body.gentle && shelf.movements.get(body.gentle.movement);
  return {
    id, on: body.on, order: body.order ?? 0, lengths: body.lengths ?? LENGTHS, dose: doseOf(body.dose, movement),
    gentle: gentle ? doseOf(body.gentle, gentle) : null, why: body.why ?? [],
    helper: body.helper ?? 'alone', set_by: body.set_by ?? 'planner', note: body.override_note ?? null,
  };
}

/** @param {Item[]} items */
const inOrder = (items) => items.sort((a, b) => a.order - b.order || (a.dose.movement < b.dose.movement ? -1 : 1));

/**
 * The starter week for what somebody said of themselves: by how they get about, and by what they want.
 * @param {Starters} starters
 * @param {{goals: readonly any[]}} plans - the pack
 * @param {import('./profile.js').Profile} profile
 * @returns {Week | null}
 */
export function starterFor(starters, plans, { mobility, clearance, goals }) {
  const level = mobility ?? UNSAID;
  const cleared = clearance === 'yes' && Boolean(mobility);
  const mine = starters.weeks.filter((week) => week.level === level && week.cleared === cleared);
  const wished = plans.goals.filter(({ asked_by }) => asked_by.some((/** @type {string} */ one) => goals?.includes(one)))
    .flatMap(({ templates }) => (templates[level] ?? []).map((/** @type {{template: string}} */ { template }) => template));
  return mine.find(({ template }) => wished.includes(template)) ?? mine[0] ?? null;
}

/**
 * Movements beyond the core set that somebody put in, those of a therapist, and those nobody wants.
 * The same as backend/domain/planner/chosen.py.
 * @param {readonly Rec[]} plans @param {readonly Rec[]} items - live ones
 */
export function chosenIn(plans, items) {
  const by = (/** @type {string} */ who) => items.filter(({ body }) => body.set_by === who).flatMap(({ body }) => body.dose?.movement ?? []);
  return { added: by('person'), prescribed: by('therapist'), leftOut: leftOutOf(plans, items) };
}

/** What the last of its days leaves out: one day without it is one day. Days that a newer plan took over say nothing. @param {readonly Rec[]} plans @param {readonly Rec[]} items */
function leftOutOf(plans, items) {
  const ends = new Map(plans.filter(({ body }) => body.started_on).map((plan) => [plan.id, lastDayOf(plan)]));
  /** @type {Map<string, {on: string, out: boolean}>} */
  const last = new Map();
  for (const { body: { dose, on, plan_id, helper } } of items) {
    if (!dose?.movement || !on || on > (ends.get(plan_id) ?? '')) continue;
    const then = last.get(dose.movement) ?? { on: '', out: true };
    if (on >= then.on) last.set(dose.movement, { on, out: helper === 'skip' && (then.out || on > then.on) });
  }
  return [...last].filter(([, { out }]) => out).map(([movement]) => movement);
}
