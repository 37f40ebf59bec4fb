/** Why a rule of the plans is true of somebody now: the single facts of it that hold. Pure. */
import { holds } from './safety.js';

/**
 * @typedef {import('./safety.js').Facts} Facts
 * @typedef {import('./safety.js').Rule} Rule
 * @typedef {{fact: string, value: any}} Because - fact: the name of a plan input; value: what was said, or the one of a list that counts
 */

/**
 * @param {Rule} when
 * @param {Facts} facts
 * @returns {Because[]} empty when the rule does not hold
 */
export function becauseOf(when, facts) {
  if (!holds(when, facts)) return [];
  const [[operator, operands]] = Object.entries(when);
  if (operator === 'or' || operator === 'and') return operands.flatMap((/** @type {Rule} */ one) => becauseOf(one, facts));
  const [a, b] = Array.isArray(operands) ? operands : [operands];
  const named = (/** @type {any} */ one) => (one !== null && typeof one === 'object' && !Array.isArray(one) ? one.var : null);
  if (operator === 'in' && named(b)) return [{ fact: named(b), value: a }];
  return named(a) ? [{ fact: named(a), value: facts[named(a)] }] : [];
}
