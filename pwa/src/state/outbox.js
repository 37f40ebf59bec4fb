/** What has not reached the server: the list of it, and what can be done about what was not taken. */
import { effect, signal } from '@preact/signals';

import { blockedOps, discardOps, putBackOps, retryOps } from '../data/outbox.js';
import { caughtUp, opened, onTouched, othersChanged, unsent } from './opened.js';
import { people } from './people.js';
import { syncNow } from './sync.js';

/**
 * @typedef {import('../domain/overlay.js').Rec} Rec
 * @typedef {import('../domain/overlay.js').Op} Op
 *
 * @typedef {object} Unsent - one record of which something has not reached the server
 * @property {string} space
 * @property {string} whose - empty: the own diary; else whose it is
 * @property {Rec} rec - as this phone shows it
 * @property {Op[]} ops - of one that was not taken: what was not sent, in order; else empty
 * @property {string | null} code - why it was not taken; null: it waits its turn
 */

/** So many are listed. */
export const LISTED = 200;

/** @type {import('@preact/signals').Signal<{list: readonly Unsent[], more: boolean} | null>} null: not read yet */
export const outgoing = signal(null);

let queue = Promise.resolve();

/** Reads it anew, as when the screen opens. Readings follow each other. @returns {Promise<void>} when this one is there */
export function readOutgoing() {
  queue = queue.then(read).catch(() => {});
  return queue;
}

async function read() {
  const here = opened.peek();
  if (!here) {
    outgoing.value = null;
    return;
  }
  const [found, ops] = await Promise.all([here.db.shown.where('wait').above(0).limit(LISTED + 1).toArray(), blockedOps(here.db)]);
  if (opened.peek() !== here) return;
  const list = found.slice(0, LISTED).map(({ space, rec }) => {
    const its = rec.blocked ? ops.filter((op) => op.space === space && op.id === rec.id) : [];
    return { space, whose: space === here.space ? '' : nameOf(space), rec, ops: its, code: rec.blocked };
  });
  outgoing.value = { list: list.sort(newestFirst), more: found.length > LISTED };
}

/** @param {string} space */
const nameOf = (space) => people.peek().find((one) => one.space === space)?.name ?? 'somebody else';

/** @param {Unsent} a @param {Unsent} b */
const newestFirst = (a, b) => (a.rec.id < b.rec.id ? 1 : -1);

effect(() => {
  void othersChanged.value;
  void opened.value;
  if (outgoing.peek() !== null) readOutgoing();
});
onTouched((ids) => {
  if (ids?.length === 0) return;
  if (outgoing.peek() !== null) readOutgoing();
  if (unsent.peek().blocked > 0) sendChanged().catch(() => {});
});

/**
 * Entries that were not taken and changed since: what they say now may be taken.
 * @param {readonly Op[]} ops - unsent ones of such entries, in order
 * @returns {[space: string, id: string][]}
 */
export function changedSince(ops) {
  const last = new Map(ops.map((op) => [`${op.space} ${op.id}`, op]));
  return [...last.values()].filter(({ state }) => state === 'queued').map(({ space, id }) => [space, id]);
}

async function sendChanged() {
  const here = opened.peek();
  if (!here) return;
  const changed = changedSince(await blockedOps(here.db));
  for (const [space, id] of changed) if (opened.peek() === here) await retryOps(here.db, space, id);
  if (changed.length > 0) syncNow();
}

/** Sends what was not taken once more, as one change. @param {Unsent} one */
export async function tryAgain({ space, rec }) {
  const here = opened.value;
  if (!here) return;
  await retryOps(here.db, space, rec.id);
  await readOutgoing();
  syncNow();
}

/**
 * Takes what was not sent out of this phone.
 * @param {Unsent} one
 * @returns {Promise<() => Promise<void>>} brings it back
 */
export async function discard({ space, rec }) {
  const here = opened.value;
  if (!here) return async () => {};
  const ops = await discardOps(here.db, space, rec.id);
  await Promise.all([readOutgoing(), caughtUp()]);
  return async () => {
    if (opened.value !== here) return;
    await putBackOps(here.db, ops);
    await Promise.all([readOutgoing(), caughtUp()]);
  };
}
