/** A diary's changes that were never sent, as they read in another diary. Pure. */
import { sharedId } from './ids.js';

/** @typedef {import('./overlay.js').Op} Op */

/**
 * The same changes under the ids of another space. Records of which there is one a day or one in all take the id
 * they have there, so that they meet what is there already; whatever names such a record names the new id. Ids of
 * ops stay: no server has seen them, what an edit had seen (`was`, `base`) goes on being true, and a copy that was
 * interrupted can be told from what is still to be copied.
 * @param {readonly Op[]} ops - in order
 * @param {string} from - the space they were made in
 * @param {string} to
 * @returns {Op[]} in the same order, waiting to be sent, without a number on a phone
 */
export function rehomed(ops, from, to) {
  const ids = newIds(ops, from, to);
  return ops.map(({ op, id, kind, sv, t, was, set, base, ops: reviewed, made_at, made_tz }) => ({
    op, space: to, id: ids.get(id) ?? id, kind, sv, t, made_at, made_tz, state: /** @type {const} */ ('queued'),
    ...(was ? { was } : {}), ...(base === undefined ? {} : { base }), ...(reviewed ? { ops: reviewed } : {}),
    ...(set ? { set: /** @type {Record<string, any>} */ (renamed(set, ids)) } : {}),
  }));
}

/** @param {readonly Op[]} ops @param {string} from @param {string} to @returns {Map<string, string>} old id -> new id */
function newIds(ops, from, to) {
  /** @type {Map<string, Op[]>} */
  const by = new Map();
  for (const op of ops) by.set(op.id, [...(by.get(op.id) ?? []), op]);
  return new Map([...by].flatMap(([id, its]) => {
    const key = keyOf(id, its, from);
    const anew = key && sharedId(to, its[0].kind, key);
    return anew ? [[id, anew]] : [];
  }));
}

/**
 * What a record's id was made of; null for one with an id of its own.
 * @param {string} id @param {readonly Op[]} ops @param {string} space
 * @returns {{on?: string, message_id?: string} | null}
 */
function keyOf(id, ops, space) {
  const said = (/** @type {string} */ field) => [...new Set(ops.map(({ set }) => set?.[field]))];
  // A day may have been written over since; the one that gives the id is the right one.
  for (const on of said('on')) {
    for (const message_id of said('message_id')) {
      if (sharedId(space, ops[0].kind, { on, message_id }) === id) return { on, message_id };
    }
  }
  return null;
}

/** Any field of any kind may name a record. @param {unknown} value @param {ReadonlyMap<string, string>} ids @returns {unknown} */
function renamed(value, ids) {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, ids));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, ids)]));
}
