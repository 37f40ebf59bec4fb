/** What was said of the person, in a line each. */
import { STEROID_TIMES, aidOf, hadSteroids } from '../../domain/profile.js';
import { label, vocabulary } from '../../state/content.js';
import { dayName } from '../../ui/dates.js';

/** @typedef {import('../../domain/profile.js').Ask} Ask */
/** @typedef {import('../../domain/profile.js').Profile} Profile */

/** Of a long list this many are named. */
const NAMED = 3;

/** @param {string} list @returns {{id: string, label: string, detail?: string}[]} the medical word on a second line */
export const items = (list) => (vocabulary.value[list] ?? []).map((term) => ({ id: term.id, label: term.label, detail: term.medical }));

/** @param {Ask} ask */
export const itemsOf = ({ list, options }) => (list ? items(list) : [...(options ?? [])]);

/**
 * @param {Ask} ask
 * @param {Profile} body
 * @param {string} today
 * @returns {string} empty while nothing was said
 */
export function said(ask, body, today) {
  const value = /** @type {Record<string, any>} */ (body)[ask.id];
  if (ask.form === 'time') return timeWords(body);
  if (value === null || value === undefined) return '';
  if (ask.form === 'truth') return value ? 'Yes' : 'No';
  if (ask.form === 'one') return itemsOf(ask).find(({ id }) => id === value)?.label ?? '';
  if (ask.form === 'steroids') return steroidWords(body, today);
  if (ask.form === 'infusion') return infusionWords(body, today);
  const names = (ask.form === 'aids' ? value.map((/** @type {any} */ { aid }) => aid) : value).map((/** @type {string} */ id) => label(ask.list ?? '', id));
  if (ask.id === 'goals' && value.includes('own_words') && body.own_goal) {
    return some([...value.filter((/** @type {string} */ id) => id !== 'own_words').map((/** @type {string} */ id) => label('goals', id)), body.own_goal]);
  }
  return some(names);
}

/** @param {string[]} names */
function some(names) {
  if (names.length === 0) return '';
  const more = names.length - NAMED;
  const first = names.slice(0, NAMED).map((name, at) => (at === 0 ? name : lower(name))).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
}

/** @param {string} name - a word of capitals alone, such as "MS", stays */
export const lower = (name) => (/^[A-Z]{2}/.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1));

/** @param {Profile} body @param {string} today */
function steroidWords(body, today) {
  const { times, last_on } = body.steroids ?? {};
  const often = STEROID_TIMES.find(({ id }) => id === times)?.label ?? '';
  return hadSteroids(body) && last_on ? `${often}, last on ${day(last_on, today)}` : often;
}

/** @param {Profile} body @param {string} today */
function infusionWords(body, today) {
  const { ever, last_on } = body.alemtuzumab ?? {};
  if (typeof ever !== 'boolean') return '';
  if (!ever) return 'No';
  return last_on ? `Yes, last on ${day(last_on, today)}` : 'Yes';
}

/** @param {Profile} body */
function timeWords({ days, minutes }) {
  const count = days?.length ?? 0;
  return [count > 0 && `${count} ${count === 1 ? 'day' : 'days'} a week`, minutes && `${minutes} minutes`].filter(Boolean).join(', ');
}

/** @param {string} on @param {string} today */
const day = (on, today) => lower(dayName(on, today)).replace(/^(monday|tuesday|wednesday|thursday|friday|saturday|sunday) /, '');

/** @param {string} step @returns {string} the aid a step is about, as it is called here */
export const aidName = (step) => label('aids', aidOf(step) ?? '');
