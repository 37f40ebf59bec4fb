/** The words of a plan: days, kinds, positions, and why something is or is not in it. */
import { weekday } from '../../domain/plan.js';
import { counted } from '../../domain/plan-words.js';
import { DAYS } from '../../domain/profile.js';
import { label } from '../../state/content.js';
import { movements, one, pack } from '../../state/knowledge.js';
import { lower } from '../profile/words.js';

/** @typedef {{text: string, facts: string[], sources: string[]}} Reason */

export const STILL_TO_CHECK = 'A clinician has still to check every movement here.';
export const STOP_LINE = 'Sharp pain, faint, or sight changing? Stop.';

/** @param {string} on @returns {string} "Monday" */
export const weekdayName = (on) => DAYS.find(({ id }) => id === weekday(on))?.label ?? '';

/** @param {string} text */
export const sentence = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Kinds in a word, where seven days stand below one another. @type {Record<string, string>} */
const KINDS = {
  rom: 'range', str: 'stretches', rst: 'strength', cor: 'trunk', bal: 'balance', aer: 'easy bouts', yog: 'yoga', clm: 'calm', pos: 'sitting well',
};

/** @param {readonly string[]} kinds - ids of categories @returns {string} "Range, strength" */
export const kindWords = (kinds) => sentence(kinds.map((id) => KINDS[id] ?? '').filter(Boolean).join(', '));

/** @param {string} id */
export const positionWords = (id) => one('library', 'positions', id)?.label ?? '';

/** @param {import('../../domain/plan-week.js').DayPlan} day @param {number} length - of the session, in minutes */
export const dayWords = ({ doses, kinds }, length) => (doses.length === 0 ? 'A free day'
  : `Up to ${counted(length, 'minute')}. ${kindWords(kinds)}. ${counted(doses.length, 'movement')}.`);

/** @type {Record<import('../../domain/plan.js').Item['helper'], string>} */
export const HELPER = { alone: 'Alone', hand: 'I need a hand', skip: 'Leave it out' };

/** Rules that need other words where they leave something out. @type {Record<string, string>} */
const LEFT_OUT = {
  'core-set': 'Beyond the gentle set. Look at it, and ask your physiotherapist first.',
  equipment: 'It needs something you have not said you have.',
  'not-wanted': 'You left it out.',
  'PLAN-03': 'It is done in a position that does not fit how you get about.',
  'PLAN-01': 'Without a yes from a doctor or therapist, the week keeps to gentle movements, lying and seated.',
};

/**
 * Why something is in a plan, or out of it; null for a fact, which stands for itself, and for what this build does not know.
 * @param {string} id - of a rule, gate, week, profile, goal or movement
 * @param {{out?: boolean}} [how] - out: it leaves something out
 * @returns {Reason | null}
 */
export function reasonFor(id, { out = false } = {}) {
  const plans = pack('plans');
  const row = (/** @type {string} */ list) => plans?.[list].find((/** @type {any} */ each) => each.id === id);
  const rest = ({ facts = [], sources = [] } = /** @type {Partial<Reason>} */ ({})) => ({ facts, sources });
  const rule = row('rules') ?? row('gates') ?? row('overlays') ?? row('days');
  if (out && LEFT_OUT[id]) return { text: LEFT_OUT[id], ...rest(rule) };
  if (rule) return { text: rule.text ?? rule.say, ...rest(rule) };
  const [week, profile, goal] = [row('templates'), row('profiles'), row('goals')];
  if (week) return { text: `From the week “${week.name}”. ${week.aim}`, ...rest(week) };
  if (profile) return { text: `For “${lower(profile.name)}”. ${profile.say}`, ...rest(profile) };
  if (goal) return { text: `Because you want: ${lower(goal.name)}.`, ...rest() };
  return ofMovement(id, plans);
}

/** @param {string} id @param {any} plans @returns {Reason | null} */
function ofMovement(id, plans) {
  const raised = /^raised\.(.+)$/.exec(id)?.[1];
  const name = nameOf(raised ?? id);
  if (!name) return null;
  if (!raised) return { text: `It stands in for “${name}”, which does not fit you now.`, facts: [], sources: [] };
  const { facts, sources } = plans.rules.find((/** @type {any} */ each) => each.id === 'PLAN-09');
  return { text: `A little more of “${name}”, since it went well.`, facts, sources };
}

/** @param {string} movement @returns {string} empty for an id of no movement */
export const nameOf = (movement) => movements()?.find(({ id }) => id === movement)?.name ?? '';

/** Facts of the diary, in words. @type {Record<string, (value: any) => string>} */
const FACTS = {
  'log.stiffness': (value) => `stiffness ${value} of 10 today`,
  'log.spasms': () => 'spasms today',
  'log.fatigue': (value) => `tiredness ${value} of 10 today`,
  'log.stress': (value) => `stress ${value} of 10 today`,
  'log.heat': () => 'a hot day',
  'log.sleep_hours': (value) => `${counted(value, 'hour')} of sleep`,
  'log.sleep_quality': () => 'a poor night',
  'log.sitting_minutes': (value) => `${value} minutes of sitting at a time`,
  'log.active_minutes': (value) => `${counted(value, 'minute')} moved today`,
  'log.wheelchair_hours': (value) => `${counted(value, 'hour')} in the wheelchair`,
  'recent.near_falls': (value) => (value === 1 ? 'one near-fall' : `${value} near-falls`),
  'recent.regions': (value) => `pain: ${lower(label('regions', value))}`,
  'recent.words': (value) => `the word “${lower(label('words', value))}”`,
  'recent.symptoms': (value) => lower(label('symptoms', value)),
  'profile.mobility': () => 'how you get about',
  'profile.heat_sensitive': () => 'what you said of warmth',
};

const NAMED = 4;

/** @param {import('../../domain/plan-because.js').Because[]} because @returns {string} "stiffness 6 of 10 today, pain: calf" */
export function becauseWords(because) {
  const words = [...new Set(because.flatMap(({ fact, value }) => FACTS[fact]?.(value) ?? []))];
  const more = words.length - NAMED;
  return words.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
