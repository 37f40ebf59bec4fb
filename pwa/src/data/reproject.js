/** What is shown of some records made anew, from their rows and ops, asking the storage as little as that takes. */
import { shown } from '../domain/overlay.js';
import { unpack } from './packs.js';
import { inParts } from './parts.js';
import { project } from './projection.js';

/**
 * @typedef {import('../domain/overlay.js').Op} Op
 * @typedef {import('./projection.js').Tables} Tables
 * @typedef {[space: string, id: string]} Key
 */

/** @typedef {(key: Key) => import('../domain/overlay.js').Row | null | undefined} RowOf - null: there is none; undefined: not known */

/**
 * Inside a transaction: make anew what is shown of some records.
 * @param {Tables} tables
 * @param {readonly Key[]} keys
 * @param {RowOf} [rowOf] - rows that need not be read
 */
export async function reproject(tables, keys, rowOf = () => undefined) {
  if (keys.length === 0) return;
  await unpack(tables, keys);
  const [isShown, editsOf] = await Promise.all([shownAmong(tables.shown, keys), opsAmong(tables.ops, keys)]);
  await inParts(keys, async (part) => {
    const [rows, before, edits] = await Promise.all([
      getSome(tables.rec, part, (key) => wrapped(rowOf(key))),
      getSome(tables.shown, part, /** @returns {import('./projection.js').Shown | null | undefined} */ (key) => (isShown(key) ? undefined : null)),
      editsOf(part)]);
    await project(tables, part.map((key, i) => ({ key, before: before[i]?.rec ?? null, after: shown(rows[i]?.row, edits[i]) })));
  });
}

/** @param {ReturnType<RowOf>} row */
const wrapped = (row) => (row ? { row } : row);

/**
 * Reads those of which nothing is known.
 * @template T
 * @param {import('dexie').Table<any, Key>} table @param {readonly Key[]} keys
 * @param {(key: Key) => T | null | undefined} known - null: there is none; undefined: not known
 * @returns {Promise<(T | null | undefined)[]>}
 */
async function getSome(table, keys, known) {
  const found = keys.map(known);
  const missing = keys.filter((_, i) => found[i] === undefined);
  const read = missing.length > 0 ? await table.bulkGet(missing) : [];
  let next = 0;
  return found.map((one) => (one === undefined ? read[next++] : one));
}

/** From so many on it is quicker to ask once which there are than for each of them. */
const MANY = 200;

/**
 * Which of some records are shown by now: of a page that a new phone reads, none.
 * @param {Tables['shown']} table @param {readonly Key[]} keys @param {number} [many] - fewer are not looked at
 * @returns {Promise<(key: Key) => boolean>} true where that was not looked at
 */
export async function shownAmong(table, keys, many = MANY) {
  if (keys.length < many) return () => true;
  const there = new Set();
  for (const space of new Set(keys.map(([its]) => its))) {
    const ids = keys.filter(([its]) => its === space).map(([, id]) => id).sort();
    const found = await table.where('[space+id]').between([space, ids[0]], [space, ids[ids.length - 1]], true, true).primaryKeys();
    for (const [, id] of found) there.add(`${space} ${id}`);
  }
  return ([space, id]) => there.has(`${space} ${id}`);
}

/**
 * The ops of some records. An outbox that is all but empty, as while a new phone reads, is read once.
 * @param {Tables['ops']} ops @param {readonly Key[]} keys
 * @returns {Promise<(keys: readonly Key[]) => Promise<Op[][]>>}
 */
async function opsAmong(ops, keys) {
  if (await ops.count() > keys.length) return (part) => Promise.all(part.map((key) => ops.where('[space+id]').equals(key).sortBy('n')));
  /** @type {Map<string, Op[]>} */
  const by = new Map();
  for (const op of await ops.orderBy('n').toArray()) {
    const name = `${op.space} ${op.id}`;
    const its = by.get(name);
    if (its) its.push(op);
    else by.set(name, [op]);
  }
  return async (part) => part.map(([space, id]) => by.get(`${space} ${id}`) ?? []);
}
