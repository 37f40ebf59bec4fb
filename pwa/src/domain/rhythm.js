/**
 * Which questions to ask now, so that nobody answers the same ones at every save. The same as backend/domain/rhythm.py;
 * both read tests/vectors/rhythm.json.
 *
 * Each check of the pack has a rhythm. every: each time an entry, or the day, brings it. changed: where the place is new
 * or clearly worse, else once in 7 days. week: once in 7 days, and at once after the date `anew` names. answer: right
 * after the answer it rests on.
 */
import { daysBack } from './history.js';
import { holds } from './safety.js';

/**
 * @typedef {import('./safety.js').Facts} Facts
 * @typedef {{id: string, when: Record<string, any>, rhythm: 'every' | 'changed' | 'week' | 'answer', anew?: string, questions: string[], opens_with: string}} Check
 * @typedef {{checks: Check[], questions: {id: string, explicit?: boolean}[]}} Pack
 * @typedef {{check: string, questions: string[]}} Group
 *
 * @typedef {object} Asked - what was asked already
 * @property {Facts} [of_day] - the facts without the entry
 * @property {Record<string, string>} [given] - answers of this round
 * @property {Record<string, string>} [answered] - question to the date it was last answered
 * @property {{entry?: boolean, day?: boolean}} [covered] - whether each went through a round since it last changed
 * @property {string} today - a date
 */

const DAYS = 7;
const ALARM = ['yes', 'not_sure'];

/**
 * Groups of questions to ask now, in the order of the pack, each question once.
 * @param {Pack} pack
 * @param {Facts} facts
 * @param {Asked} asked
 * @returns {Group[]}
 */
export function due(pack, facts, asked) {
  const explicit = explicitOf(pack);
  const given = asked.given ?? {};
  const seen = new Set(Object.keys(given));
  return pack.checks.flatMap((check) => {
    // A no to such a question calms, so it is asked alone, and only once its check has an alarm.
    const alarm = check.questions.some((name) => ALARM.includes(given[name]));
    const wants = check.questions.filter((name) => !seen.has(name) && RHYTHMS[check.rhythm](check, name, facts, asked))
      .filter((name) => alarm || !explicit.has(name));
    for (const name of wants) seen.add(name);
    return wants.length > 0 ? [{ check: check.id, questions: wants }] : [];
  });
}

/**
 * What one page of rows says: yes for each tapped, no for the others; none of an explicit question.
 * @param {Pack} pack
 * @param {readonly string[]} shown
 * @param {readonly string[]} tapped
 * @returns {Record<string, 'yes' | 'no'>}
 */
export function answersOf(pack, shown, tapped) {
  const explicit = explicitOf(pack);
  const told = shown.filter((name) => tapped.includes(name) || !explicit.has(name));
  return Object.fromEntries(told.map((name) => [name, tapped.includes(name) ? 'yes' : 'no']));
}

/** Questions that are asked alone. @param {Pack} pack */
export const explicitOf = (pack) => new Set(pack.questions.filter((one) => one.explicit).map(({ id }) => id));

/** @typedef {(check: Check, name: string, facts: Facts, asked: Asked) => boolean} Rhythm */

/** @type {Rhythm} */
function every(check, name, facts, asked) {
  if (!holds(check.when, facts)) return false;
  const source = holds(check.when, asked.of_day ?? {}) ? 'day' : 'entry';
  return !isCovered(asked, source) || asked.answered?.[name] !== asked.today;
}

/** @type {Rhythm} */
function changed(check, name, facts, asked) {
  if (!holds(check.when, facts)) return false;
  const anew = ALARM.includes(facts['checks.usual_new']);
  const places = anew ? facts['entry.regions'] : facts['place.changed'];
  if (holds(check.when, { ...facts, 'entry.regions': places }) && !isCovered(asked, 'entry')) return true;
  return weeksAgo(name, asked);
}

/** @type {Rhythm} */
function week(check, name, facts, asked) {
  if (!holds(check.when, facts)) return false;
  const last = asked.answered?.[name];
  const since = facts[check.anew ?? ''];
  if (last && since && (last < since || (last === since && !isCovered(asked, 'entry')))) return true;
  return weeksAgo(name, asked);
}

/** @type {Rhythm} */
function answer(check, name, facts, asked) {
  const said = Object.entries(facts).filter(([one]) => !one.startsWith('checks.'));
  const given = Object.entries(asked.given ?? {}).map(([one, told]) => [`checks.${one}`, told]);
  return holds(check.when, Object.fromEntries([...said, ...given]));
}

/** @param {Asked} asked @param {'entry' | 'day'} source */
const isCovered = (asked, source) => asked.covered?.[source] === true;

/** @param {string} name @param {Asked} asked */
function weeksAgo(name, { answered, today }) {
  const back = daysBack(answered?.[name], today);
  return back === null || back >= DAYS;
}

/** @type {Record<string, Rhythm>} */
const RHYTHMS = { every, changed, week, answer };
