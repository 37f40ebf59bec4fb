/** The words of a report: labels of the vocabulary, with the person's own among them (backend/reports/wording.py). Pure. */
import { capitalised, lowered } from './words.js';

/**
 * @typedef {{id: string, label: string, medical?: string, family?: string}} Term
 *
 * @typedef {object} Wording
 * @property {(list: string, id: string, medical?: boolean) => string} of - the label; with its medical word in brackets where that is wanted and known
 * @property {(list: string, ids: Iterable<string>) => string} listed - some labels in one line, in lower case; a label may hold a comma
 * @property {(region: string, side: string | null) => string} place - "Right hip", "Hip, both sides", "Lower back"
 * @property {(word: string) => string | undefined} family - whether a word is of the nerve or the muscle kind, or of both
 */

/**
 * @param {Readonly<Record<string, readonly Term[]>>} lists
 * @param {ReadonlyMap<string, string>} own - the person's own words, by the id of their record
 * @returns {Wording}
 */
export function wordingOf(lists, own) {
  const terms = new Map(Object.entries(lists).flatMap(([list, its]) => its.map((term) => [`${list} ${term.id}`, term])));
  const of = (/** @type {string} */ list, /** @type {string} */ id, medical = false) => {
    const term = terms.get(`${list} ${id}`);
    if (!term) return own.get(id) ?? 'An own word';
    return medical && term.medical ? `${term.label} (${term.medical})` : term.label;
  };
  return {
    of,
    listed: (list, ids) => [...ids].map((id) => lowered(of(list, id))).join('; '),
    place: (region, side) => placed(of('regions', region), side),
    family: (word) => terms.get(`words ${word}`)?.family,
  };
}

/** @param {string} name @param {string | null} side */
function placed(name, side) {
  if (side === 'left' || side === 'right') return `${capitalised(side)} ${lowered(name)}`;
  return side === 'both' ? `${name}, both sides` : name;
}

/** @param {Wording} words @param {string} site - region and side with a space between */
export function siteName(words, site) {
  const [region, side] = site.split(' ');
  return region === 'generalised' ? 'All over' : words.place(region, side);
}

/** A place in an id: "hip.right", "generalised". @param {string} site */
export const siteKey = (site) => site.replace(' ', '.').replace(/\.+$/, '');
