/** Reading a whole diary by its outline: which days there are, and which entries a question finds. Pure. */
import { folded } from './find.js';

/**
 * @typedef {[on: string, count: number]} Day
 *
 * @typedef {object} Filter
 * @property {string | null} [kind] - a record kind
 * @property {string | null} [symptom]
 * @property {string | null} [region]
 * @property {number | null} [atLeast] - 0 to 10
 * @property {boolean} [note]
 * @property {boolean} [secret] - private ones only
 * @property {string | null} [byOthers] - the first 8 characters of the own account, when only others' are wanted
 * @property {string | null} [from] - a date
 * @property {string | null} [to] - a date
 *
 * @typedef {object} Word - one word of a question
 * @property {string} text - folded
 * @property {readonly string[]} ids - of what it may mean
 */

/**
 * @param {readonly {days: readonly Day[]}[]} parts
 * @param {readonly string[]} [more] - days of records that have no line
 * @returns {Day[]} newest first; days without anything are not there
 */
export function dayList(parts, more = []) {
  const all = new Map(parts.flatMap(({ days }) => days));
  for (const on of more) all.set(on, (all.get(on) ?? 0) + 1);
  return [...all].sort(([a], [b]) => (a < b ? 1 : -1));
}

/** @param {readonly Day[]} days newest first @returns {{month: string, first: number, count: number}[]} first: where it begins in `days` */
export function months(days) {
  /** @type {{month: string, first: number, count: number}[]} */
  const all = [];
  days.forEach(([on, count], i) => {
    const last = all[all.length - 1];
    if (last?.month === on.slice(0, 7)) last.count += count;
    else all.push({ month: on.slice(0, 7), first: i, count });
  });
  return all;
}

/** @param {string} question @returns {string[]} */
export const asked = (question) => folded(question).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * The ids whose name has a word that begins so.
 * @param {string} text - folded
 * @param {readonly {id: string, words: readonly string[]}[]} names - words folded
 */
export const idsFor = (text, names) => [...new Set(names.filter(({ words }) => words.some((word) => word.startsWith(text))).map(({ id }) => id))];

/**
 * @param {readonly string[]} lines - of the outline
 * @param {readonly Word[]} words - each must be found
 * @param {Filter} filter
 * @returns {string[]} the lines that hold all of it, in their order
 */
export function search(lines, words, filter) {
  let found = lines;
  for (const word of [...words].sort((a, b) => b.text.length - a.text.length)) {
    const pattern = patternOf(word);
    found = found.filter((line) => pattern.test(line));
  }
  const { from, to, ...rest } = filter;
  if (from) found = found.filter((line) => line.slice(0, 10) >= from);
  if (to) found = found.filter((line) => line.slice(0, 10) <= to);
  if (Object.values(rest).some((value) => value !== null && value !== undefined && value !== false)) found = found.filter((line) => passes(line, rest));
  return found === lines ? [...lines] : /** @type {string[]} */ (found);
}

/** @param {Word} word */
function patternOf({ text, ids }) {
  const ways = [`\\|${escaped(text)}`];
  if (ids.length > 0) ways.push(` (?:${ids.map(escaped).join('|')})(?=[ \\t])`);
  if (/^(10|\d)$/.test(text)) ways.push(`^[^\\t]*\\t[^\\t]*\\tsymptom\\t[^\\t]*\\t${text}\\t`);
  return new RegExp(ways.join('|'));
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param {string} line @param {Filter} filter */
function passes(line, { kind, symptom, region, atLeast, note, secret, byOthers }) {
  const [, , itsKind, itsSymptom, number, flags, author, ids] = line.split('\t', 8);
  if (kind && kind !== itsKind) return false;
  if (symptom && symptom !== itsSymptom && !`${ids} `.includes(` ${symptom} `)) return false;
  if (region && !`${ids} `.includes(` ${region} `)) return false;
  if (typeof atLeast === 'number' && (number === '' || Number(number) < atLeast)) return false;
  if (note && !flags.includes('n')) return false;
  if (secret && !flags.includes('p')) return false;
  return byOthers === null || byOthers === undefined || (author !== '' && author !== byOthers);
}

/** @param {string} line */
export const idOfLine = (line) => line.slice(17, line.indexOf('\t', 17));
