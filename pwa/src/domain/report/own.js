/** The report a phone makes itself, without a server: the same parts in the same words (backend/reports/build.py). Pure. */
import { listing, row } from './blocks.js';
import { causes } from './causes.js';
import { events } from './events.js';
import { exerciseBlocks } from './exercise.js';
import { firstPage } from './first-page.js';
import { medicines } from './medicines.js';
import { mobility } from './mobility.js';
import { mood } from './mood.js';
import { patterns } from './patterns.js';
import { places } from './places.js';
import { reliefBlock } from './relief.js';
import { safety } from './safety.js';
import { PARTS } from './shape.js';
import { story } from './story.js';
import { strength } from './strength.js';
import { usedWords } from './used-words.js';
import { wishes } from './visit.js';
import { periodWords } from './words.js';

/** @typedef {import('./material.js').Material} Material */
/** @typedef {import('./shape.js').Section} Section */

/** @param {Material} material @returns {Section} */
const tried = (material) => ({ id: 'tried', title: 'What was tried', blocks: [reliefBlock(material), ...exerciseBlocks(material)] });

/** @type {Record<string, (material: Material) => Section>} */
const MAKERS = {
  summary: firstPage, story, places, words: usedWords, strength, tried, events, medicines, mobility, patterns, safety, causes, wishes, mood,
};

/**
 * The parts one after the other, so that whoever waits can breathe between two of them; what it rests on comes last.
 * @param {Material} material
 * @param {readonly string[]} parts - those wanted
 * @returns {Generator<Section>}
 */
export function* ownSections(material, parts) {
  for (const { id } of PARTS) if (parts.includes(id)) yield MAKERS[id](material);
  yield method();
}

/**
 * @param {Pick<Material, 'first' | 'last' | 'today'>} material
 * @param {Section[]} sections
 * @param {string} name - whose it is; empty where that is not known
 * @returns {import('./shape.js').Report}
 */
export function ownReport({ first, last, today }, sections, name) {
  return {
    title: name ? `Pain report: ${name}` : 'Pain report', name, from: first, to: last, made_on: today,
    period: periodWords(first, last),
    lead: `Written down by ${name || 'the person'} in Limber; not checked by a clinician.`,
    sections,
  };
}

/** @returns {Section} */
function method() {
  const said = [
    'Written down by the person. The app makes no diagnosis and gives no advice on treatment.',
    'Pain is a whole number from 0 (none) to 10 (worst imaginable). A day counts with its worst number.',
    'A median is the middle value; of two middle values it is the lower one.',
    'An entry with several places counts for each of them.',
    'A day without an entry is missing. It is not counted as a day without pain.',
    'Change: median of the daily worst, four weeks against four weeks; at least 5 days with a number in each, and 2 points apart.'
      + ' New and gone need 7 logged days on each side.',
    'A pattern or a difference can be chance. None of them says what caused what. Patterns look back half a year, whatever the period is.',
    'Entries by helpers count only after the person has said that they are right.',
    'The person chose the period and the parts of this report. Entries marked private are left out unless the person puts them in.',
  ];
  const rows = said.map((one, at) => row(`method.${at + 1}`, one));
  const own = row('method.phone', 'Made on the phone itself, from the entries that are on it. Patterns are the last ones the server found.');
  return { id: 'method', title: 'Method and limits', blocks: [listing('method.list', '', [...rows, own])] };
}
