/**
 * Whether a record could be stored by any server: the rules of domain/field-table.js, and what must be true of a
 * whole body. The same as `load_set` in backend/schemas/records and `check_body` in backend/domain/records. Pure.
 */
import { FIELD_TABLE } from './field-table.js';
import { storableText } from './storable.js';

/**
 * @typedef {object} Rule - what one field may hold
 * @property {string} t - its type, one of CHECKS
 * @property {number} [low] @property {number} [high] - both included
 * @property {number} [most] - signs of a text, items of a list, names of an object
 * @property {boolean} [lines] - line breaks stay
 * @property {any} [of] - words to choose from, or the rule of each item
 * @property {string} [list] - of the vocabulary; without one any id is taken
 * @property {string[]} [without] - ids that have a field of their own
 * @property {string} [like] - a pattern
 * @property {Record<string, any>} [parts] @property {string[]} [required]
 *
 * @typedef {Readonly<Record<string, {sv: number, times: boolean, fields: Record<string, Rule>}>>} FieldTable
 * @typedef {Readonly<Record<string, ReadonlySet<string>>>} Lists - the ids of every vocabulary list
 * @typedef {{set: Record<string, any>, problem: null} | {set: null, problem: string}} Checked
 */

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ID = /^[a-z0-9_]{1,40}$/;
const RULE = /^[A-Za-z0-9_.-]{1,40}$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const SLOT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/;
const ZONE = /^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];
const TIMES = ['at', 'on', 'tz'];
/** A little under what one record may take on its way to the server. */
export const RECORD_MOST = 60_000;

/** What is wrong with a value, as the end of a sentence. */
class Unfit extends Error {}

/** @param {string} why @returns {never} */
function refuse(why) {
  throw new Unfit(why);
}

/**
 * @param {string} kind
 * @param {Record<string, any>} body - of a file: anything at all may be in it
 * @param {Lists} lists
 * @returns {Checked} the fields that say something, as they are stored; or why they cannot be taken, a whole sentence
 */
export function checkedBody(kind, body, lists) {
  const { fields, times } = FIELD_TABLE[kind];
  /** @type {Record<string, any>} */
  const set = {};
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(fields, name)) return { set: null, problem: `This app does not know the field “${name.slice(0, 40)}”.` };
    if (value === null) continue;
    try {
      set[name] = fit(value, fields[name], lists);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      return { set: null, problem: `The field “${name}” ${error.message}.` };
    }
    if (sizeOf(set[name]) > RECORD_MOST) return { set: null, problem: `The field “${name}” is too long.` };
  }
  const named = TIMES.filter((name) => name in set).length;
  if (times && named > 0 && named < TIMES.length) return { set: null, problem: 'Its day, its time and its time zone do not come together.' };
  const problem = Object.keys(set).length === 0 ? 'It says nothing.' : untrue(kind, set);
  return problem ? { set: null, problem } : { set, problem: null };
}

/** With none of these an entry would say only that something was, and not what. */
const SAYS_SOMETHING = ['severity_nrs', 'regions', 'generalised', 'hard_day', 'words', 'own_words', 'patterns', 'triggers', 'relief',
  'stops_me', 'note', 'minutes_long', 'until_on'];

/**
 * What cannot be true of a whole body, or null.
 * @param {string} kind @param {Record<string, any>} body
 * @returns {string | null}
 */
export function untrue(kind, body) {
  const { at, on, until_on: until } = body;
  if (at && on && at.slice(0, 10) !== on) return 'Its day is not the day of its time.';
  if (until && on && until < on) return 'It ends before it begins.';
  if (kind !== 'symptom' || ![undefined, null, 'pain'].includes(body.symptom)) return null;
  const said = (/** @type {any} */ value) => ![undefined, null, false, ''].includes(value) && !(Array.isArray(value) && value.length === 0);
  return SAYS_SOMETHING.some((name) => said(body[name])) ? null : 'It says nothing.';
}

/** @param {any} value - neither null nor absent @param {Rule} rule @param {Lists} lists @returns {any} as it is stored */
function fit(value, rule, lists) {
  return CHECKS[rule.t](value, rule, lists);
}

/** A part may be null, which is not the same as absent to those who compare. @param {any} value @param {Rule} rule @param {Lists} lists */
const orNull = (value, rule, lists) => (value === null ? null : fit(value, rule, lists));

