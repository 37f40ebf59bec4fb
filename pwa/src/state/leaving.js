/** What goes from the phone when somebody leaves, and what must not. */
import { rebuild } from '../data/projection.js';
import { opened } from './opened.js';

/** True when no entry would be lost with the open diary: none is there, or the server has all of them. */
export async function diaryIsEmpty() {
  const here = opened.value;
  if (!here) return true;
  const unsent = await here.db.ops.where('state').notEqual('acked').count();
  if (unsent > 0) return false;
  const [waiting, kept] = await Promise.all([here.db.ops.count(), here.db.rec.where('[space+id]').between([here.space, ''], [here.space, '\uffff']).count()]);
  return waiting === 0 || kept > 0;
}

/**
 * Removes everything that the server has. What was not sent stays.
 * @param {import('../data/database.js').Diary} db
 * @returns {Promise<number>} how many entries stay
 */
export function wipeToUnsent(db) {
  return db.transaction('rw', db.tables, async () => {
    await Promise.all([db.rec, db.sent, db.marks, db.spaces, db.parked, db.losers, db.drafts].map((table) => table.clear()));
    await db.ops.where('state').equals('acked').delete();
    await db.meta.delete('sent_at');
    // An answer still on its way to another page belongs to what is gone now.
    const turn = await db.meta.get('turn');
    await db.meta.put({ k: 'turn', v: (turn?.v ?? 0) + 1 });
    await rebuild(db);
    const left = await db.ops.toArray();
    return new Set(left.map((op) => `${op.space} ${op.id}`)).size;
  });
}

/**
 * Deletes a diary's database. Does nothing while it still holds an unsent op.
 * @param {import('../data/database.js').Diary} db
 */
export async function forgetDiary(db) {
  if (!db.isOpen()) await db.open();
  const unsent = await db.ops.where('state').notEqual('acked').count();
  if (unsent === 0) await db.delete();
  else db.close();
}
