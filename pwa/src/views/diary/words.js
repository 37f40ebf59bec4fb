/** An entry in plain words. Everything here is made of what the person gave, and of nothing else. */
import { lengthText } from '../../domain/symptom.js';
import { label, placeLabel } from '../../state/content.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';

/** @typedef {import('../../state/diary.js').Rec} Rec */
/** @typedef {Record<string, any>} Body */

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * "a", "a and b", "a, b and c".
 * @param {string[]} parts
 */
export function listed(parts) {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/**
 * "right hip and lower back", "all over", or an empty text.
 * @param {Body} body
 */
export function placesText(body) {
  if (body.generalised) return 'all over';
  return listed((body.regions ?? []).map((/** @type {any} */ place) => placeLabel(place).toLowerCase()));
}

/**
 * The labels of ids of one list, in lower case.
 * @param {string} list
 * @param {string[] | null | undefined} ids
 */
export function labelsText(list, ids) {
  return listed((ids ?? []).map((id) => label(list, id).toLowerCase()));
}

/**
 * The heading of an entry: "Pain 6, right hip", "No pain", "Hard day".
 * @param {Body} body
 */
export function entryTitle(body) {
  const parts = [strength(body), placesText(body)].filter(Boolean);
  return capital(parts.join(', ')) || `${capital(symptomText(body))}, no number`;
}

/**
 * "pain", "fatigue": what an entry is about.
 * @param {Body} body
 */
export function symptomText({ symptom }) {
  return !symptom || symptom === 'pain' ? 'pain' : label('symptoms', symptom).toLowerCase();
}

/**
 * "pain 6", "no pain", "hard day", or an empty text.
 * @param {Body} body
 */
export function strength(body) {
  const name = symptomText(body);
  if (body.severity_nrs === 0) return `no ${name}`;
  if (body.severity_nrs !== null && body.severity_nrs !== undefined) return `${name} ${body.severity_nrs}`;
  return body.hard_day ? 'hard day' : '';
}

/**
 * "right hip, 5, aching": what one tap on "Same as usual" stores.
 * @param {Body} usual
 */
export function usualText(usual) {
  const name = symptomText(usual);
  return [name === 'pain' ? '' : name, placesText(usual), String(usual.severity_nrs), labelsText('words', usual.words)].filter(Boolean).join(', ');
}

/**
 * The rest of an entry, one sentence for each thing said.
 * @param {Body} body
 * @returns {string[]}
 */
export function entrySentences(body) {
  const relief = body.relief ?? [];
  const tried = relief.filter((/** @type {any} */ one) => !counted(one)).map((/** @type {any} */ one) => one.what);
  return [
    spanText(body),
    sentence('It felt like', labelsText('words', body.words)),
    sentence('In your own words', body.own_words),
    sentence('', labelsText('patterns', body.patterns)),
    sentence('Just before it', labelsText('triggers', body.triggers)),
    sentence('Tried', labelsText('reliefs', tried)),
    ...relief.filter(counted).map(reliefText),
    sentence('It got in the way of', listed((body.stops_me ?? []).map(stopText))),
    sentence('It lasted', typeof body.minutes_long === 'number' ? lengthText(body.minutes_long).toLowerCase() : ''),
    sentence('Note', body.note),
  ].filter(Boolean);
}

/**
 * "Since Tuesday 17 November, entered later." for an entry with a span, else an empty text.
 * @param {Body} body
 */
export function spanText(body) {
  if (!body.until_on) return '';
  const day = (/** @type {string} */ on) => dayName(on, today.value).replace(/^(?:Today|Yesterday)$/, (word) => word.toLowerCase());
  return `Since ${day(body.on)}${body.until_on === today.value ? '' : ` until ${day(body.until_on)}`}, entered later.`;
}

/** @param {any} one */
const counted = (one) => typeof one.before_nrs === 'number' || typeof one.after_nrs === 'number';

/** "Heat pack: from 6 to 4." @param {any} one */
function reliefText({ what, before_nrs: before, after_nrs: after }) {
  const name = label('reliefs', what);
  if (typeof after !== 'number') return `${name}: ${before} before.`;
  return typeof before === 'number' ? `${name}: from ${before} to ${after}.` : `${name}: ${after} after.`;
}

/** "sitting (after 20 minutes)" @param {any} one */
function stopText({ activity, minutes }) {
  const name = label('activities', activity).toLowerCase();
  return typeof minutes === 'number' ? `${name} (${minutes === 0 ? 'at once' : `after ${lengthText(minutes).toLowerCase()}`})` : name;
}

/**
 * @param {string} lead
 * @param {string | null | undefined} text
 */
function sentence(lead, text) {
  if (!text) return '';
  const whole = lead ? `${lead}: ${text}` : capital(text);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
