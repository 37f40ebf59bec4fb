/** The person's own words beside a vocabulary's. Pure. */

export const OWN_WORD_MOST = 60;

/** As it is kept: single spaces, none at the ends, 60 characters at most. @param {string} text */
export const tidy = (text) => text.replace(/\s+/g, ' ').trim().slice(0, OWN_WORD_MOST).trim();

/** Whether two are the same word to their owner: capitals and spaces do not count. @param {string} one @param {string} other */
export const sameWord = (one, other) => bare(one) === bare(other);

/** @param {string} text */
const bare = (text) => text.normalize('NFC').replace(/\s+/g, '').toLowerCase();
