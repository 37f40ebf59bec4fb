/** Half-written things in a diary's database. */
import Dexie from 'dexie';

import { steadily } from './database.js';

/** @typedef {import('./database.js').Diary} Diary */

/** @param {Diary} db @param {string} name @returns {Promise<any>} null when there is none */
export const readDraft = async (db, name) => (await db.drafts.get(name))?.value ?? null;

/** @param {Diary} db @param {string} name @param {any} value - null: nothing any more */
export async function writeDraft(db, name, value) {
  const write = (/** @type {import('dexie').Table<{name: string, value: any}, string>} */ table) => (
    /** @type {PromiseLike<unknown>} */ (value === null ? table.delete(name) : table.put({ name, value })));
  try {
    await steadily(db, () => write(db.drafts));
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'QuotaExceededError') throw error;
    // A newer build has the diary. Drafts have had one form from the first version on: they go in as it is now.
    const asItIs = await new Dexie(db.name).open();
    await Promise.resolve(write(asItIs.table('drafts'))).finally(() => asItIs.close());
  }
}
