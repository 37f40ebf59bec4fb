/**
 * Shares that this phone has seen ended. To end one is for good: a server that was put back to before it, and shows
 * it once more, is told again.
 */
import { ALWAYS } from '../domain/outline.js';
import { between, save } from './records.js';

const KEPT = 'ended_shares';

/**
 * Remembers which shares have ended, and ends again those that came back.
 * @param {import('./database.js').Diary} db
 * @param {string} space - the person's own
 * @returns {Promise<string[]>} ids of the shares that are ended once more, as ops that wait to be sent
 */
export async function endAgain(db, space) {
  const shares = (await between(db, space, ALWAYS, ALWAYS)).filter(({ kind }) => kind === 'share');
  const known = new Set((await db.meta.get(KEPT))?.v ?? []);
  const back = shares.filter(({ id, deleted, body }) => known.has(id) && !deleted && body.state !== 'ended').map(({ id }) => id);
  const fresh = shares.filter(({ id, body }) => body.state === 'ended' && !known.has(id));
  if (fresh.length > 0) await db.meta.put({ k: KEPT, v: [...known, ...fresh.map(({ id }) => id)] });
  for (const id of back) await save(db, { space, id, kind: null, t: 'put', set: { state: 'ended' } });
  return back;
}
