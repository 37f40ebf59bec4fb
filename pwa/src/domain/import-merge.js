/** A file's records beside those of the diary: which id each gets here, and what of it is to be stored. Pure. */
import { FIELD_TABLE } from './field-table.js';
import { sharedId, uuid5 } from './ids.js';
import { RECORD_MOST, sizeOf, untrue } from './valid.js';

/** @typedef {import('./import.js').Item} Item */
/** @typedef {import('./import.js').Refused} Refused */
/** @typedef {import('./overlay.js').Rec} Rec */

/** One for each day needs its day. @type {Readonly<Record<string, readonly string[]>>} */
const NAMED_BY = { daily: ['on'], mood: ['on'], safety: ['message_id', 'on'] };

/**
 * Gives every record its id in this diary, and lets what names it follow. The same file gets the same ids again.
 * @param {readonly Item[]} items
 * @param {{space: string, foreign: boolean, kindHere: ReadonlyMap<string, string>}} here - kindHere: of records with an id of the file
 * @returns {{items: Item[], refused: Refused[]}}
 */
export function placed(items, { space, foreign, kindHere }) {
  /** @type {Refused[]} */
  const refused = [];
  const refuse = (/** @type {Item} */ { row, kind, set }, /** @type {string} */ why) => {
    refused.push({ row, kind, day: set.on ?? '', why });
  };
  /** @type {Map<string, string>} */
  const moved = new Map();
  /** @type {Map<string, Item>} */
  const taken = new Map();
  for (const item of items) {
    if (foreign && NAMED_BY[item.kind]?.some((name) => !item.set[name])) {
      refuse(item, 'It has no day.');
      continue;
    }
    const id = idHere(item, space, foreign, kindHere);
    if (id !== item.id) moved.set(item.id, id);
    const before = taken.get(id);
    if (!before) taken.set(id, { ...item, id });
    else if (!alike(before.set, item.set)) refuse(item, 'It is in the file twice, and not alike.');
  }
  const all = [...taken.values()];
  return { refused, items: moved.size === 0 ? all : all.map((item) => ({ ...item, set: followed(item.set, FIELD_TABLE[item.kind].fields, moved) })) };
}

/** @param {Item} item @param {string} space @param {boolean} foreign @param {ReadonlyMap<string, string>} kindHere */
function idHere({ id, kind, set }, space, foreign, kindHere) {
  const shared = foreign ? sharedId(space, kind, set) : null;
  if (shared) return shared;
  // Another kind of record has it here. Made of the old one, so that a second time finds it.
  return (kindHere.get(id) ?? kind) === kind ? id : uuid5(space, `import:${id}`);
}

const NAMES_A_RECORD = new Set(['uuid', 'term', 'rule']);

/** @param {Record<string, any>} set @param {Record<string, any>} rules @param {ReadonlyMap<string, string>} moved */
function followed(set, rules, moved) {
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, followedIn(value, rules[name], moved)]));
}

/** @param {any} value @param {import('./valid.js').Rule} rule @param {ReadonlyMap<string, string>} moved @returns {any} */
function followedIn(value, rule, moved) {
  if (value === null) return null;
  if (rule.t === 'many') return value.map((/** @type {any} */ one) => followedIn(one, rule.of, moved));
  if (rule.t === 'parts') return followed(value, rule.parts ?? {}, moved);
  if (rule.t === 'named') return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, followedIn(one, rule.of, moved)]));
  return NAMES_A_RECORD.has(rule.t) ? moved.get(value) ?? value : value;
}

/**
 * @typedef {object} Choice - what the person chose
 * @property {boolean} useFile - where both say something else, the file's word counts
 * @property {boolean} deleted - what was deleted, here or there, comes back
 * @property {boolean} others - what others wrote comes too
 *
 * @typedef {'added' | 'filled' | 'changed' | 'back' | 'same' | 'differs' | 'deleted' | 'others' | 'erased' | 'impossible'} Did
 * @typedef {object} Wish - what is to be stored of one record
 * @property {Did} did - what becomes of it; the first four store something
 * @property {Record<string, any>} set - the fields to store; empty where there are none
 * @property {boolean} restore - it is to be brought back first
 * @property {boolean} differs - something in it is said otherwise here
 * @property {boolean} gaps - something of it is not said here
 */

