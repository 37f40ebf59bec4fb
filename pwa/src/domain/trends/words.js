/** AN-12: the words chosen for pain, counted. No score, no label. See backend/domain/insights/words_used.py. */
import { painsIn } from './diary.js';
import { byLetters, counted } from './table.js';

/** @typedef {{word: string, entries: number, family: string}} Word */

/**
 * How many entries have each word; the sentence counts by family, and an entry can be in both.
 * @param {import('./diary.js').Diary} diary
 * @param {import('./diary.js').Span} span
 * @returns {import('./table.js').Table<Word>}
 */
export function wordsUsed(diary, span) {
  const { families } = diary.words;
  const chosen = painsIn(diary, span).map((body) => [...new Set(/** @type {string[]} */ (body.words ?? []))]).filter((words) => words.length > 0);
  if (chosen.length === 0) return { rules: ['AN-12'], sentence: 'No words chosen in this time.', rows: [], of: 0 };
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const word of chosen.flat()) count.set(word, (count.get(word) ?? 0) + 1);
  const rows = [...count].sort(([a, x], [b, y]) => y - x || byLetters(a, b))
    .map(([word, entries]) => ({ word, entries, family: families[word] ?? 'none' }));
  const [nerve, muscle] = ['nerve', 'muscle'].map((name) => chosen.filter((words) => words.some((one) => families[one] === name)).length);
  const sentence = `Of ${counted(chosen.length, 'entry', 'entries')}: ${nerve} with nerve-type words, ${muscle} with muscle or joint words.`;
  return { rules: ['AN-12'], sentence, rows, of: chosen.length };
}
