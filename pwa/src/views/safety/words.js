/** Words of safety messages that several screens say. */
import { emergency } from '../../state/numbers.js';

/** What each answer is called, by tier. @type {Record<string, Record<string, string>>} */
const WORDS = {
  E1: { seen: 'I was seen', cleared: 'I was told it is safe' },
  E2: { seen: 'I was seen', done: 'I have called', mistaken: 'A mistake', not_now: 'Not now' },
  E3: { done: 'I have called', team_knows: 'My team knows. Ask in 4 weeks', mistaken: 'A mistake', not_now: 'Not now' },
  E4: { done: 'I have booked a visit', mistaken: 'A mistake', not_now: 'Not now' },
  E5: { done: 'Put away' },
};

/** @param {string} tier @param {string} answer */
export const answerWord = (tier, answer) => WORDS[tier]?.[answer] ?? answer;

/** A text with the number to call in it. @param {string} text */
export const withNumber = (text) => text.replaceAll('{emergency}', emergency.value.number);

/**
 * A message of the pack at a tier: the line it opens with, and the others.
 * @param {any} message
 * @param {string} tier
 * @returns {{opens: string, lines: string[]}}
 */
export function textOf(message, tier) {
  const opens = message.rules.find((/** @type {any} */ rule) => rule.tier === tier)?.opens;
  const [first, ...others] = message.text.map(withNumber);
  return opens ? { opens: withNumber(opens), lines: [first, ...others] } : { opens: first, lines: others };
}
