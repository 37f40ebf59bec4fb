/** Patterns: the server alone looks for them. The phone tells the last ones it was given, with their day. Pure. */
import { listing, row, text } from './blocks.js';
import { between, count, day, plusDays, shortDay } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/**
 * @typedef {object} Told - the server's answer, as the phone keeps it
 * @property {string} on - the day it was asked
 * @property {readonly any[]} patterns
 * @property {string | null} none
 *
 * @typedef {object} Seen - what a report says of patterns
 * @property {string} on - the day they were looked for; empty: no day stands with them
 * @property {{id: string, sentence: string, method: string}[]} rows
 * @property {string} none - said where there is no row
 */

/** Told only where the person asks for mood and bowel. */
const TENDER = new Set(['AN-16', 'AN-23']);
const NONE = 'No clear pattern in these days.';

/** The answers of other days say nothing of these, and those to a diary with private entries may rest on them. */
const NEVER = 'Patterns need the server. It has not looked for any in these days.';
const PRIVATE = 'Patterns are left out, since they may rest on entries marked private.';

/** What patterns are looked for in. */
const WEIGHED = new Set(['symptom', 'daily', 'mood', 'dose', 'session', 'medicine', 'event', 'profile', 'custom']);

/** Whether a pattern may rest on an entry that is not told. @param {import('./material.js').Rec} rec */
export const mayRestOn = ({ kind, body }) => body.private === true && WEIGHED.has(kind);

/** As far as patterns look back, with the longest entry before it. */
const LOOKED_AT = 183 + 28 + 31;

/** The first day a kept answer may rest on. @param {Told} told */
export const patternsFrom = ({ on }) => plusDays(on, -LOOKED_AT);

/**
 * @param {{told: Told | null, report: Seen | null}} kept - the last answer about patterns, and those of the last report the server made
 * @param {{first: string, last: string, tender: boolean}} asked
 * @param {boolean} hidden - whether the answer may rest on what this report does not tell
 * @returns {Seen}
 */
export function seenOf({ told, report }, { first, last, tender }, hidden) {
  const inside = (/** @type {{on: string} | null} */ one) => one !== null && first <= one.on && one.on <= last;
  const answers = [...(inside(report) ? [/** @type {Seen} */ (report)] : []), ...(told && inside(told) && !hidden ? [ofTold(told)] : [])];
  const [newest] = answers.sort((a, b) => (a.on < b.on ? 1 : -1));
  if (!newest) return { on: '', rows: [], none: hidden && inside(told) ? PRIVATE : NEVER };
  return { ...newest, rows: newest.rows.filter(({ id }) => tender || !TENDER.has(id.split('.')[0])) };
}

/** @param {Told} told @returns {Seen} */
const ofTold = ({ on, patterns, none }) => ({ on, rows: patterns.map(ofOne), none: none || NONE });

/**
 * What a report of the server says of patterns: it holds nothing private, so any later report may tell it.
 * @param {import('./shape.js').Report} report
 * @returns {Seen | null} null: it does not say, or not as of the day it was made
 */
export function seenIn({ sections, to, made_on: on }) {
  const list = sections.find(({ id }) => id === 'patterns')?.blocks[0];
  if (!list?.rows || to !== on) return null;
  return { on, none: list.empty ?? NONE, rows: list.rows.map(({ id, cells: [sentence, method] }) => ({ id: id.replace('pattern.', ''), sentence, method })) };
}

/** @param {any} one */
function ofOne({ rule, comparison, sentence, note, range: [low, high], points, n, of, marked, others, from, to }) {
  const method = `Difference ${count(points, 'point')} (range ${low} to ${high}), seen ${n} of ${of} times; ${marked} days against ${others} others.`;
  // They look back further than most reports, so their days stand with them.
  return { id: `${rule}.${comparison}`, sentence: `${sentence} (${between(from, to)})`, method: [note, method].filter(Boolean).join(' ') };
}

/** @param {Material} material @returns {import('./shape.js').Section} */
export function patterns({ seen }) {
  const rows = seen.rows.map(({ id, sentence, method }) => row(`pattern.${id}`, sentence, method));
  return { id: 'patterns', title: 'Patterns seen', blocks: [
    listing('patterns.list', 'At most three, with how they were found', rows, seen.none),
    ...(seen.on ? [text('patterns.on', `The server looked for them on ${day(seen.on)}. Later entries may change them.`)] : []),
  ] };
}

/** The row of the first page. @param {Material} material */
export function patternsRow({ seen }) {
  const found = seen.rows.map(({ sentence }) => sentence);
  return row('summary.patterns', seen.on ? `Patterns of ${shortDay(seen.on)}` : 'Patterns', ...(found.length > 0 ? found : [seen.none]));
}
