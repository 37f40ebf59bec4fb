/** What the phone makes a report from: the person's own records of a period and of before (backend/reports/material.py). Pure. */
import { isCounted } from '../confirmed.js';
import { SCOPES } from '../scopes.js';
import { mayTellSymptom, told } from '../tact.js';
import { bySite, feltOf, LONGEST_SPAN, onOf } from './felt.js';
import { wordingOf } from './wording.js';
import { daysFrom, plusDays } from './words.js';

/**
 * @typedef {import('./felt.js').Felt} Felt
 * @typedef {{id: string, kind: string, body: Record<string, any>, deleted?: boolean, author?: {account?: string | null} | null}} Rec
 *
 * @typedef {object} Asked
 * @property {string} first - YYYY-MM-DD
 * @property {string} last
 * @property {string} today
 * @property {boolean} secret - with what is marked private
 * @property {boolean} tender - with what tells of mood, bladder and bowel
 * @property {string | null | undefined} owner - account
 *
 * @typedef {object} Packs - of the content
 * @property {Readonly<Record<string, readonly import('./wording.js').Term[]>>} lists - the vocabulary
 * @property {readonly any[]} questions - of the Pain Story
 * @property {{messages: readonly any[], tiers: readonly any[]}} safety
 * @property {ReadonlyMap<string, string>} movements - names by id
 *
 * @typedef {object} Material
 * @property {string} first
 * @property {string} last
 * @property {number} days
 * @property {string} today
 * @property {(kind: string) => readonly Rec[]} of - every record of a kind, oldest first
 * @property {(kind: string) => readonly Rec[]} within - those of the period
 * @property {Felt[]} felt - every symptom entry of the period and before
 * @property {Felt[]} pains - entries of pain in the period
 * @property {[site: string, felt: Felt[]][]} sites
 * @property {Set<string>} logged - days, in the period and before, with an entry or with the strip of the day
 * @property {(on: string | null) => boolean} inPeriod
 * @property {import('./wording.js').Wording} words
 * @property {Packs} packs
 * @property {import('./patterns.js').Seen} seen
 * @property {boolean} tender
 */

/** Told of as they stand now, whenever they were written. */
export const STANDING = new Set(['medicine', 'event', 'profile', 'story', 'appointment', 'custom']);
/** Read from the first day on that is looked at. */
export const DAILY = new Set(['symptom', 'daily', 'mood', 'dose', 'plan_item', 'session', 'safety']);

/** What is looked at before a visit, to be compared with. */
const WINDOW = 28;
const ALL = Object.keys(SCOPES);
const TENDER = new Set(['mood', 'intimate']);

/** The first day that is looked at. @param {string} first @param {string} last @param {readonly Rec[]} visits */
export function sinceOf(first, last, visits) {
  const before = visits.map(({ body }) => onOf(body)).filter((on) => on !== null && on < last).sort().at(-1);
  const compared = before ? plusDays(before, -WINDOW) : first;
  return plusDays(compared < first ? compared : first, -LONGEST_SPAN);
}

/** So many records are looked at in one go: on a slow phone some frames. */
const AT_ONCE = 2500;

/**
 * Step by step, so that whoever waits can breathe between two of them.
 * @param {readonly Rec[]} recs
 * @param {Asked} asked
 * @param {Packs} packs
 * @param {import('./patterns.js').Seen} seen
 * @returns {Generator<void, Material>}
 */
export function* gathered(recs, { first, last, today, secret, tender, owner }, packs, seen) {
  const open = tender ? ALL : ALL.filter((one) => !TENDER.has(one));
  const by = yield* byKind(recs, (rec) => mayCount(rec, secret, owner) && (rec.kind !== 'symptom' || mayTellSymptom(rec.body.symptom, open)), open);
  const inPeriod = (/** @type {string | null} */ on) => on !== null && first <= on && on <= last;
  const of = (/** @type {string} */ kind) => by.get(kind) ?? [];
  /** @type {Felt[]} */
  const felt = [];
  for (const entries of inParts(of('symptom'))) {
    for (const { body } of entries) felt.push(...feltOf(body));
    yield;
  }
  const pains = felt.filter(({ pain, on }) => pain && inPeriod(on));
  const sites = bySite(pains);
  yield;
  return {
    first, last, today, packs, seen, tender, of, inPeriod, felt, pains, sites,
    days: daysFrom(first, last) + 1, words: wordingOf(packs.lists, ownWords(of)),
    within: (kind) => of(kind).filter(({ body }) => inPeriod(onOf(body))),
    logged: new Set([...of('daily').flatMap(({ body }) => onOf(body) ?? []), ...felt.map(({ on }) => on)]),
  };
}

/** @param {Parameters<typeof gathered>} from @returns {Material} all of it at once */
export function materialOf(...from) {
  const steps = gathered(...from);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** @template T @param {readonly T[]} all @returns {Generator<readonly T[]>} */
function* inParts(all) {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

/** @param {Rec} rec @param {boolean} secret @param {string | null | undefined} owner */
const mayCount = (rec, secret, owner) => !rec.deleted && (secret || rec.body.private !== true) && (rec.kind !== 'symptom' || isCounted(rec, owner));

/**
 * By kind and there by day, then by id, as the server reads them.
 * @param {readonly Rec[]} recs @param {(rec: Rec) => boolean} may @param {readonly string[]} open
 * @returns {Generator<void, Map<string, Rec[]>>}
 */
function* byKind(recs, may, open) {
  /** @type {Map<string, {rec: Rec, place: string}[]>} */
  const by = new Map();
  for (const some of inParts(recs)) {
    for (const rec of some.filter(may)) {
      const body = told(rec.kind, rec.body, open);
      const one = { rec: body === rec.body ? rec : { ...rec, body }, place: `${body.on ?? body.at?.slice(0, 10) ?? ''} ${rec.id}` };
      const its = by.get(rec.kind);
      if (its) its.push(one);
      else by.set(rec.kind, [one]);
    }
    yield;
  }
  for (const its of by.values()) its.sort((a, b) => (a.place < b.place ? -1 : 1));
  yield;
  return new Map([...by].map(([kind, its]) => [kind, its.map(({ rec }) => rec)]));
}

/** What their own words and medicines are called. @param {Material['of']} of @returns {Map<string, string>} */
function ownWords(of) {
  const named = [
    ...of('custom').map(({ id, body }) => [id, body.label]),
    ...of('medicine').map(({ id, body }) => [id, body.regimen?.name]),
  ];
  return new Map(/** @type {[string, string][]} */ (named.filter(([, label]) => label)));
}

/** What was told once of the person. @param {Material} material @returns {Record<string, any>} */
export const profileOf = ({ of }) => of('profile')[0]?.body ?? {};

/** The first day of each week of the period. @param {Material} material */
export const weeksOf = ({ first, days }) => Array.from({ length: Math.ceil(days / 7) }, (_, week) => plusDays(first, 7 * week));

/** The days of a week that lie in the period. @param {string} start @param {Material} material */
export const daysOfWeek = (start, { last }) => Array.from({ length: 7 }, (_, number) => plusDays(start, number)).filter((on) => on <= last);
