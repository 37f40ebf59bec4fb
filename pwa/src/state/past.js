/** The whole diary, however long: its days, their records when they are looked at, and finding in it. */
import { computed, effect, signal } from '@preact/signals';

import { between, outlineOf, shownById } from '../data/records.js';
import { ALWAYS, dayOfRec, DELETED, hasLine, lineOf, partOf, placeInDays } from '../domain/outline.js';
import { medicineTitle } from '../domain/medicine.js';
import { newerFirst } from '../domain/newest.js';
import { asked, dayList, idOfLine, idsFor, search } from '../domain/past.js';
import { label, vocabulary } from './content.js';
import { movements } from './knowledge.js';
import { loaded, onTouched, opened, since } from './opened.js';
import { ofKind } from './records.js';

/**
 * @typedef {import('../domain/overlay.js').Rec} Rec
 * @typedef {import('../domain/past.js').Filter} Filter
 * @typedef {import('../data/projection.js').Part} Part
 */

/** Kinds that belong to a day of the Diary but are always at hand. */
const EVENTS = 'event';
/** What is not for reading back. */
const UNSEEN = new Set(['plan_item']);
/** So many changed records are followed one by one; more are read anew. */
const FEW = 5;

/** The outline by part; null until it was asked for. @type {import('@preact/signals').Signal<Map<string, Part> | null>} */
const outline = signal(null);

/** Records of the days that were looked at, by day. @type {import('@preact/signals').Signal<ReadonlyMap<string, readonly Rec[]>>} */
const seenDays = signal(new Map());

/** @type {Promise<void> | null} */
let reading = null;

effect(() => {
  void opened.value;
  outline.value = reading = null;
  seenDays.value = new Map();
});

/** Reads the outline of the open diary, once. @returns {Promise<void>} */
export function readPast() {
  const here = opened.value;
  if (!here) return Promise.resolve();
  reading ??= outlineOf(here.db, here.space).then((parts) => {
    if (opened.value === here) outline.value = new Map(parts.map((part) => [part.part, part]));
  }).catch(() => { reading = null; });
  return reading;
}

/** Events that have a day, in the Diary beside what was logged. */
const events = computed(() => ofKind(EVENTS).filter(({ body }) => typeof body.on === 'string'));

/** The records at hand by day: those of the last weeks need no reading. */
const daysAtHand = computed(() => {
  /** @type {Map<string, Rec[]>} */
  const days = new Map();
  for (const rec of loaded.value) {
    const on = placeInDays(rec);
    if (on < since.value || !hasLine(rec)) continue;
    const its = days.get(on);
    if (its) its.push(rec);
    else days.set(on, [rec]);
  }
  return days;
});

/** The outline as it was read, part by part; empty until then. @returns {Part[]} */
export const outlineNow = () => [...outline.peek()?.values() ?? []];

/** Every day with how much it holds, newest first; until the outline was read the last weeks, or null when they are empty. */
export const allDays = computed(() => {
  const parts = outline.value ? [...outline.value.values()] : [{ days: [...daysAtHand.value].map(([on, its]) => /** @type {[string, number]} */ ([on, its.length])) }];
  const happened = events.value.map(({ body }) => body.on).filter((on) => outline.value || on >= since.value);
  const days = dayList(parts, happened);
  return outline.value || days.length > 0 ? days : null;
});

/** @param {string} on @returns {readonly Rec[] | null} the day's records, first the newest; null: not read yet */
export function recordsOn(on) {
  const logged = on >= since.value ? daysAtHand.value.get(on) ?? [] : seenDays.value.get(on);
  return logged ? [...logged, ...events.value.filter(({ body }) => body.on === on)] : null;
}

/** Days being read, so that none is asked for twice. @type {Set<string>} */
const asking = new Set();

/**
 * Reads the records of some days, unless they were read already.
 * @param {readonly string[]} days - in any order
 */
export async function readDays(days) {
  const here = opened.value;
  const wanted = days.filter((on) => on < since.peek() && !seenDays.peek().has(on) && !asking.has(on)).sort();
  if (!here || wanted.length === 0) return;
  for (const on of wanted) asking.add(on);
  try {
    const recs = await between(here.db, here.space, wanted[0], wanted[wanted.length - 1]);
    if (opened.value === here) keepDays(wanted, recs);
  } finally {
    for (const on of wanted) asking.delete(on);
  }
}

/** @param {readonly string[]} days @param {readonly Rec[]} recs */
function keepDays(days, recs) {
  const next = new Map(seenDays.value);
  const anew = new Set(days);
  for (const on of days) next.set(on, []);
  for (const rec of recs) {
    const its = /** @type {Rec[] | undefined} */ (next.get(placeInDays(rec)));
    if (its && anew.has(placeInDays(rec)) && !UNSEEN.has(rec.kind)) its.push(rec);
  }
  for (const on of days) /** @type {Rec[]} */ (next.get(on)).sort(newerFirst);
  seenDays.value = next;
}

/** Words that stand for ids: those of the app, of the person, of their medicines, of movements. */
const names = computed(() => {
  const wordsIn = (/** @type {(string | undefined)[]} */ texts) => texts.flatMap((text) => (text ? asked(text) : []));
  const terms = Object.values(vocabulary.value).flat().map(({ id, label, medical }) => ({ id, words: wordsIn([label, medical]) }));
  const own = ofKind('custom').map(({ id, body }) => ({ id, words: wordsIn([body.label]) }));
  const medicines = ofKind('medicine').map(({ id, body }) => ({ id, words: wordsIn([medicineTitle(body, (one) => label('medicine_classes', one))]) }));
  const moves = (movements() ?? []).map(({ id, name }) => ({ id, words: wordsIn([name]) }));
  return [...terms, ...own, ...medicines, ...moves, ...SAID];
});

