/** The words used for pain, counted; without a score and without a reading (backend/reports/words.py). Pure. */
import { facts, listing, row, text } from './blocks.js';
import { commonest, tally } from './felt.js';
import { count } from './words.js';

/** @typedef {import('./material.js').Material} Material */

const WORDS_MOST = 12;
const FAMILIES = Object.entries({ nerve: 'Nerve-type', muscle: 'Muscle or joint', both: 'Words that fit both' });

/** @param {Material} material @returns {import('./shape.js').Section} */
export function usedWords(material) {
  const { pains, words } = material;
  const families = pains.filter(({ first, body }) => first && body.words?.length)
    .map(({ body }) => new Set(body.words.map((/** @type {string} */ one) => words.family(one))));
  const whole = count(families.length, 'entry', 'entries');
  const rows = FAMILIES.map(([family, label]) => row(`words.${family}`, label, `${families.filter((one) => one.has(family)).length} of ${whole} with words.`));
  const seen = counted(material, 'patterns');
  return { id: 'words', title: 'Words used for it', blocks: [
    facts('words.families', 'Kinds of words', families.length > 0 ? rows : [], 'No words noted.'),
    listing('words.used', 'Words used', counted(material, 'words'), 'No words noted.'),
    ...(seen.length > 0 ? [listing('words.patterns', 'Special patterns', seen)] : []),
    text('words.limit', 'These are counts of words. They are not a screening score.'),
  ] };
}

/** @param {Material} material @param {'words' | 'patterns'} name */
function counted({ pains, words }, name) {
  const counts = tally(pains, name);
  return commonest(counts, WORDS_MOST).map((term) => row(`words.${term}`, `${words.of(name, term, true)}: ${count(counts.get(term) ?? 0, 'entry', 'entries')}`));
}
