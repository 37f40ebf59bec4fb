/** One entry of somebody's diary as a sentence, and who wrote it. Pure. */
import { isConfirmed } from '../../domain/confirmed.js';
import { mayTellSymptom } from '../../domain/tact.js';
import { coarseTime, listWords } from './when.js';

/**
 * @typedef {object} Place
 * @property {string} region
 * @property {string | null} [side]
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} kind
 * @property {Record<string, any>} body
 * @property {boolean} [deleted]
 * @property {boolean} [waiting] - written on this phone and not all of it sent
 * @property {{account?: string | null, name?: string | null} | null} [author]
 *
 * @typedef {object} Reading
 * @property {string} today - YYYY-MM-DD, the person's own
 * @property {number} now - milliseconds
 * @property {string[]} read - the granted scopes
 * @property {string} name - the diary's owner, as the share names them
 * @property {string | null} me - the reader's own account
 * @property {(place: Place) => string} placeLabel
 * @property {(symptom: string) => string} symptomLabel
 * @property {(list: string, id: string) => string} word - of the vocabulary, or the person's own
 */

/** @param {Entry} entry */
export const isPain = ({ kind, body }) => kind === 'symptom' && (body.symptom ?? 'pain') === 'pain';

/**
 * Whether a score may be weighed beside others: the person gave it, or said that it is right.
 * @param {Entry} entry @param {Reading} reading
 */
export const isTheirWord = (entry, reading) => byWords(entry, reading) === '' || isConfirmed(entry.body);

/**
 * "Pain 7 this morning. Right hip and knee." @param {Entry} entry @param {Reading} reading @param {boolean} withTime
 * @returns {string} empty where there is nothing to tell
 */
export function entryLine(entry, reading, withTime) {
  const { body } = entry;
  const what = mayTellSymptom(body.symptom, reading.read) ? entryWords(body, reading) : '';
  if (!what) return '';
  const when = withTime ? coarseTime(body.at) : '';
  const where = placeWords(body.regions ?? [], reading.placeLabel);
  const first = when ? `${what} ${when}.` : `${what}.`;
  return [first, where && `${where}.`, byWords(entry, reading), ownWords(body)].filter(Boolean).join(' ');
}

/** @param {Record<string, any>} body @param {Reading} reading */
function entryWords(body, reading) {
  const symptom = body.symptom ?? 'pain';
  const word = symptom === 'pain' ? 'Pain' : reading.symptomLabel(symptom);
  if (body.severity_nrs === 0) return symptom === 'pain' ? 'No pain' : `${word} 0`;
  if (body.severity_nrs != null) return body.hard_day ? `Hard day, ${word.toLowerCase()} ${body.severity_nrs}` : `${word} ${body.severity_nrs}`;
  if (body.hard_day) return 'Hard day';
  return body.symptom ? word : '';
}

/** What was written in own words, where it came along. @param {Record<string, any>} body */
const ownWords = ({ own_words, note }) => [own_words, note].filter(Boolean).map((text) => `“${text}”`).join(' ');

/** "Right hip and knee", the first letter large. @param {Place[]} places @param {(place: Place) => string} label */
export function placeWords(places, label) {
  const words = places.map(label).filter(Boolean).map((word) => word.charAt(0).toLowerCase() + word.slice(1));
  const side = ['right ', 'left '].find((one) => words.every((word) => word.startsWith(one)));
  // "Right hip and knee" only where every place is on that side.
  const text = listWords(side ? words.map((word, index) => (index ? word.slice(side.length) : word)) : words);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * "Added by Daniel." where the person did not write it themselves. What this phone wrote and did not send yet has no author.
 * @param {Pick<Entry, 'author' | 'waiting'>} entry @param {Pick<Reading, 'name' | 'me'>} reading
 */
export function byWords({ author, waiting }, { name, me }) {
  if (!author) return waiting ? 'Added by you. Waiting to be sent.' : '';
  if (me && author.account === me) return waiting ? 'Added by you. Waiting to be sent.' : 'Added by you.';
  return author.name && author.name !== name ? `Added by ${author.name}.` : '';
}

/** @param {readonly Entry[]} entries */
export function newestFirst(entries) {
  return [...entries].sort((a, b) => (Date.parse(b.body.at) || 0) - (Date.parse(a.body.at) || 0));
}
