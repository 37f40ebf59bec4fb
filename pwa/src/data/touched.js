/** Many tables changed in one strict transaction, at whose end what is shown of every changed record is made anew. */
import Dexie from 'dexie';

import { announceChange } from './changes.js';
import { reproject } from './reproject.js';

// More changed records than this are read anew together.
const MANY = 1000;

/** @typedef {import('../domain/overlay.js').Row} Row */

/** The records one transaction changes, with the rows it stored or removed. */
export class Touched {
  /** @type {Map<string, Map<string, Row | null | undefined>>} undefined: nothing was done to the row */
  spaces = new Map();

  /** Where rows that lie far back were packed. @type {Set<string>} */
  packed = new Set();

  /** @param {string} space @param {readonly string[]} ids */
  add(space, ids) {
    const its = this.#of(space);
    for (const id of ids) if (!its.has(id)) its.set(id, undefined);
  }

  /** @param {string} space @param {readonly Row[]} rows */
  stored(space, rows) {
    const its = this.#of(space);
    for (const row of rows) its.set(row.id, row);
  }

  /** @param {string} space @param {readonly string[]} ids */
  removed(space, ids) {
    const its = this.#of(space);
    for (const id of ids) its.set(id, null);
  }

  /** @param {string} space */
  #of(space) {
    const its = this.spaces.get(space) ?? new Map();
    this.spaces.set(space, its);
    return its;
  }

  /** @returns {[string, string][]} */
  keys() {
    return [...this.spaces].flatMap(([space, ids]) => [...ids.keys()].map((id) => /** @type {[string, string]} */ ([space, id])));
  }

  /** @param {[string, string]} key */
  row = ([space, id]) => this.spaces.get(space)?.get(id);
}

/** @type {WeakMap<object, Touched>} */
const underway = new WeakMap();

/**
 * Runs `work` in one strict transaction and projects what it touched. Inside such a transaction it only runs `work`.
 * @template T
 * @param {import('./database.js').Diary} db
 * @param {(touched: Touched) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function projecting(db, work) {
  const outer = Dexie.currentTransaction && underway.get(Dexie.currentTransaction);
  if (outer) return work(outer);
  const touched = new Touched();
  // The function itself must be async: Dexie then follows the awaits inside it.
  const result = await db.transaction('rw', db.tables, async (tx) => {
    underway.set(tx, touched);
    const done = await work(touched);
    await reproject(db, touched.keys(), touched.row);
    return done;
  });
  for (const space of touched.packed) announceChange({ space, ids: [], older: true });
  for (const [space, ids] of touched.spaces) announceChange({ space, ids: ids.size > MANY ? null : [...ids.keys()] });
  return result;
}
