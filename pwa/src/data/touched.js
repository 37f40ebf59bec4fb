/** Many tables changed in one strict transaction, at whose end what is shown of every changed record is made anew. */
import Dexie from 'dexie';

import { announceChange } from './changes.js';
import { reproject } from './projection.js';

// More changed records than this are read anew together.
const MANY = 1000;

/** The records one transaction changes. */
export class Touched {
  /** @type {Map<string, Set<string>>} */
  spaces = new Map();

  /** @param {string} space @param {readonly string[]} ids */
  add(space, ids) {
    const its = this.spaces.get(space) ?? new Set();
    this.spaces.set(space, its);
    for (const id of ids) its.add(id);
  }

  /** @returns {[string, string][]} */
  keys() {
    return [...this.spaces].flatMap(([space, ids]) => [...ids].map((id) => /** @type {[string, string]} */ ([space, id])));
  }
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
    await reproject(db, touched.keys());
    return done;
  });
  for (const [space, ids] of touched.spaces) announceChange({ space, ids: ids.size > MANY ? null : [...ids] });
  return result;
}