/** @type {Record<string, (value: any, rule: Rule, lists: Lists) => any>} */
const CHECKS = {
  whole: (value, { low = 0, high = 0 }) => (Number.isInteger(value) && low <= value && value <= high
    ? value : refuse(`does not hold a whole number from ${low} to ${high}`)),
  halves: (value, { low = 0, high = 0 }) => (Number.isInteger(Number(value) * 2) && typeof value === 'number' && low <= value && value <= high
    ? value : refuse(`does not hold a number from ${low} to ${high} in half steps`)),
  truth: (value) => (typeof value === 'boolean' ? value : refuse('holds something else than true or false')),
  words: fitText,
  instant: (value) => moment(value, INSTANT, 'does not hold a time such as 2026-11-21T09:41:00+01:00'),
  day: (value) => moment(value, DAY, 'does not hold a date such as 2026-11-21'),
  slot: (value) => moment(value, SLOT, 'does not hold a time such as 2026-11-21T19:30'),
  clock: (value) => like(value, CLOCK, 'does not hold a time such as 08:30'),
  uuid: (value) => like(value, UUID, 'does not hold the id of a record'),
  rule: (value) => like(value, RULE, 'does not hold an id'),
  like: (value, rule) => like(value, new RegExp(rule.like ?? ''), 'is not written the way it must be'),
  zone: (value) => (isZone(value) ? value : refuse('does not hold a time zone')),
  one: (value, { of }) => (of.includes(value) ? value : refuse('holds a word that is not one of its own')),
  term: fitTerm,
  many: (value, { of, most = 0 }, lists) => {
    if (!Array.isArray(value)) return refuse('is not a list');
    if (value.length > most) return refuse(`holds more than ${most}`);
    return value.map((one) => (one === null ? refuse('holds an empty place') : fit(one, of, lists)));
  },
  parts: fitParts,
  named: (value, { of, most = 0 }, lists) => {
    const names = Object.keys(anObject(value));
    if (names.length > most || !names.every((name) => RULE.test(name))) return refuse('does not hold named answers');
    return Object.fromEntries(names.map((name) => [name, orNull(value[name], of, lists)]));
  },
};

/** @param {any} value @param {Rule} rule */
function fitText(value, { most = 0, lines = false }) {
  if (typeof value !== 'string') return refuse('does not hold text');
  const text = storableText(value, lines);
  // As the server counts: an emoji is one sign.
  return text.length > most && [...text].length > most ? refuse(`holds more than ${most} signs`) : text;
}

/** @param {any} value @param {Rule} rule @param {Lists} lists */
function fitTerm(value, { list = '', without = [] }, lists) {
  if (typeof value !== 'string' || !(ID.test(value) || UUID.test(value))) return refuse('does not hold an id');
  const known = Object.hasOwn(lists, list) ? lists[list] : null;
  if (known && !known.has(value) && !UUID.test(value)) return refuse('holds a word this app does not know');
  return without.includes(value) ? refuse('holds a word that has a field of its own') : value;
}

/** @param {any} value @param {Rule} rule @param {Lists} lists */
function fitParts(value, { parts = {}, required = [] }, lists) {
  const names = Object.keys(anObject(value));
  if (!names.every((name) => Object.hasOwn(parts, name))) return refuse('holds a part this app does not know');
  if (required.some((name) => (Object.hasOwn(value, name) ? value[name] : null) === null)) return refuse('lacks a part');
  return Object.fromEntries(names.map((name) => [name, orNull(value[name], parts[name], lists)]));
}

/** @param {any} value @returns {Record<string, any>} */
function anObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : refuse('does not hold named parts');
}

/** @param {any} value @param {RegExp} form @param {string} why */
function like(value, form, why) {
  return typeof value === 'string' && form.test(value) ? value : refuse(why);
}

/** @param {any} value @param {RegExp} form @param {string} why */
function moment(value, form, why) {
  const on = like(value, form, why).slice(0, 10);
  const date = new Date(`${on}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === on;
  return real && +on.slice(0, 4) >= FIRST_YEAR && +on.slice(0, 4) <= LAST_YEAR ? value : refuse(why);
}

/** @type {Map<string, boolean>} */
const zones = new Map();

/** @param {any} value */
function isZone(value) {
  if (typeof value !== 'string' || !ZONE.test(value)) return false;
  const known = zones.get(value);
  if (known !== undefined) return known;
  let is = true;
  try {
    // Another spelling of a name is taken here and by no server.
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions();
    is = timeZone === value || timeZone.toLowerCase() !== value.toLowerCase();
  } catch {
    is = false;
  }
  zones.set(value, is);
  return is;
}

/** What a value takes on its way, at most: signs outside of ASCII are written in six. @param {any} value */
export function sizeOf(value) {
  const text = JSON.stringify(value);
  if (text.length * 6 < RECORD_MOST / 2) return text.length * 6;
  let size = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Python puts a space behind each comma and colon.
    size += code > 126 ? 6 : code === 44 || code === 58 ? 2 : 1;
  }
  return size;
}
