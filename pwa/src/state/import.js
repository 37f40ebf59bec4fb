/** Bringing in the file of a diary: read and judged first, stored only when the person says so, a piece at a time. */
import { signal } from '@preact/signals';

import { saveMany } from '../data/bulk.js';
import { announceChange } from '../data/changes.js';
import { shownById } from '../data/records.js';
import { openFile, readRow } from '../domain/import.js';
import { pieces, placed, wish } from '../domain/import-merge.js';
import { dayOfRec } from '../domain/outline.js';
import { loadContent, vocabulary } from './content.js';
import { caughtUp, opened } from './opened.js';
import { keepStorage } from './storage.js';
import { afterSave } from './triggers.js';

/**
 * @typedef {import('../domain/import.js').Item} Item
 * @typedef {import('../domain/import.js').Refused} Refused
 * @typedef {import('../domain/import-merge.js').Choice} Choice
 * @typedef {import('../domain/import-merge.js').Did} Did
 *
 * @typedef {object} Plan - what a file holds, beside what is here
 * @property {boolean} foreign - another diary's
 * @property {string | null} made_at
 * @property {boolean} cut - the end of the file is missing
 * @property {number} wanting - entries the file says it has and has not
 * @property {{did: Did, differs: boolean, gaps: boolean, item: Item}[]} rows - as it would be if nothing were chosen
 * @property {Refused[]} refused
 * @property {number} shares - shares in it, which are never taken
 *
 * @typedef {object} Result
 * @property {Partial<Record<Did, number>>} counts
 * @property {Refused[]} refused
 * @property {null | 'stopped' | 'phone_full' | 'closed'} ended - null: all of it was gone through
 *
 * @typedef {{step: 'none'} | {step: 'reading' | 'taking', done: number, all: number} | {step: 'unread', why: string}
 *   | {step: 'asking', plan: Plan} | {step: 'done', result: Result}} Incoming
 */

/** @type {import('@preact/signals').Signal<Incoming>} */
export const incoming = signal({ step: 'none' });

const LARGEST_BYTES = 200_000_000;
const SLICE = 300;
/** Records of one transaction. */
const CHUNK = 250;
/** As it would be if nothing were chosen. @type {Readonly<Choice>} */
export const NOTHING_CHOSEN = Object.freeze({ useFile: false, deleted: false, others: true });

/** Counts the files; work on an older one ends when it sees that. */
let turn = 0;

/** Lets the page draw and answer. */
const breathe = () => new Promise((resolve) => { setTimeout(resolve, 0); });

/** Puts the file away; what was taken of it stays. */
export function putAway() {
  turn += 1;
  incoming.value = { step: 'none' };
}

/**
 * Reads a file and says what taking it would do. Nothing is stored.
 * @param {Blob} file
 */
export async function look(file) {
  const here = opened.value;
  const mine = turn += 1;
  const still = () => mine === turn && opened.value === here;
  if (!here) return;
  incoming.value = { step: 'reading', done: 0, all: 0 };
  try {
    if (file.size > LARGEST_BYTES) throw Object.assign(new Error('too large'), { code: 'too_large' });
    if (Object.keys(vocabulary.value).length === 0) await loadContent().catch(() => {});
    const plan = await planOf(await file.text(), here, still);
    if (still() && plan) incoming.value = 'trouble' in plan ? { step: 'unread', why: plan.trouble } : { step: 'asking', plan };
  } catch (error) {
    if (still()) incoming.value = { step: 'unread', why: /** @type {any} */ (error)?.code ?? 'unreadable' };
  }
}

/**
 * @param {string} text @param {{db: import('../data/database.js').Diary, space: string}} here @param {() => boolean} still
 * @returns {Promise<Plan | {trouble: string} | null>} null: it was put away meanwhile
 */
async function planOf(text, here, still) {
  const file = openFile(text);
  if ('trouble' in file) return file;
  const read = await readAll(file.rows, still);
  if (!read) return null;
  const foreign = file.head.space !== here.space;
  const kindHere = new Map([...await shownOf(here, read.items)].map(([id, rec]) => [id, rec.kind]));
  const { items, refused } = placed(read.items, { space: here.space, foreign, kindHere });
  // Days of one part of the outline lie together, so that it is written seldom.
  const dated = items.map((item) => /** @type {const} */ ([dayOfRec(/** @type {any} */ ({ kind: item.kind, body: item.set })), item]));
  const inOrder = dated.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
  const rows = await besideHere(here, inOrder, still);
  if (!rows) return null;
  const { cut, count } = file.end();
  return {
    foreign, made_at: file.head.made_at, cut, wanting: Math.max(0, (count ?? 0) - read.seen), shares: read.shares,
    refused: [...read.refused, ...refused].sort((a, b) => a.row - b.row), rows,
  };
}

