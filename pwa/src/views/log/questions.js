/** The questions of "Add detail" that are answered from a list, in their order, and how each is kept in an entry. */

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} list - the vocabulary it is answered from
 * @property {string} field - where the entry keeps it
 * @property {string | null} [key] - the field of one answer that holds the id; null where the id stands alone
 * @property {ReadonlyArray<string>} first - ids shown before "More"
 * @property {boolean} [fixed] - takes no words of one's own
 */

/** @type {ReadonlyArray<Question>} */
export const QUESTIONS = [
  {
    title: 'What does it feel like?', list: 'words', field: 'words', key: null,
    first: ['burning', 'aching', 'stabbing', 'tight', 'pins_needles', 'electric', 'cramp', 'numb'],
  },
  { title: 'Is it any of these?', list: 'patterns', field: 'patterns', key: null, first: [], fixed: true },
  {
    title: 'What came just before it?', list: 'triggers', field: 'triggers', key: null,
    first: ['hot_humid', 'poor_sleep', 'long_sitting', 'long_standing', 'walking_more', 'stress', 'overdid_it', 'nothing'],
  },
  {
    title: 'What have you tried?', list: 'reliefs', field: 'relief', key: 'what',
    first: ['heat_pack', 'cold_pack', 'rest', 'change_position', 'lie_down', 'stretch', 'painkiller', 'nothing_helped'],
  },
  { title: 'What does it stop you from?', list: 'activities', field: 'stops_me', key: 'activity', first: [] },
];

/** Shown at once when a question names no first ones. */
const SHOWN = 8;

/**
 * @param {Question} question
 * @param {ReadonlyArray<any> | null | undefined} answers - as the entry keeps them
 * @returns {string[]} ids
 */
export function chosenIds(question, answers) {
  const { key } = question;
  return (answers ?? []).map((answer) => (key ? answer[key] : answer));
}

/**
 * The answers with one id put in, or taken out if it was there. What else an answer holds is kept.
 * @param {Question} question
 * @param {ReadonlyArray<any> | null | undefined} answers
 * @param {string} id
 */
export function toggledAnswer(question, answers, id) {
  const { key } = question;
  const others = (answers ?? []).filter((answer) => (key ? answer[key] : answer) !== id);
  if (others.length < (answers ?? []).length) return others;
  return [...others, key ? { [key]: id } : id];
}

/**
 * The answers with more said about one of them. What is null is left out.
 * @param {ReadonlyArray<any> | null | undefined} answers
 * @param {string} key - the field that holds the id
 * @param {string} id
 * @param {Record<string, unknown>} more
 * @returns {Record<string, any>[]}
 */
export function withPart(answers, key, id, more) {
  return (answers ?? []).map((answer) => (answer[key] === id
    ? Object.fromEntries(Object.entries({ ...answer, ...more }).filter(([, value]) => value !== null)) : answer));
}

/**
 * Splits a list into what is shown first and what waits behind "More". Words of one's own always come first.
 * @template {{id: string}} T
 * @param {Question} question
 * @param {ReadonlyArray<T>} items
 * @param {ReadonlyArray<T>} [own]
 * @returns {{first: T[], rest: T[]}}
 */
export function parted(question, items, own = []) {
  const named = question.first.flatMap((id) => items.find((item) => item.id === id) ?? []);
  const first = named.length > 0 ? named : items.slice(0, SHOWN);
  return { first: [...own, ...first], rest: items.filter((item) => !first.includes(item)) };
}
