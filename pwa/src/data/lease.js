/** One page syncs at a time. It only saves work: two at once do no harm. */
import { randomId } from './chance.js';

/** @typedef {import('./database.js').Diary} Diary */

// Short, since a page that was killed or put to sleep cannot give it back; one at work renews it.
const LEASE_MS = 10_000;

const page = pageId();

/** One id for a page and its reloads: a lease left by the page before a reload is its own. */
function pageId() {
  try {
    const known = sessionStorage.getItem('limber-page') ?? randomId();
    sessionStorage.setItem('limber-page', known);
    return known;
  } catch {
    return randomId();
  }
}

/**
 * Takes the lease, or renews it.
 * @param {Diary} db
 * @param {number} now
 * @param {string} [holder] - this page
 * @returns {Promise<boolean>} false while another page is at it
 */
export function takeLease(db, now, holder = page) {
  return db.transaction('rw', db.meta, async () => {
    const lease = (await db.meta.get('lease'))?.v;
    // One that ends later than any can was taken by a clock that was wrong.
    if (lease && lease.holder !== holder && lease.until > now && lease.until <= now + LEASE_MS) return false;
    await db.meta.put({ k: 'lease', v: { holder, until: now + LEASE_MS } });
    return true;
  });
}

/** @param {Diary} db @param {string} [holder] */
export async function giveLease(db, holder = page) {
  const lease = (await db.meta.get('lease'))?.v;
  if (lease?.holder === holder) await db.meta.delete('lease');
}
