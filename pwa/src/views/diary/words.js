/** An entry in plain words. Everything here is made of what the person gave, and of nothing else. */
import { label, placeLabel } from '../../state/content.js';

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
  return capital(parts.join(', ')) || 'Pain, no number';
}

/** @param {Body} body */
function strength(body) {
  const name = !body.symptom || body.symptom === 'pain' ? 'pain' : label('symptoms', body.symptom).toLowerCase();
  if (body.severity_nrs === 0) return `no ${name}`;
  if (body.severity_nrs !== null && body.severity_nrs !== undefined) return `${name} ${body.severity_nrs}`;
  return body.hard_day ? 'hard day' : '';
}

/**
 * "right hip, 5, aching": what one tap on "Same as usual" stores.
 * @param {Body} usual
 */
export function usualText(usual) {
  return [placesText(usual), String(usual.severity_nrs), labelsText('words', usual.words)].filter(Boolean).join(', ');
}

/**
 * The rest of an entry, one sentence for each thing said.
 * @param {Body} body
 * @returns {string[]}
 */
export function entrySentences(body) {
  const tried = (body.relief ?? []).map((/** @type {any} */ one) => one.what);
  const stopped = (body.stops_me ?? []).map((/** @type {any} */ one) => one.activity);
  return [
    sentence('It felt like', labelsText('words', body.words)),
    sentence('In your own words', body.own_words),
    sentence('', labelsText('patterns', body.patterns)),
    sentence('Just before it', labelsText('triggers', body.triggers)),
    sentence('Tried', labelsText('reliefs', tried)),
    sentence('It got in the way of', labelsText('activities', stopped)),
    sentence('Note', body.note),
  ].filter(Boolean);
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
