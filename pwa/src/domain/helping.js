/** Adding for somebody who shares: what may be added, when it is there, and what is whose. Pure. */
import { lived, zoneNow } from './time.js';

/**
 * @typedef {import('./overlay.js').Rec} Rec
 *
 * @typedef {object} Share - what somebody lets the reader see and add
 * @property {string[]} read - scope ids
 * @property {string[]} [write]
 *
 * @typedef {'pain' | 'noticed' | 'dose' | 'event' | 'together' | 'visit' | 'note'} Act
 */

/** Notes have types of their own, which nobody chooses from a list. */
export const NOTE = 'note';
export const VISIT_NOTE = 'visit_note';
export const COMING = 'coming';
export const TEXT_MOST = 500;

/** What happened, as far as somebody beside can tell. A relapse is for the person and their team to name. */
const EVENTS = Object.freeze([
  { type: 'fall', scope: 'daily' }, { type: 'illness', scope: 'daily' }, { type: 'new_aid', scope: 'daily' },
  { type: 'infusion', scope: 'medicines' }, { type: 'steroid_course', scope: 'medicines' },
]);

/** @param {Share} share @returns {string[]} types of events that may be added */
export const eventsFor = ({ read, write = [] }) => EVENTS.filter(({ scope }) => write.includes(scope) && read.includes(scope)).map(({ type }) => type);

/**
 * What may be added, the usual things first. Nobody adds what they could not read back.
 * @param {Share} share
 * @param {{medicines: boolean, visit: boolean, plan: boolean}} there - whether there is one to add to
 * @returns {Act[]}
 */
export function actsFor(share, there) {
  const may = (/** @type {string} */ scope) => share.write?.includes(scope) === true && share.read.includes(scope);
  /** @type {[Act, boolean][]} */
  const acts = [
    ['noticed', may('observations')],
    ['pain', may('symptoms')],
    ['dose', may('medicines') && there.medicines],
    ['together', may('exercise') && there.plan],
    ['event', eventsFor(share).length > 0],
    ['visit', may('observations') && share.read.includes('appointments') && there.visit],
    ['note', may('observations')],
  ];
  return acts.filter(([, allowed]) => allowed).map(([act]) => act);
}

/**
 * This moment where the person is, as far as their entries tell: their day counts, not the reader's.
 * @param {readonly Rec[]} records - newest first
 * @param {string | null} me - the reader's account; what they wrote says nothing of it
 * @param {Date} [now]
 * @returns {import('./time.js').Lived}
 */
export function theirNow(records, me, now = new Date()) {
  const zone = records.find((rec) => !rec.deleted && rec.body.tz && rec.author && rec.author.account !== me)?.body.tz;
  return lived(now, zone ?? zoneNow());
}

/** Whether somebody wrote a record of another person's diary. @param {Rec} rec @param {string | null} me - account */
export const wroteIt = ({ author }, me) => author === null || (me !== null && author.account === me);

/** Kinds that are added for somebody. */
const ADDED = new Set(['symptom', 'observation', 'dose', 'event', 'session']);

/**
 * What the reader added to somebody's diary of late, newest first. "On my way" is no entry.
 * @param {readonly Rec[]} records @param {string | null} me - account @param {string} since - a date
 * @returns {Rec[]}
 */
export function addedBy(records, me, since) {
  return records.filter((rec) => ADDED.has(rec.kind) && !rec.deleted && wroteIt(rec, me) && rec.body.type !== COMING
    && dayOfEntry(rec) >= since).sort(newestFirst);
}

/** The date an entry is for. @param {Rec} rec @returns {string} */
export const dayOfEntry = ({ body }) => body.on ?? body.at?.slice(0, 10) ?? body.slot?.slice(0, 10) ?? '';

/** @param {Rec} a @param {Rec} b */
const newestFirst = (a, b) => (momentOf(a) < momentOf(b) ? 1 : -1);

/** @param {Rec} rec */
const momentOf = (rec) => `${dayOfEntry(rec)} ${Date.parse(rec.body.at ?? '') || 0} ${rec.id}`;

/**
 * What others wrote into one's own diary, newest first.
 * @param {readonly Rec[]} records @param {string | null} me - account
 * @returns {Rec[]}
 */
export function byHelpers(records, me) {
  return records.filter((rec) => ADDED.has(rec.kind) && !rec.deleted && rec.author && rec.author.account !== me
    && rec.body.type !== COMING).sort(newestFirst);
}
