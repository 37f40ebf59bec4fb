/** The diary that is open on this phone, as it lies in storage, kept in step with every page and every sync. */
import { signal } from '@preact/signals';

import { announceChange, onChange } from '../data/changes.js';
import { diaryDatabase } from '../data/database.js';
import { outbox, rowsById, rowsOf } from '../data/records.js';

/** @typedef {import('../data/database.js').Diary} Diary */

/** @type {import('@preact/signals').Signal<{db: Diary, space: string} | null>} */
export const opened = signal(null);

/** The server's rows of the own space by id. @type {import('@preact/signals').Signal<Map<string, import('../domain/overlay.js').Row>>} */
export const rows = signal(new Map());

/** Local ops in order. @type {import('@preact/signals').Signal<import('../domain/overlay.js').Op[]>} */
export const ops = signal([]);

/** Counts changes of rows of other people's spaces. */
export const othersChanged = signal(0);

/** @param {string} space */
export async function open(space) {
  close();
  const db = diaryDatabase(space);
  await db.open();
  const kept = await rowsOf(db, space);
  const waiting = await outbox(db);
  rows.value = new Map(kept.map((stored) => [stored.id, stored.row]));
  ops.value = waiting;
  opened.value = { db, space };
}

/** Shows no diary any more. What is stored stays. */
export function close() {
  opened.value?.db.close();
  opened.value = null;
  rows.value = new Map();
  ops.value = [];
}

/** @returns {{db: Diary, space: string}} @throws when no diary is open */
export function mustBeOpen() {
  const here = opened.value;
  if (!here) throw Object.assign(new Error('no diary is open'), { code: 'no_diary' });
  return here;
}

/** Reads everything again, as after a day in the background. */
export function readAgain() {
  const here = opened.value;
  return here ? refresh({ space: here.space, ids: null }) : Promise.resolve();
}

let queue = Promise.resolve();

/**
 * Refreshes run one after the other, so that an older reading never overwrites a newer one.
 * @param {import('../data/changes.js').Change} change
 */
export function refresh(change) {
  queue = queue.then(() => reread(change)).catch(() => {});
  return queue;
}

/** @param {import('../data/changes.js').Change} change */
async function reread({ space, ids }) {
  const here = opened.value;
  if (!here) return;
  if (space !== here.space) othersChanged.value += 1;
  const next = space !== here.space ? null : await nextRows(here, ids);
  const waiting = await outbox(here.db);
  if (opened.value !== here) return;
  if (next) rows.value = next;
  ops.value = waiting;
}

/** @param {{db: Diary, space: string}} here @param {string[] | null} ids */
async function nextRows({ db, space }, ids) {
  if (ids === null) return new Map((await rowsOf(db, space)).map((stored) => [stored.id, stored.row]));
  const found = await rowsById(db, space, ids);
  const next = new Map(rows.value);
  ids.forEach((id, i) => {
    const row = found[i]?.row;
    if (row) next.set(id, row);
    else next.delete(id);
  });
  return next;
}

onChange((change) => { refresh(change); });

export { announceChange };
