/** Which kinds of records, and which version of each, somebody takes. Pure. */

/**
 * @param {import('./types.js').Kinds} kinds
 * @param {{kind: string, sv?: number}} one - a row or an op
 */
export function takes(kinds, { kind, sv = 1 }) {
  return kinds.has(kind) && sv <= ('get' in kinds ? kinds.get(kind) ?? 1 : 1);
}
