/** A day in plain words, made of what the person said and of nothing else. */
import { INTIMATE, changeOf } from '../../domain/daily.js';
import { terms } from '../../state/custom.js';
import { capital, listed } from '../diary/words.js';

export { hoursText } from '../../ui/hours.js';

/** @typedef {Record<string, any>} Body */

/** How a change is said before the symptoms it holds for. The order is the one they are told in. @type {Record<string, string>} */
const CHANGE = { new: 'new', worse: 'worse', usual: 'as usual' };

/** @param {any} value */
export const said = (value) => value !== null && value !== undefined;

/** "45 minutes", "2 hours or more" for the longest there is to choose. @param {number} minutes */
export const minutesText = (minutes) => (minutes === 120 ? '2 hours or more' : minutes === 1 ? '1 minute' : `${minutes} minutes`);

/** The name of a symptom, also of one of the person's own. @param {string} id */
export const symptomName = (id) => terms('symptoms').find((term) => term.id === id)?.label ?? 'A symptom of my own';

/**
 * "New: balance. Worse: fatigue. As usual: spasms and vision", or an empty text.
 * @param {Body} body
 */
export function symptomsText(body) {
  const ids = [...(body.symptoms ?? []), ...(body.intimate ?? [])].map((/** @type {{symptom: string}} */ one) => one.symptom);
  return Object.entries(CHANGE).flatMap(([change, words]) => {
    const so = ids.filter((id) => changeOf(body, id) === change);
    return so.length > 0 ? `${capital(words)}: ${listed(so.map((id) => symptomName(id).toLowerCase()))}` : [];
  }).join('. ');
}

/**
 * The same for one line on Today, where anybody may look: "balance new, fatigue worse". Intimate ones are not named.
 * @param {Body} body
 */
export function symptomsBrief(body) {
  const named = (body.symptoms ?? []).filter((/** @type {{change: string}} */ { change }) => change !== 'usual')
    .map((/** @type {{symptom: string, change: string}} */ one) => `${symptomName(one.symptom).toLowerCase()} ${one.change}`);
  if (named.length > 0) return named.join(', ');
  if (body.intimate?.some((/** @type {{change: string}} */ { change }) => change !== 'usual')) return 'symptoms noted';
  return body.symptoms?.length || body.intimate?.length ? 'symptoms as usual' : '';
}

/**
 * What a tap on "All as usual" stores, named: "Energy, fatigue and bladder change, as usual".
 * @param {Record<string, any>} set - see allAsUsual
 * @param {Body} body - what was said already, which it leaves alone
 */
export function asUsualText(set, body) {
  const symptoms = [...(set.symptoms ?? []), ...(set.intimate ?? [])].filter(({ symptom }) => !changeOf(body, symptom))
    .sort((a, b) => Number(INTIMATE.includes(a.symptom)) - Number(INTIMATE.includes(b.symptom)))
    .map(({ symptom }) => symptomName(symptom).toLowerCase());
  const names = [...(set.energy ? ['energy'] : []), ...symptoms];
  return names.length > 0 ? capital(listed(names)) : '';
}
