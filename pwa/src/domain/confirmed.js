/**
 * What somebody else wrote down for the person counts once the person has said "Yes, that's right". Until then it stays
 * out of plans, safety rules, what is usual, and every number told of a day. The yes belongs to what the entry said at
 * that moment: once its writer changes it, it has to be said again. Pure.
 * The same as backend/domain/confirmed.py; both read tests/vectors/confirmed.json.
 */
import { sha1 } from './sha1.js';

/** @typedef {Record<string, any>} Body */

/**
 * Whether an entry may be weighed.
 * @param {{body: Body, author?: {account?: string | null} | null}} entry
 * @param {string | null | undefined} owner - account; undefined: not known yet, and nothing is held back
 */
export function isCounted({ body, author }, owner) {
  return owner === undefined || !author || author.account === owner || isConfirmed(body);
}

/** Whether the person said yes to the entry as it stands. @param {Body} body */
export const isConfirmed = (body) => body.confirmed === true && body.confirmed_as === asSaid(body);

/** What "Yes, that's right" stores. @param {Body} body - as it stands @returns {{confirmed: true, confirmed_as: string}} */
export const yes = (body) => ({ confirmed: true, confirmed_as: asSaid(body) });

/** What the yes rests on. */
const WEIGHED = new Set(['on', 'until_on', 'symptom', 'severity_nrs', 'minutes_long', 'generalised', 'hard_day', 'regions', 'words', 'patterns',
  'triggers', 'stops_me', 'relief']);

/**
 * What a change by the person stores: what they set themselves in somebody else's entry they need not say yes to.
 * @param {{kind: string, body: Body, author?: {account?: string | null} | null}} rec
 * @param {Body} set
 * @param {string | null} owner - account
 * @returns {Body}
 */
export function setByPerson(rec, set, owner) {
  const foreign = rec.kind === 'symptom' && rec.author && rec.author.account !== owner;
  if (!foreign || !Object.keys(set).some((field) => WEIGHED.has(field))) return set;
  return { ...set, ...yes({ ...rec.body, ...set }) };
}

/** SHA-1 in hex of all that is weighed in an entry; nothing secret rests on it. @param {Body} body */
export function asSaid(body) {
  const { on, until_on, symptom, severity_nrs, minutes_long, generalised, hard_day } = body;
  const said = [
    ...[on, until_on, symptom, severity_nrs, minutes_long].map((one) => one ?? null),
    generalised === true, hard_day === true,
    listed((body.regions ?? []).map((/** @type {Body} */ one) => `${one.region} ${one.side}`)),
    ...['words', 'patterns', 'triggers'].map((name) => listed(body[name] ?? [])),
    listed((body.stops_me ?? []).map((/** @type {Body} */ one) => joined(one, ['activity', 'minutes']))),
    listed((body.relief ?? []).map((/** @type {Body} */ one) => joined(one, ['what', 'before_nrs', 'after_nrs']))),
  ];
  const digest = sha1(new TextEncoder().encode(JSON.stringify(said)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sorted as the server sorts: by their letters. @param {string[]} items */
const listed = (items) => [...new Set(items)].sort();

/** @param {Body} one @param {string[]} names */
const joined = (one, names) => names.map((name) => one[name] ?? '').join(' ');
