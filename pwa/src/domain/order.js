/** Small rules for lists in a person's own order. Pure. */

/** @template T @param {ReadonlyArray<T>} list @param {number} at - from 0 @returns {T[]} without that one */
export const without = (list, at) => [...list.slice(0, at), ...list.slice(at + 1)];

/** @template T @param {ReadonlyArray<T>} list @param {number} at - from 1 @returns {T[]} with that one a place earlier */
export const earlier = (list, at) => [...list.slice(0, at - 1), list[at], list[at - 1], ...list.slice(at + 1)];
