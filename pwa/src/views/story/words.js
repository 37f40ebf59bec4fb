/** A Pain Story told back: the answers as sentences, made of what was said. */
import { keptUnder, overThreeMonths, partsNow } from '../../domain/story.js';
import { terms } from '../../state/custom.js';
import { dayName } from '../../ui/dates.js';
import { listed } from '../diary/words.js';

/** @typedef {import('../../domain/story.js').Question} Question */
/** @typedef {import('../../domain/story.js').Part} Part */
/** @typedef {import('../../domain/story.js').Story} Story */

/**
 * What a part offers: its own options, or a list of the vocabulary with the person's own words first.
 * @param {Part} part
 * @returns {{id: string, label: string, say?: string}[]}
 */
export function offered(part) {
  if (part.options) return part.options;
  const all = terms(part.list ?? '').filter(({ id }) => !part.leave_out?.includes(id));
  const first = (part.first ?? []).flatMap((id) => all.find((term) => term.id === id) ?? []);
  return [...first, ...all.filter((term) => !first.includes(term))];
}

/**
 * The sentences of one question's answer; none when nothing was said.
 * @param {Question} question
 * @param {Story} story
 * @param {string} today
 * @returns {string[]}
 */
export function told(question, story, today) {
  const sentences = partsNow(question, story.answers).flatMap((part) => partTold(question, part, story, today));
  if (question.id !== 'start' || sentences.length === 0) return sentences;
  const long = longText(story, today);
  return long ? [...sentences, long] : sentences;
}

/** "That is more than three months.", worked out, or an empty text where it was said already. @param {Story} story @param {string} today */
export function longText(story, today) {
  const start = story.answers?.start;
  if (!start?.on && start?.choices?.includes('over_3_months')) return '';
  const long = overThreeMonths(story.answers?.start, story.on, today);
  if (long === null) return '';
  return long ? 'That is more than three months.' : 'That is less than three months.';
}

/** @param {Question} question @param {Part} part @param {Story} story @param {string} today @returns {string[]} */
function partTold(question, part, story, today) {
  const answer = story.answers?.[keptUnder(question, part)] ?? {};
  const put = (/** @type {string} */ text) => ended((part.say ?? '{}').replace('{}', () => text));
  if (part.kind === 'text') return answer.text ? [put(answer.text)] : [];
  if (part.kind === 'date') return answer.on ? [put(dayName(answer.on, today))] : [];
  if (part.kind === 'number') {
    const n = answer.numbers?.[part.id ?? ''];
    return typeof n === 'number' ? [put(String(n))] : [];
  }
  const chosen = offered(part).filter(({ id }) => answer.choices?.includes(id));
  if (part.options) return chosen.map(({ say, label }) => say ?? ended(label));
  return chosen.length > 0 ? [put(listed(chosen.map(({ label }) => label.toLowerCase())))] : [];
}

/** @param {string} text */
const ended = (text) => text.replace(/([.!?])\.$/, '$1').replace(/([^.!?])$/, '$1.');
