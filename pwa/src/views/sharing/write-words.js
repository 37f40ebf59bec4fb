/** What a caregiver may add, in words. Pure. */

import { listWords } from '../people/when.js';

/**
 * By scope. label: on its switch; noun: inside a sentence; seen: what has to be seen with it.
 * @type {Readonly<Record<string, {label: string, noun: string, seen: string}>>}
 */
export const WRITE_WORDS = Object.freeze({
  symptoms: { label: 'Pain and symptoms', noun: 'pain', seen: 'pain and symptoms' },
  medicines: { label: 'Doses that were taken', noun: 'doses', seen: 'medicines' },
  exercise: { label: 'Exercise that was done', noun: 'exercise', seen: 'plans and sessions' },
  daily: { label: 'Falls, infections and other events', noun: 'falls and other events', seen: 'energy and sleep' },
  observations: { label: 'What they noticed', noun: 'what they noticed', seen: 'what helpers noticed' },
});

const nounsOf = (/** @type {string[]} */ write) => Object.keys(WRITE_WORDS).filter((scope) => write.includes(scope)).map((scope) => WRITE_WORDS[scope].noun);

/** @param {string} name @param {string[]} write @returns {string} "Daniel may add pain and doses." */
export function addsWords(name, write) {
  const nouns = nounsOf(write);
  return nouns.length ? `${name} may add ${listWords(nouns)}.` : `${name} may add nothing.`;
}

/** @param {string[]} write @returns {string} "Pain, doses" */
export function writeWords(write) {
  const text = nounsOf(write).join(', ');
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : 'Nothing';
}
