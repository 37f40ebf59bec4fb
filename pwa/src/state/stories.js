/** Pain Stories: one for each distinct pain, and the acts that change them. */
import { merged, questionsFor } from '../domain/story.js';
import { nowParts } from '../domain/time.js';
import { pack } from './knowledge.js';
import { add, change, ofKind, recordOf } from './records.js';

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

/** Stores every answer as one field, whole. @param {string} id @param {Answers} answers */
export const keepAnswers = (id, answers) => change(id, { answers: Object.keys(answers).length > 0 ? answers : null });

/**
 * Sets some fields of one answer, over what is stored at this moment.
 * @param {string} id
 * @param {string} name - the question's id, or the part's own
 * @param {import('../domain/story.js').Answer} set
 */
export const keepAnswer = (id, name, set) => keepAnswers(id, merged(story(id)?.body.answers, name, set));

/** Says of a story that it is still so. @param {string} id */
export const stillSo = (id) => change(id, { reviewed_on: nowParts().on });
