/**
 * Receiving. One page is taken in one transaction with its cursor, or dropped whole when the phone has moved on
 * since it was asked for. A reset marks and sweeps: old rows stay in sight until the new ones are all here.
 */
import { takes } from './kinds.js';
import { settleMarks } from './marks.js';

/**
 * @typedef {import('./types.js').Store} Store
 * @typedef {import('./types.js').SpaceState} SpaceState
 *
 * @typedef {object} Asked - what the phone held when it asked
 * @property {number} turn
 * @property {Map<string, SpaceState>} states
 * @property {Record<string, string[]>} marks
 * @property {number} acks - how many answers had acknowledged ops before the pull began
 * @property {string} device
 * @property {Set<string>} batch - ops of the push the pull came with: it was read after they were committed
 */

/** More than these would keep a save waiting. */
export const DROPPED_AT_ONCE = 500;

/** More at once would keep a tap waiting. */
const ROWS_MOST = 500;

/** @param {string} space @returns {SpaceState} */
export function unread(space) {
  return { space, cursor: null, view: null, gen: 1, resetting: false };
}

/** @param {Asked} asked */
export function pullBody({ states, marks }) {
  return { limit: ROWS_MOST, spaces: Object.fromEntries([...states].map(([space, { cursor }]) => [space, { cursor, marks: marks[space] ?? [] }])) };
}

/**
 * What the phone holds once this page is taken in, unless something comes between.
 * @param {Asked} asked @param {any} answer - checked
 * @returns {Asked | null} null: it is the last, or no plain one
 */
export function afterPage({ turn, states, ...same }, { lost, mine, spaces }) {
  const pages = Object.values(spaces);
  const plain = lost.length === 0 && Object.keys(mine).every((space) => states.has(space)) && !pages.some(({ reset }) => reset);
  if (!plain || !pages.some(({ more }) => more)) return null;
  const next = new Map([...states].map(([space, state]) => [space, { ...state, ...(spaces[space] && { cursor: spaces[space].cursor }) }]));
  return { ...same, turn: turn + 1, states: next };
}

/**
 * Inside a transaction: take in the answer to a pull.
 * @param {Store} store
 * @param {Asked} asked
 * @param {any} answer - checked
 * @param {{own: string, kinds: import('./types.js').Kinds, at: string}} context
 * @returns {Promise<{again: boolean, changes: Set<string>, covered: import('./types.js').OutboxOp[]}>} again: there
 *   is more; covered: acknowledged ops that were read back and are to be dropped
 */
export async function takePull(store, asked, answer, context) {
  if (await store.turn() !== asked.turn) return { again: true, changes: new Set(), covered: [] };
  await store.setTurn(asked.turn + 1);
  const now = new Map((await store.spaces()).map((state) => [state.space, state]));
  /** @type {Set<string>} */
  const changes = new Set();
  let again = answer.lost.length > 0;
  /** @type {Set<string>} */
  const ended = new Set();
  for (const space of now.keys()) {
    if (space === context.own || answer.mine[space] || !asked.states.has(space)) continue;
    await store.wipeSpace(space);
    changes.add(space);
  }
  await settleMarks(store, asked.marks, answer);
  for (const [space, mine] of Object.entries(answer.mine)) {
    const before = now.get(space) ?? unread(space);
    const state = { ...before, role: mine.role, name: mine.name, read: mine.read, write: mine.write, until: mine.until };
    const result = await takeSpace(store, state, asked, answer.spaces[space], context);
    if (!result) again ||= !asked.states.has(space);
    else {
      again ||= result.again;
      if (!result.again) ended.add(space);
      changes.add(space);
    }
    if (!result || before.name !== mine.name || before.view !== mine.view) changes.add(space);
  }
  const read = (/** @type {string} */ space) => ended.has(space) || (!answer.mine[space] && space !== context.own);
  const covered = ended.size > 0 ? await coveredBy(store, asked, read) : [];
  await dropCovered(store, covered.splice(0, DROPPED_AT_ONCE));
  return { again, changes, covered };
}

/**
 * An acknowledged op has been read back, and leaves the overlay, when a pull that began afterwards came to its end;
 * one of a diary that is no longer shared has nowhere to come back to.
 * @param {Store} store @param {Asked} asked @param {(space: string) => boolean} read
 */
async function coveredBy(store, { acks, batch }, read) {
  return (await store.acked()).filter((op) => read(op.space) && ((op.ack ?? 0) <= acks || batch.has(op.op)));
}

/**
 * Inside a transaction: a server that turned out to be an older one may have had them sent again meanwhile.
 * @param {Store} store @param {import('./types.js').OutboxOp[]} covered
 */
export async function dropCovered(store, covered) {
  await store.dropOps(await store.free(await store.still(covered)));
}

/**
 * @param {Store} store
 * @param {SpaceState} state
 * @param {Asked} asked
 * @param {any} page
 * @param {{kinds: import('./types.js').Kinds, at: string, own: string}} context
 * @returns {Promise<{again: boolean} | null>} null when nothing was asked or it came too late
 */
async function takeSpace(store, state, asked, page, context) {
  const then = asked.states.get(state.space);
  const same = then && then.cursor === state.cursor && then.gen === state.gen;
  if (!page || !same) {
    await store.putSpace(state);
    return null;
  }
  if (page.reset) {
    await store.putSpace({ ...state, cursor: null, view: page.view, gen: state.gen + 1, resetting: true });
    return { again: true };
  }
  await takeRows(store, state, page.rows, context);
  const ended = !page.more;
  if (ended && state.resetting) await store.sweep(state.space, state.gen);
  await store.putSpace({
    ...state, cursor: page.cursor, view: page.view, resetting: state.resetting && !ended,
    ...(ended ? { last_ok: context.at } : {}),
  });
  return { again: page.more };
}

/**
 * @param {Store} store
 * @param {SpaceState} state
 * @param {import('./types.js').Row[]} rows
 * @param {{kinds: import('./types.js').Kinds, own: string}} context
 */
async function takeRows(store, { space, gen }, rows, { kinds, own }) {
  // What left a caregiver's view goes; the owner keeps a deleted record, to bring it back.
  const gone = space === own ? [] : rows.filter((row) => row.deleted);
  const here = rows.filter((row) => !gone.includes(row));
  const known = here.filter((row) => takes(kinds, row));
  if (gone.length > 0) await store.dropRows(space, gone.map(({ id }) => id));
  if (known.length > 0) await store.putRows(space, gen, known);
  if (known.length < here.length) await store.park(space, gen, here.filter((row) => !known.includes(row)));
}