/** @param {{db: import('../data/database.js').Diary, space: string}} here @param {readonly Item[]} items @param {() => boolean} still */
async function besideHere(here, items, still) {
  /** @type {Plan['rows']} */
  const rows = [];
  for (let from = 0; from < items.length; from += SLICE) {
    const slice = items.slice(from, from + SLICE);
    const recs = await shownOf(here, slice);
    if (!still()) return null;
    for (const item of slice) {
      const { did, differs, gaps } = wish(item, recs.get(item.id) ?? null, NOTHING_CHOSEN);
      rows.push({ did, differs, gaps, item });
    }
  }
  return rows;
}

/** @param {Iterable<[number, any]>} rows @param {() => boolean} still */
async function readAll(rows, still) {
  const lists = Object.fromEntries(Object.entries(vocabulary.value).map(([name, terms]) => [name, new Set(terms.map(({ id }) => id))]));
  /** @type {Item[]} */
  const items = [];
  /** @type {Refused[]} */
  const refused = [];
  let [seen, shares] = [0, 0];
  for (const [row, value] of rows) {
    const found = readRow(row, value, lists);
    if ('item' in found) items.push(found.item);
    else if ('refused' in found) refused.push(found.refused);
    else if (found.gone === 'share') shares += 1;
    seen += 1;
    if (seen % SLICE !== 0) continue;
    incoming.value = { step: 'reading', done: seen, all: 0 };
    await breathe();
    if (!still()) return null;
  }
  return { items, refused, seen, shares };
}

/** What is here of some records, by id. @param {{db: import('../data/database.js').Diary, space: string}} here @param {readonly {id: string}[]} items */
async function shownOf({ db, space }, items) {
  /** @type {Map<string, import('../domain/overlay.js').Rec>} */
  const found = new Map();
  for (let from = 0; from < items.length; from += SLICE) {
    const recs = await shownById(db, space, items.slice(from, from + SLICE).map(({ id }) => id));
    for (const rec of recs) if (rec) found.set(rec.id, rec);
  }
  return found;
}

/**
 * Stores what the file has, in the file's words where that was chosen. What was stored stays, whatever comes after.
 * @param {Plan} plan @param {Choice} choice
 */
export async function take(plan, choice) {
  const here = opened.value;
  const mine = turn += 1;
  if (!here) return;
  const items = plan.rows.map(({ item }) => item);
  /** @type {Result} */
  const result = { counts: {}, refused: [...plan.refused], ended: null };
  incoming.value = { step: 'taking', done: 0, all: items.length };
  for (let from = 0; from < items.length && result.ended === null; from += CHUNK) {
    const chunk = items.slice(from, from + CHUNK);
    try {
      count(result, chunk, await storeChunk(here, chunk, choice));
      if (mine === turn) incoming.value = { step: 'taking', done: from + chunk.length, all: items.length };
    } catch (error) {
      result.ended = /** @type {any} */ (error)?.code === 'phone_full' ? 'phone_full' : 'closed';
    }
    await breathe();
    if (opened.value !== here) result.ended = 'closed';
    else if (mine !== turn && from + CHUNK < items.length) result.ended ??= 'stopped';
  }
  await settle(here, result);
}

/** Ends the taking after the piece under way. */
export function stop() {
  if (incoming.value.step === 'taking') turn += 1;
}

/**
 * @param {{db: import('../data/database.js').Diary, space: string}} here @param {Item[]} chunk @param {Choice} choice
 * @returns {Promise<Did[]>} what became of each
 */
async function storeChunk({ db, space }, chunk, choice) {
  /** @type {Map<string, Did>} */
  const did = new Map();
  await saveMany(db, space, chunk, (item, rec) => {
    const wanted = wish(item, rec, choice);
    did.set(item.id, wanted.did);
    return { restore: wanted.restore, sets: pieces(wanted.set) };
  });
  return chunk.map(({ id }) => did.get(id) ?? 'same');
}

/** @param {Result} result @param {Item[]} chunk @param {Did[]} did */
function count({ counts, refused }, chunk, did) {
  did.forEach((one, i) => {
    counts[one] = (counts[one] ?? 0) + 1;
    const { row, kind, set } = chunk[i];
    if (one === 'impossible') refused.push({ row, kind, day: set.on ?? '', why: 'It does not fit what is here.' });
    if (one === 'erased') refused.push({ row, kind, day: set.on ?? '', why: 'It was erased here for good.' });
  });
}

/** @param {{db: import('../data/database.js').Diary, space: string}} here @param {Result} result */
async function settle(here, result) {
  if (opened.value === here) {
    announceChange({ space: here.space, ids: null });
    await caughtUp();
    keepStorage();
    afterSave();
  }
  incoming.value = result.ended === 'closed' && opened.value !== here ? { step: 'none' } : { step: 'done', result };
}
