/**
 * Moves a diary that was begun without an account into the diary of an account: two databases, so no one transaction
 * holds both. The copy can be repeated, the old diary takes nothing more once it is whole, and only then it goes.
 */
import { rehomed } from '../domain/rehome.js';
import { reproject } from './reproject.js';

/** @typedef {import('./database.js').Diary} Diary */

/** The greatest number a key can have: after an op of it, the browser itself refuses any further one. */
const LID = 2 ** 53;

/**
 * Copies every change until none is left uncopied, then closes the old diary to new ones. Killed anywhere, it can be
 * begun again.
 * @param {Diary} source
 * @param {Diary} target
 * @param {{from: string, to: string}} spaces
 * @returns {Promise<void>} when all of it is stored there and nothing more can be stored here
 */
export async function moveOps(source, target, spaces) {
  /** @type {Set<string>} */
  let copied = new Set();
  // Another page may have stored an entry while the others were copied.
  while (!await closed(source, copied)) copied = await copyOps(source, target, spaces);
}

/**
 * @param {Diary} source @param {Diary} target @param {{from: string, to: string}} spaces
 * @returns {Promise<Set<string>>} the ids of the ops that are there now
 */
async function copyOps(source, target, { from, to }) {
  const [all, drafts] = await Promise.all([opsOf(source), source.drafts.toArray()]);
  const ops = rehomed(all.filter(({ space }) => space === from), from, to);
  await target.transaction('rw', target.tables, async () => {
    const names = ops.map(({ op }) => op);
    const known = new Set([
      ...(await target.ops.where('op').anyOf(names).toArray()).map(({ op }) => op),
      ...(await target.sent.where('op').anyOf(names).primaryKeys())]);
    const fresh = ops.filter(({ op }) => !known.has(op));
    await target.ops.bulkAdd(fresh);
    const keys = new Map(fresh.map(({ space, id }) => [id, /** @type {[string, string]} */ ([space, id])]));
    await reproject(target, [...keys.values()]);
    await target.meta.put({ k: 'shown_n', v: (await target.ops.orderBy('n').last())?.n ?? 0 });
    const begun = new Set(await target.drafts.toCollection().primaryKeys());
    await target.drafts.bulkAdd(drafts.filter(({ name }) => !begun.has(name)));
  });
  return new Set(all.map(({ op }) => op));
}

/**
 * Closes the old diary, unless something in it was not copied.
 * @param {Diary} source @param {ReadonlySet<string>} copied
 * @returns {Promise<boolean>}
 */
function closed(source, copied) {
  return source.transaction('rw', source.ops, async () => {
    if ((await opsOf(source)).some(({ op }) => !copied.has(op))) return false;
    const lid = /** @type {any} */ ({ n: LID, op: 'moved', space: '', id: '', state: 'acked' });
    await source.ops.put(lid);
    return true;
  });
}

/** @param {Diary} source @returns {Promise<import('../domain/overlay.js').Op[]>} in order */
const opsOf = (source) => source.ops.where(':id').below(LID).toArray();