/**
 * @param {Item} item @param {Rec | null} rec - as it is here now @param {Choice} choice
 * @returns {Wish}
 */
export function wish(item, rec, choice) {
  const nothing = (/** @type {Did} */ did) => ({ did, set: {}, restore: false, differs: false, gaps: false });
  if (!rec) {
    if (item.deleted && !choice.deleted) return nothing('deleted');
    if (item.by !== null && !choice.others) return nothing('others');
    return { ...nothing('added'), set: item.set };
  }
  if (rec.erased) return nothing('erased');
  if (rec.kind !== item.kind) return nothing('impossible');
  if (rec.deleted && !choice.deleted) return nothing(item.deleted ? 'same' : 'deleted');
  const { gaps, differing } = beside(item.set, rec.body);
  const set = choice.useFile ? { ...gaps, ...differing } : gaps;
  const found = { ...nothing('same'), differs: Object.keys(differing).length > 0, gaps: Object.keys(gaps).length > 0 };
  if (untrue(rec.kind, { ...rec.body, ...set })) return { ...found, did: 'impossible' };
  if (rec.deleted) return { ...found, did: 'back', set, restore: true };
  if (Object.keys(set).length === 0) return { ...found, did: found.differs ? 'differs' : 'same' };
  return { ...found, set, did: choice.useFile && found.differs ? 'changed' : 'filled' };
}

/** When it happened is one thing in three fields. */
const MOMENT = ['at', 'on', 'tz'];

/**
 * What a file's record says that is not said here, and what is said otherwise.
 * @param {Record<string, any>} set @param {Record<string, any>} body
 */
function beside(set, body) {
  /** @type {Record<string, any>} */
  const gaps = {};
  /** @type {Record<string, any>} */
  const differing = {};
  const moment = MOMENT.filter((name) => name in set);
  const noMoment = MOMENT.every((name) => (body[name] ?? null) === null);
  if (moment.some((name) => !alike(set[name], body[name]))) {
    for (const name of moment) (noMoment ? gaps : differing)[name] = set[name];
  }
  for (const [name, value] of Object.entries(set)) {
    if (MOMENT.includes(name) || alike(value, body[name])) continue;
    if ((body[name] ?? null) === null) gaps[name] = value;
    // What is private here was never meant to become less so by a file.
    else if (name !== 'private' || value === true) differing[name] = value;
  }
  return { gaps, differing };
}

/** Whether two values say the same; what is not said may be null or absent. @param {any} a @param {any} b @returns {boolean} */
export function alike(a, b) {
  const [one, other] = [a ?? null, b ?? null];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other) || (Array.isArray(one) && one.length !== other.length)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => alike(own(one, name), own(other, name)));
}

/** @param {any} value @param {string} name */
const own = (value, name) => (Object.hasOwn(value, name) ? value[name] : null);

/**
 * A record in pieces that each find their way to the server; nearly always one.
 * @param {Record<string, any>} set
 * @returns {Record<string, any>[]} the first says when it was
 */
export function pieces(set) {
  if (sizeOf(set) <= RECORD_MOST) return [set];
  /** @type {Record<string, any>[]} */
  const found = [{}];
  let room = RECORD_MOST;
  const inOrder = Object.entries(set).sort(([a], [b]) => Number(MOMENT.includes(b)) - Number(MOMENT.includes(a)));
  for (const [name, value] of inOrder) {
    const size = sizeOf(value) + name.length + 8;
    if (size > room && Object.keys(found[0]).length > 0) {
      found.push({});
      room = RECORD_MOST;
    }
    found[found.length - 1][name] = value;
    room -= size;
  }
  return found;
}
