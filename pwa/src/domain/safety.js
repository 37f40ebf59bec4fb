/**
 * Which safety messages answers call for. The same as backend/domain/safety.py; both read tests/vectors/safety.json.
 * Rules use JsonLogic's notation with `and or ! == in >= < answered` over flat names. What nobody answered makes every
 * comparison false, so silence never raises an alarm by itself.
 */

/** @typedef {Record<string, any>} Facts */
/** @typedef {Record<string, any>} Rule */
/** @typedef {{message: string, tier: string, effect: string, opens: string}} Found */
/** @typedef {{id: string, text: string[], plan: {effect: string}, rules: {tier: string, when: Rule, effect?: string, opens?: string}[]}} Message */
/** @typedef {{messages: Message[], checks: {when: Rule, questions: string[]}[]}} Pack */

const TIERS = ['E1', 'E2', 'E3', 'E4', 'E5'];

/**
 * Whether a rule is true of the facts.
 * @param {Rule} rule
 * @param {Facts} facts
 * @returns {boolean}
 * @throws {Error} for an operator that does not exist
 */
export function holds(rule, facts) {
  const [[operator, operands]] = Object.entries(rule);
  if (!Object.hasOwn(OPERATORS, operator)) throw new Error(`there is no operator ${operator}`);
  return OPERATORS[operator](Array.isArray(operands) ? operands : [operands], facts);
}

/** Every message that is due, each once with its highest tier, the most urgent first. @param {Pack} pack @param {Facts} facts @returns {Found[]} */
export function messages(pack, facts) {
  const found = pack.messages.flatMap((message) => due(message, facts) ?? []);
  return found.sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

/** The ids of the questions to ask now, each once, in the order of the pack. @param {Pack} pack @param {Facts} facts @returns {string[]} */
export function questions(pack, facts) {
  return [...new Set(pack.checks.filter(({ when }) => holds(when, facts)).flatMap((check) => check.questions))];
}

/** @param {Message} message @param {Facts} facts @returns {Found | null} */
function due({ id, text, plan, rules }, facts) {
  const rule = rules.find(({ when }) => holds(when, facts));
  return rule ? { message: id, tier: rule.tier, effect: rule.effect ?? plan.effect, opens: rule.opens ?? text[0] } : null;
}

/** @param {any} operand @param {Facts} facts */
const value = (operand, facts) => {
  const isName = operand !== null && typeof operand === 'object' && !Array.isArray(operand);
  return (isName ? (Object.hasOwn(facts, operand.var) ? facts[operand.var] : null) : operand) ?? null;
};

/** @type {Record<string, (operands: any[], facts: Facts) => boolean>} */
const OPERATORS = {
  and: (operands, facts) => operands.every((one) => holds(one, facts)),
  or: (operands, facts) => operands.some((one) => holds(one, facts)),
  '!': ([one], facts) => !holds(one, facts),
  '==': ([a, b], facts) => value(a, facts) !== null && value(a, facts) === value(b, facts),
  in: ([needle, hay], facts) => {
    const [one, many] = [value(needle, facts), value(hay, facts)];
    return one !== null && Array.isArray(many) && many.includes(one);
  },
  '>=': ([a, b], facts) => numbers(a, b, facts) && value(a, facts) >= value(b, facts),
  '<': ([a, b], facts) => numbers(a, b, facts) && value(a, facts) < value(b, facts),
  answered: ([one], facts) => value(one, facts) !== null,
};

/** @param {any} a @param {any} b @param {Facts} facts */
const numbers = (a, b, facts) => [a, b].every((one) => typeof value(one, facts) === 'number');
