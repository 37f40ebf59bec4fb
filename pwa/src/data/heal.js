/** A projection that something was stored without is found and made anew. */
import { unpackAll } from './packs.js';
import { changedBy, rebuild } from './projection.js';

/**
 * Makes the projection anew when something was stored without it, as by an older build that was open meanwhile.
 * @param {import('./projection.js').Tables & import('dexie').Dexie} db
 * @returns {Promise<boolean>} true when it had to be made anew
 */
export async function heal(db) {
  const whole = await db.transaction('r', db.ops, db.meta, async () => {
    const [last, n, made, turn] = await Promise.all([
      db.ops.orderBy('n').reverse().limit(1).primaryKeys(), db.meta.get('shown_n'), db.meta.get('shown_turn'), db.meta.get('turn')]);
    return (last[0] ?? 0) <= (n?.v ?? 0) && (turn?.v ?? 0) === (made?.v ?? 0);
  });
  if (whole) return false;
  await db.transaction('rw', changedBy(db), async () => {
    await unpackAll(db);
    await rebuild(db);
  });
  return true;
}