/** @type {{id: string, words: string[]}[]} */
const SAID = [
  ['all_over', 'all over everywhere'], ['hard_day', 'hard day'], ['fall', 'fall fell falls'], ['moved', 'moved movement exercise session'], ['side:left', 'left'], ['side:right', 'right'],
  ['side:both', 'both'], ['low', 'low'], ['very_low', 'very low'], ['usual', 'usual'], ['good', 'good'], ['so_so', 'so'],
].map(([id, words]) => ({ id, words: words.split(' ') }));

/** @type {WeakMap<Part, string[]>} parts do not change in place */
const split = new WeakMap();

/** @param {Part} part */
function linesOf(part) {
  const known = split.get(part) ?? part.text.split('\n');
  split.set(part, known);
  return known;
}

const lines = computed(() => outline.value && [...outline.value.values()].sort((a, b) => (a.part < b.part ? 1 : -1)).flatMap(linesOf));

/** Makes ready for the first question, while it is still being thought of. */
export async function readyToFind() {
  await readPast();
  void lines.value;
  void names.value;
}

/**
 * What a question finds, newest first; null until the outline was read.
 * @param {string} question
 * @param {Filter} filter
 * @returns {string[] | null} record ids
 */
export function found(question, filter) {
  const all = lines.value;
  if (!all) return null;
  const words = asked(question).map((text) => ({ text, ids: idsFor(text, names.value) }));
  const logged = search(all, words, filter);
  const happened = search(events.value.map((rec) => lineOf(rec, rec.body.on)), words, filter);
  const together = happened.length === 0 ? logged : [...logged, ...happened].sort((a, b) => (a < b ? 1 : -1));
  return together.map(idOfLine);
}

/** @param {readonly string[]} ids @returns {Promise<Rec[]>} in their order; those that are gone are left out */
export async function recordsById(ids) {
  const here = opened.value;
  if (!here || ids.length === 0) return [];
  return (await shownById(here.db, here.space, ids)).flatMap((rec) => (rec && !rec.deleted ? [rec] : []));
}

/** Deleted records of any age, newest first. @returns {Promise<Rec[]>} */
export async function deletedRecords() {
  const here = opened.value;
  if (!here) return [];
  const all = await between(here.db, here.space, DELETED, DELETED + ALWAYS);
  return all.filter(({ kind }) => !UNSEEN.has(kind)).reverse();
}

/** Counts changes, for what is read from storage. */
export const pastChanged = signal(0);

/** @param {readonly string[] | null} ids @returns {Promise<void>} */
async function follow(ids) {
  await readAnew(ids);
  if (ids?.length !== 0) pastChanged.value += 1;
}

/** @param {readonly string[] | null} ids @returns {Promise<void>} */
async function readAnew(ids) {
  const here = opened.value;
  if (ids?.length === 0) return;
  if (!here || (!reading && seenDays.value.size === 0)) return;
  if (ids === null || ids.length > FEW) return anew(here);
  const recs = (await shownById(here.db, here.space, ids)).flatMap((rec) => rec ?? []);
  const parts = await outlineOf(here.db, here.space, partsWith(ids, recs));
  const days = [...seenDays.value].filter(([, its]) => its.some(({ id }) => ids.includes(id))).map(([on]) => on);
  const touched = [...new Set([...days, ...recs.map(placeInDays).filter((on) => seenDays.value.has(on))])];
  const its = await Promise.all(touched.map((on) => between(here.db, here.space, on, on)));
  if (opened.value !== here) return undefined;
  if (outline.value && parts.length > 0) outline.value = withParts(outline.value, parts);
  touched.forEach((on, i) => keepDays([on], its[i]));
  return undefined;
}

/** Parts that hold a line of one of the records, or should. @param {readonly string[]} ids @param {readonly Rec[]} recs */
function partsWith(ids, recs) {
  const old = [...outline.value?.values() ?? []].filter(({ text }) => ids.some((id) => text.includes(id))).map(({ part }) => part);
  return [...new Set([...old, ...recs.map(dayOfRec).filter((on) => on !== ALWAYS).map(partOf)])];
}

/** @param {ReadonlyMap<string, Part>} all @param {readonly Part[]} anew - those without text are gone */
function withParts(all, anew) {
  const next = new Map(all);
  for (const part of anew) {
    if (part.text) next.set(part.part, part);
    else next.delete(part.part);
  }
  return next;
}

/** @param {{db: import('../data/database.js').Diary, space: string}} here */
async function anew(here) {
  const parts = await outlineOf(here.db, here.space);
  if (opened.value !== here) return;
  outline.value = new Map(parts.map((part) => [part.part, part]));
  const days = [...seenDays.value.keys()].sort();
  if (days.length === 0) return;
  const recs = await between(here.db, here.space, days[0], days[days.length - 1]);
  if (opened.value === here) keepDays(days, recs);
}

/** One after the other, so that an older reading never overwrites a newer one. */
let following = Promise.resolve();

onTouched((ids) => { following = following.then(() => follow(ids)).catch(() => {}); });
