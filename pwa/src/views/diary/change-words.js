/** What a version of an entry changed, in words. */
import { label } from '../../state/content.js';
import { today } from '../../state/today.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { capital, labelsText, placesText } from './words.js';

/** @typedef {import('../../domain/versions.js').Version} Version */

/** @type {Record<string, [name: string, say: (value: any) => string]>} */
const FIELDS = {
  symptom: ['Symptom', (id) => label('symptoms', id)],
  severity_nrs: ['Number', (number) => `${number} of 10`],
  regions: ['Places', (regions) => placesText({ regions })],
  generalised: ['All over', yesNo],
  words: ['Words', (ids) => labelsText('words', ids)],
  own_words: ['Own words', String],
  patterns: ['How it goes', (ids) => labelsText('patterns', ids)],
  triggers: ['Just before it', (ids) => labelsText('triggers', ids)],
  relief: ['Tried', (list) => labelsText('reliefs', list.map((/** @type {any} */ { what }) => what))],
  stops_me: ['It got in the way of', (list) => labelsText('activities', list.map((/** @type {any} */ { activity }) => activity))],
  minutes_long: ['How long', (minutes) => `${minutes} minutes`],
  hard_day: ['Hard day', yesNo],
  private: ['Private', yesNo],
  note: ['Note', String],
  on: ['Day', (on) => dayName(on, today.value)],
  at: ['Time', clockTime],
};

const MOMENT = new Set(['on', 'at']);

/** @param {Version} version @returns {string[]} one sentence for each thing that changed */
export function changeWords({ fields, before, body }) {
  return fields.flatMap((field) => {
    const known = FIELDS[field];
    // When it was lived stands above the entry; it is told here only where it was changed.
    if (!known || (MOMENT.has(field) && !before[field])) return [];
    const [name, say] = known;
    const now = worded(say, body[field]);
    const then = worded(say, before[field]);
    if (!now && !then) return [];
    if (!now) return `${name}: taken out. Before: ${then}.`;
    return `${name}: ${now}${then ? `. Before: ${then}` : ''}.`;
  });
}

/** @param {(value: any) => string} say @param {any} value */
function worded(say, value) {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  return capital(say(value)).replace(/\.$/, '');
}

/** @param {boolean} yes */
function yesNo(yes) {
  return yes ? 'yes' : 'no';
}
