/**
 * One slot of a medicine that was noted twice, as by the person and by somebody who helps. Both records stay until the
 * person has said whether it was one dose or two; nobody else can know. Pure.
 */
import { dayOf, EARLIER_DAYS, wasTaken } from './dose.js';

/** @typedef {import('./overlay.js').Rec} Rec */

/** What a dose may say besides that it was taken. */
const DETAILS = ['body_site', 'reactions', 'note'];

/**
 * Doses of one slot that may be one, in order. A dose that names another one of its slot in `beside` was said to be one more.
 * @template {{id: string, body: Record<string, any>}} T
 * @param {readonly T[]} doses - none deleted
 * @returns {[slot: string, T[]][]} of each slot and medicine those that nobody was asked about
 */
function bySlot(doses) {
  /** @type {Map<string, T[]>} */
  const slots = new Map();
  for (const dose of doses) {
    const { medicine_id, slot } = dose.body;
    if (!medicine_id || !slot || !wasTaken(dose)) continue;
    const key = `${slot} ${medicine_id}`;
    slots.set(key, [...slots.get(key) ?? [], dose]);
  }
  return [...slots].map(([key, its]) => {
    const ids = new Set(its.map(({ id }) => id));
    return [key, its.filter(({ body }) => !ids.has(body.beside)).sort(earlierFirst)];
  });
}

/**
 * Pairs that nobody was asked about, the newest first.
 * @param {readonly Rec[]} doses - none deleted
 * @param {string} today - YYYY-MM-DD
 * @returns {[first: Rec, second: Rec][]} at most one for each slot
 */
export function notedTwice(doses, today) {
  const recent = doses.filter((dose) => daysBack(dayOf(dose), today) <= EARLIER_DAYS);
  return bySlot(recent).sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([, open]) => (
    open.length > 1 ? [/** @type {[Rec, Rec]} */ ([open[0], open[1]])] : []));
}

/**
 * Those that may be a dose noted before them, of any day.
 * @template {{id: string, body: Record<string, any>}} T
 * @param {readonly T[]} doses - none deleted
 */
export const maybeAgain = (doses) => bySlot(doses).flatMap(([, open]) => open.slice(1));

/** @param {string} on @param {string} today */
const daysBack = (on, today) => (Date.parse(today) - Date.parse(on)) / 86_400_000;

/** @typedef {{id: string, body: Record<string, any>}} Dose */
/** @param {Dose} a @param {Dose} b */
const earlierFirst = (a, b) => ((a.body.at ?? '') + a.id < (b.body.at ?? '') + b.id ? -1 : 1);

/** @param {Rec} dose @param {string | null} me - account */
export const isOwn = ({ author }, me) => !author || author.account === me;

/**
 * What "one dose" does: the person's own record goes, since it is theirs to take out, and what only it says is added to
 * the one that stays. A private one gives nothing away.
 * @param {readonly [Rec, Rec]} pair
 * @param {string | null} me - account
 * @returns {{goes: Rec, stays: Rec, add: Record<string, any>}}
 */
export function asOne(pair, me) {
  const own = pair.filter((dose) => isOwn(dose, me));
  const goes = own.length === 1 ? own[0] : says(pair[0]) < says(pair[1]) ? pair[0] : pair[1];
  const stays = goes === pair[0] ? pair[1] : pair[0];
  const gives = goes.body.private !== true || stays.body.private === true;
  const add = gives ? DETAILS.filter((field) => has(goes, field) && !has(stays, field)) : [];
  return { goes, stays, add: Object.fromEntries(add.map((field) => [field, goes.body[field]])) };
}

/**
 * What "two doses" remembers, on the person's own record where there is one.
 * @param {readonly [Rec, Rec]} pair
 * @param {string | null} me - account
 * @returns {{id: string, set: {beside: string}}}
 */
export function asTwo(pair, me) {
  const marked = [...pair].reverse().find((dose) => isOwn(dose, me)) ?? pair[1];
  const other = marked === pair[0] ? pair[1] : pair[0];
  return { id: marked.id, set: { beside: other.id } };
}

/** @param {Rec} dose @param {string} field */
const has = ({ body }, field) => (Array.isArray(body[field]) ? body[field].length > 0 : Boolean(body[field]));

/** @param {Rec} dose */
const says = (dose) => DETAILS.filter((field) => has(dose, field)).length;
