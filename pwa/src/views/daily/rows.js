/** The questions of the strip: what each asks, what may be answered, and the answer in words. */
import { label } from '../../state/content.js';
import { hoursText, minutesText, said, symptomsBrief, symptomsText } from './words.js';

/** @typedef {Record<string, any>} Body */
/** @typedef {{id: any, label: string}} Item */

/**
 * @typedef {object} Row
 * @property {string} title - of the row
 * @property {string} ask - the question on its own screen
 * @property {'one' | 'scale' | 'own'} kind - one of several; 0 to 10; a screen of its own
 * @property {string} [field]
 * @property {Item[]} [items]
 * @property {(body: Body) => string} say - the answer, or an empty text
 * @property {(body: Body) => string} [brief] - the same for one line on Today, where `say` does not name the thing
 */

const SPELLS = [15, 30, 45, 60, 90, 120].map((minutes) => ({ id: minutes, label: minutesText(minutes) }));
const SLEEP = /** @type {Record<string, string>} */ ({ good: 'good', so_so: 'so-so', poor: 'poor' });
const INFECTION = /** @type {Record<string, string>} */ ({ no: 'No', maybe: 'Maybe', yes: 'Yes' });

/** @param {string} field @param {Item[]} items @returns {(body: Body) => string} */
const named = (field, items) => (body) => items.find(({ id }) => id === body[field])?.label ?? '';

/** @param {string} field @returns {(body: Body) => string} */
const ofTen = (field) => (body) => (said(body[field]) ? `${body[field]} of 10` : '');

const ENERGY = [{ id: 'usual', label: 'Usual' }, { id: 'low', label: 'Low' }, { id: 'very_low', label: 'Very low' }];
const HEAT = [{ id: 'no', label: 'No' }, { id: 'a_bit', label: 'A bit' }, { id: 'yes', label: 'Yes' }];
const SPASMS = [
  { id: '0', label: 'None' }, { id: '1_2', label: '1 or 2' }, { id: '3_5', label: '3 to 5' }, { id: '6_plus', label: '6 or more' },
  { id: 'most_of_day', label: 'Most of the day' },
];

/** @param {string} title @param {string} ask @param {string} field @param {string} name @returns {Row} */
const scale = (title, ask, field, name) => ({
  title, ask, kind: 'scale', field, say: ofTen(field), brief: (body) => (said(body[field]) ? `${name} ${body[field]}` : ''),
});

/** @type {Record<string, Row>} */
export const ROW = {
  symptoms: { title: 'Other symptoms', ask: 'Usual, worse or new?', kind: 'own', say: symptomsText, brief: symptomsBrief },
  sleep: { title: 'Sleep', ask: 'How did you sleep?', kind: 'own', say: sleepText, brief: (body) => lead('sleep', sleepText(body)) },
  heat: {
    title: 'Hot or humid', ask: 'Was it hot or humid?', kind: 'one', field: 'heat', items: HEAT, say: named('heat', HEAT),
    brief: (body) => ({ no: 'not hot', a_bit: 'a bit hot', yes: 'hot' })[/** @type {string} */ (body.heat)] ?? '',
  },
  stress: scale('Stress', 'How much stress was there?', 'stress_nrs', 'stress'),
  fatigue: scale('Fatigue', 'How tired were you (fatigue)?', 'fatigue_nrs', 'fatigue'),
  energy: {
    title: 'Energy', ask: 'How was your energy?', kind: 'one', field: 'energy', items: ENERGY, say: named('energy', ENERGY),
    brief: (body) => lead('energy', named('energy', ENERGY)(body).toLowerCase()),
  },
  stiffness: scale('Stiffness', 'How stiff were you?', 'stiffness_nrs', 'stiffness'),
  spasms: {
    title: 'Spasms', ask: 'How many spasms were there?', kind: 'one', field: 'spasms', items: SPASMS, say: named('spasms', SPASMS),
    brief: (body) => lead('spasms', named('spasms', SPASMS)(body).toLowerCase()),
  },
  infection: {
    title: 'Ill or an infection', ask: 'Were you ill, or had an infection?', kind: 'own', say: infectionText,
    brief: (body) => ({ no: 'not ill', maybe: 'maybe ill', yes: 'ill' })[/** @type {string} */ (body.infection?.state)] ?? '',
  },
  sitting: {
    title: 'Sitting', ask: 'How long was your longest sit?', kind: 'one', field: 'sitting_minutes', items: SPELLS,
    say: named('sitting_minutes', SPELLS), brief: (body) => lead('sat', named('sitting_minutes', SPELLS)(body)),
  },
  falls: { title: 'Falls', ask: 'Any falls or near-falls?', kind: 'own', say: fallsText },
  standing: {
    title: 'Standing', ask: 'How long did you stand at a time?', kind: 'one', field: 'standing_minutes', items: SPELLS,
    say: named('standing_minutes', SPELLS), brief: (body) => lead('stood', named('standing_minutes', SPELLS)(body)),
  },
  active: { title: 'Being active', ask: 'How long were you active?', kind: 'own', say: activeText },
  wheels: {
    title: 'In the wheelchair', ask: 'How long in the wheelchair?', kind: 'own',
    say: ({ wheelchair_hours: hours }) => (said(hours) ? hoursText(hours) : ''),
    brief: ({ wheelchair_hours: hours }) => (said(hours) ? `wheelchair ${hoursText(hours)}` : ''),
  },
  note: { title: 'A note', ask: 'Anything else about the day?', kind: 'own', say: ({ note }) => note ?? '', brief: ({ note }) => (note ? 'a note' : '') },
};

/** @param {Body} body */
function sleepText({ sleep_hours: hours, sleep_quality: quality }) {
  return [said(hours) && hoursText(hours), quality && SLEEP[quality]].filter(Boolean).join(', ');
}

/** @param {Body} body */
function infectionText({ infection }) {
  if (!infection) return '';
  return [INFECTION[infection.state], infection.type && label('infection_types', infection.type).toLowerCase()].filter(Boolean).join(', ');
}

/** @param {Body} body */
function fallsText({ falls }) {
  const { count, near, injured } = falls ?? {};
  return [
    said(count) && (count === 0 ? 'no fall' : count === 1 ? '1 fall' : `${count} falls`),
    said(near) && (near === 0 ? 'no near-fall' : near === 1 ? '1 near-fall' : `${near} near-falls`),
    injured === true && 'hurt', injured === false && 'not hurt',
  ].filter(Boolean).join(', ');
}

/** @param {Body} body */
function activeText({ active_minutes: active }) {
  return [
    said(active?.easy) && `easy ${minutesText(active.easy)}`, said(active?.moderate) && `brisk ${minutesText(active.moderate)}`,
  ].filter(Boolean).join(', ');
}

/** @param {string} name @param {string} text */
function lead(name, text) {
  return text && `${name} ${text}`;
}
