/** Finding things by word. */

const MARKS = /\p{M}/gu;
const BREAKS = /[^\p{L}\p{N}]+/u;
// Most of what is written has no accent, and that is looked through in a third of the time.
const ACCENTED = /[^ -~\s]/;
const PLAIN_GAPS = /[^a-z0-9]+/g;
const GAPS = /[^\p{L}\p{N}]+/gu;

/** Lower case without accents, so that "paresthésie" and "PARESTHESIE" are one. @param {string} text */
export const folded = (text) => (ACCENTED.test(text) ? text.normalize('NFD').replace(MARKS, '') : text).toLowerCase();

/** The words of a text, folded, each led by a bar. @param {string} text @returns {string} */
export function barred(text) {
  const words = ACCENTED.test(text) ? folded(text).replace(GAPS, '|') : text.toLowerCase().replace(PLAIN_GAPS, '|');
  const end = words.endsWith('|') ? words.length - 1 : words.length;
  return end <= 0 ? '' : (words.startsWith('|') ? '' : '|') + words.slice(0, end);
}

/**
 * Things every word of a question begins a word of, those with the word in their title first.
 * @template T
 * @param {ReadonlyArray<T>} things
 * @param {string} question
 * @param {(thing: T) => {title: string, more: string}} wordsOf
 * @returns {T[]}
 */
export function find(things, question, wordsOf) {
  const asked = split(question);
  if (asked.length === 0) return [...things];
  const scored = things.map((thing) => {
    const { title, more } = wordsOf(thing);
    const inTitle = split(title);
    const all = [...inTitle, ...split(more)];
    const every = asked.every((word) => all.some((one) => one.startsWith(word)));
    return { thing, score: every ? asked.filter((word) => inTitle.some((one) => one.startsWith(word))).length : -1 };
  });
  return scored.filter(({ score }) => score >= 0).sort((a, b) => b.score - a.score).map(({ thing }) => thing);
}

/** @param {string} text */
const split = (text) => folded(text).split(BREAKS).filter(Boolean);
