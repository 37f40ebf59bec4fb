/** What the phone makes a report from: the person's own records of a period. Pure. */
import { dayOf } from '../appointment.js';
import { isCounted } from '../confirmed.js';
import { SCOPES } from '../scopes.js';
import { mayTellSymptom, told } from '../tact.js';
import { bySite, feltOf, onOf } from './felt.js';
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
 * @typedef {object} Material
 * @property {string} first
 * @property {string} last
 * @property {number} days
 * @property {Felt[]} pains - of the period
 * @property {[site: string, felt: Felt[]][]} sites
 * @property {Set<string>} logged - days of the period with an entry
 * @property {Rec[]} medicines
 * @property {Rec[]} visits
 * @property {string} today
 * @property {import('./words.js').Label} label
 */

/** The kinds that are read. */
export const READ = new Set(['symptom', 'daily', 'medicine', 'appointment']);

const ALL = Object.keys(SCOPES);
const TENDER = new Set(['mood', 'intimate']);

/**
 * @param {readonly Rec[]} recs
 * @param {Asked} asked
 * @param {import('./words.js').Label} label
 * @returns {Material}
 */
export function materialOf(recs, { first, last, today, secret, tender, owner }, label) {
  const open = tender ? ALL : ALL.filter((one) => !TENDER.has(one));
  const kept = recs.filter((rec) => !rec.deleted && (secret || !rec.body.private));
  const inside = (/** @type {string | null} */ on) => on !== null && first <= on && on <= last;
  const felt = kept.filter((rec) => rec.kind === 'symptom' && mayTellSymptom(rec.body.symptom, open) && isCounted(rec, owner))
    .sort(earlier).flatMap(({ kind, body }) => feltOf(told(kind, body, open))).filter(({ on }) => inside(on));
  const strips = kept.flatMap(({ kind, body }) => (kind === 'daily' && inside(onOf(body)) ? [/** @type {string} */ (onOf(body))] : []));
  const pains = felt.filter(({ pain }) => pain);
  return {
    first, last, today, label, pains, days: daysFrom(first, last) + 1, sites: bySite(pains),
    logged: new Set([...strips, ...felt.map(({ on }) => on)]),
    medicines: kept.filter(({ kind }) => kind === 'medicine').sort(earlier),
    visits: kept.filter(({ kind, body }) => kind === 'appointment' && dayOf(/** @type {any} */ (body)) !== null).sort(earlier),
  };
}

/** By day, then by id, as the server reads them. @param {Rec} a @param {Rec} b */
function earlier(a, b) {
  const [one, other] = [onOf(a.body) ?? '', onOf(b.body) ?? ''];
  return one < other || (one === other && a.id < b.id) ? -1 : 1;
}

/** The first day of each week of the period. @param {Material} material */
export const weeksOf = ({ first, days }) => Array.from({ length: Math.ceil(days / 7) }, (_, week) => plusDays(first, 7 * week));

/** The days of a week that lie in the period. @param {string} start @param {Material} material */
export const daysOfWeek = (start, { last }) => Array.from({ length: 7 }, (_, number) => plusDays(start, number)).filter((on) => on <= last);
