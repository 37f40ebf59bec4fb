/** The person's own words beside a vocabulary's. Pure. */

export const OWN_WORD_MOST = 60;

/** As it is kept: single spaces, none at the ends, 60 characters at most. @param {string} text */
export const tidy = (text) => text.replace(/\s+/g, ' ').trim().slice(0, OWN_WORD_MOST).trim();

/** Whether two are the same word to their owner: capitals and spaces do not count. @param {string} one @param {string} other */
export const sameWord = (one, other) => bare(one) === bare(other);

/** @param {string} text */
const bare = (text) => text.normalize('NFC').replace(/\s+/g, '').toLowerCase();

/** @typedef {import('./overlay.js').Rec} Rec */

/** @type {WeakMap<Rec, Set<string>>} records do not change in place */
const named = new WeakMap();
const OWN_ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** @param {Rec} rec @returns {Set<string>} every record id that stands in its body */
function namedIn(rec) {
  const ids = named.get(rec) ?? new Set(JSON.stringify(rec.body).match(OWN_ID) ?? []);
  named.set(rec, ids);
  return ids;
}

/** @param {string} id - a UUID of version 7 @returns {string} the day it was made, UTC */
const madeOn = (id) => new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString().slice(0, 10);

/**
 * Own words that only private entries say are private too, since their name alone may tell; a word that any
 * other entry says is not.
 * @param {readonly Rec[]} recs - the records at hand, of every kind
 * @param {string} since - the first day from which all of them are at hand; of a word made earlier not every use is known
 * @returns {{id: string, private: boolean}[]} what has to change
 */
export function wordsToTurn(recs, since) {
  const own = recs.filter(({ kind, deleted }) => kind === 'custom' && !deleted);
  if (own.length === 0) return [];
  const entries = recs.filter(({ kind, deleted }) => kind !== 'custom' && !deleted);
  return own.map((word) => {
    const saying = entries.filter((rec) => namedIn(rec).has(word.id));
    const open = saying.some(({ body }) => body.private !== true);
    const hidden = word.body.private === true;
    const known = saying.length > 0 && madeOn(word.id) >= since;
    return { id: word.id, private: hidden ? !open : !open && known, before: hidden };
  }).filter((one) => one.private !== one.before).map(({ id, private: secret }) => ({ id, private: secret }));
}
