/** The mood of a day in plain words. */

const MOOD = /** @type {Record<string, string>} */ ({ good: 'good', so_so: 'so-so', low: 'low' });

/** "low, anxious, alone too much", or an empty text. Never a total. @param {Record<string, any>} body */
export function mindText({ mood, anxious, alone_too_much }) {
  return [
    mood && MOOD[mood], anxious === true && 'anxious',
    alone_too_much === true && 'alone too much', alone_too_much === false && 'not alone too much',
  ].filter(Boolean).join(', ');
}
