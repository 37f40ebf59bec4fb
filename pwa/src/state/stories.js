/** Pain Stories: one for each distinct pain, and the acts that change them. */
import { questionsFor } from '../domain/story.js';
import { nowParts } from '../domain/time.js';
import { pack } from './knowledge.js';
import { add, change, ofKind, recordOf } from './records.js';
import { inTurn } from './turns.js';

/** @typedef {import('../domain/story.js').Question} Question */
/** @typedef {import('../domain/story.js').Answers} Answers */

/** Newest first. */
export const stories = () => ofKind('story');

/** @param {string | undefined} id @returns {import('./records.js').Rec | null} one that was not deleted */
export function story(id) {
  const rec = recordOf(id);
  return rec?.kind === 'story' && !rec.deleted ? rec : null;
}

/** The questions that concern this person; undefined until they are there. @returns {Question[] | undefined} */
export function questions() {
  const all = pack('story')?.questions;
  const inUse = ofKind('medicine').filter(({ body }) => !body.stopped_on || body.stopped_on >= nowParts().on);
  return all && questionsFor(all, inUse.map(({ body }) => body.class));
}

/** @param {string} label - at most 60 characters @param {Answers} [answers] @returns {Promise<string>} its id */
export const newStory = (label, answers) => add('story', { on: nowParts().on, label, ...(answers && { answers }) });

/**
 * Changes the answers over what is stored at that moment, and stores them as one field, whole.
 * @param {string} id
 * @param {(answers: Answers | null | undefined) => Answers} make
 */
export const keepAnswers = (id, make) => inTurn(async () => {
  const answers = make(story(id)?.body.answers);
  await change(id, { answers: Object.keys(answers).length > 0 ? answers : null });
});

/** Says of a story that it is still so. @param {string} id */
export const stillSo = (id) => change(id, { reviewed_on: nowParts().on });
