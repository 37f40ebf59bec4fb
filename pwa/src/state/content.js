/** The words of the app by id, from the pack that is kept with the app's files. */
import { effect, signal } from '@preact/signals';

import { contentPack } from '../data/api.js';
import { inAmerica } from './knowledge.js';
import { recordOf } from './records.js';

/** @typedef {{id: string, label: string, medical?: string, [more: string]: any}} Term */

/** @type {import('@preact/signals').Signal<Record<string, Term[]>>} */
export const vocabulary = signal({});

/** Loads the words; without them ids are shown in a readable form. */
export async function loadContent() {
  const { lists } = await contentPack('vocabulary');
  stop();
  stop = effect(() => { vocabulary.value = inAmerica.value ? american(lists) : lists; });
}

/** Ends following the words of the country. */
let stop = () => {};

/** @param {Record<string, Term[]>} lists @returns {Record<string, Term[]>} */
function american(lists) {
  return Object.fromEntries(Object.entries(lists).map(([name, terms]) => [name, terms.map((term) => ({ ...term, label: term.label_us ?? term.label, medical: term.medical_us ?? term.medical }))]));
}

/**
 * The word for an id of a list, or for one of the person's own, also for one that was taken off the list since.
 * @param {string} list @param {string} id @returns {string}
 */
export function label(list, id) {
  return vocabulary.value[list]?.find((term) => term.id === id)?.label ?? ownLabel(id) ?? readable(id);
}

const OWN = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** @param {string} id @returns {string | undefined} */
function ownLabel(id) {
  if (!OWN.test(id)) return undefined;
  const rec = recordOf(id);
  return rec?.kind === 'custom' && rec.body.label ? rec.body.label : 'A word of their own';
}

const BOTH = /** @type {Record<string, string>} */ ({
  hip: 'Both hips', knee: 'Both knees', ankle: 'Both ankles', shoulder: 'Both shoulders', upper_arm: 'Both upper arms',
  elbow: 'Both elbows', forearm: 'Both forearms', wrist: 'Both wrists', hand: 'Both hands or fingers', groin: 'Both groins',
  buttock: 'Both buttocks', thigh_front: 'Front of both thighs', thigh_back: 'Back of both thighs', inner_thigh: 'Both inner thighs',
  shin: 'Both shins', calf: 'Both calves', foot: 'Both feet or toes', face: 'Both sides of face', eye: 'Behind both eyes',
  whole_leg: 'Both whole legs',
});

/** Where the side does not stand in front. */
const SIDED = /** @type {Record<string, (side: string) => string>} */ ({
  eye: (side) => `Behind the ${side} eye`, thigh_front: (side) => `Front of the ${side} thigh`,
  thigh_back: (side) => `Back of the ${side} thigh`, whole_leg: (side) => `Whole ${side} leg`,
  face: (side) => `${side === 'left' ? 'Left' : 'Right'} side of the face`, head: (side) => `${side === 'left' ? 'Left' : 'Right'} side of the head`,
});

const MIDLINE = new Set(['middle', '']);

/** @param {{region: string, side?: string | null}} place @returns {string} "Right hip" */
export function placeLabel({ region, side }) {
  const name = label('regions', region);
  if (!side || MIDLINE.has(side)) return name;
  if (side === 'both') return BOTH[region] ?? `${name}, both sides`;
  return SIDED[region]?.(side) ?? `${side === 'left' ? 'Left' : 'Right'} ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

/** @param {string} id */
function readable(id) {
  const text = id.replaceAll('_', ' ').replaceAll('-', ' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
