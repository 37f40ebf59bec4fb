/** Who looked at what, in words. Never where, never on which phone: the server does not keep that. Pure. */

import { listWords, whenWords } from '../people/when.js';
import { nounsOf } from './words.js';

/**
 * @typedef {object} Look
 * @property {string} who
 * @property {string} share
 * @property {string} channel - by which way: sync, records, overview, insights, report
 * @property {string} at_hour
 * @property {string[] | null} read - what was open then; null: not kept at the time
 */

const WAYS = /** @type {Record<string, string>} */ ({
  sync: 'Fetched by their phone', overview: 'Looked at your day', records: 'Looked at your entries',
  insights: 'Looked at your trends', report: 'Looked at your report',
});

/**
 * @param {readonly Look[]} looks @param {Date} now
 * @returns {{id: string, title: string, detail: string}[]} newest first; looks that read the same are one
 */
export function lookLines(looks, now) {
  /** @type {Map<string, {id: string, title: string, way: string, read: Set<string>, known: boolean}>} */
  const lines = new Map();
  const inOrder = [...looks].sort((a, b) => b.at_hour.localeCompare(a.at_hour));
  for (const { who, channel, at_hour, read } of inOrder) {
    const title = `${who}, ${whenWords(new Date(at_hour), now)}`;
    const way = WAYS[channel] ?? 'Looked at your diary';
    const id = `${title} ${way}`;
    const line = lines.get(id) ?? { id, title, way, read: new Set(), known: false };
    for (const scope of read ?? []) line.read.add(scope);
    lines.set(id, { ...line, known: line.known || read !== null });
  }
  return [...lines.values()].map(({ id, title, way, read, known }) => {
    const nouns = nounsOf([...read]);
    return { id, title, detail: known && nouns.length ? `${way}: ${listWords(nouns)}.` : `${way}.` };
  });
}

/** "Daniel, this morning" of the newest look. @param {readonly Look[]} looks @param {Date} now */
export function lastLookWords(looks, now) {
  return lookLines(looks, now)[0]?.title ?? 'Nobody yet';
}
