/** Sending: which ops go now, and what an answer does to them. An op leaves only on its own answer. */
import { pause, waiting } from './backoff.js';
import { takes } from './kinds.js';
import { settleMarks } from './marks.js';

/**
 * @typedef {import('./types.js').OutboxOp} OutboxOp
 * @typedef {import('./types.js').Store} Store
 *
 * @typedef {object} Queue - how far one run has come through the outbox
 * @property {number} at - the place to go on from; below 0: not begun
 * @property {Map<string, number>} held - record -> place of its first op that cannot go now
 */

export const OPS_MOST = 500;
const BYTES_MOST = 512_000;
// The envelope, the marks and the embedded pull share the limit with the ops.
const ENVELOPE_BYTES = 16_000;

/** @returns {Queue} */
export const queueOf = () => ({ at: -1, held: new Map() });

/**
 * The next ops to send, in order; of the outbox no more is read than that. One that was refused, or has to wait,
 * holds back only later ones on the same record.
 * @param {Store} store
 * @param {Queue} queue
 * @param {{now: number, most: number, kinds: import('./types.js').Kinds | null}} limits - kinds: what the server takes, if known
 * @returns {Promise<{batch: OutboxOp[], broken: OutboxOp[], rest: boolean}>} broken: too damaged to be written down
 */
export async function nextBatch(store, queue, { now, most, kinds }) {
  if (queue.at < 0) await begin(store, queue);
  const [batch, broken] = [/** @type {OutboxOp[]} */ ([]), /** @type {OutboxOp[]} */ ([])];
  let [bytes, at] = [ENVELOPE_BYTES, queue.at];
  for (;;) {
    const page = at === Infinity ? [] : await store.opsFrom(at, OPS_MOST);
    for (const op of page) {
      at = op.n + 1;
      if (op.state !== 'queued' || (queue.held.get(recordOf(op)) ?? Infinity) < op.n) continue;
      const size = sizeOf(op);
      if (size === 0) broken.push(op);
      if (size === 0 || mustWait(op, now, kinds)) {
        hold(queue, op);
        continue;
      }
      bytes += size;
      if (batch.length >= most || (batch.length > 0 && bytes > BYTES_MOST)) return { batch, broken, rest: true };
      batch.push(op);
    }
    if (page.length < OPS_MOST) return { batch, broken, rest: false };
  }
}

/** @param {Store} store @param {Queue} queue */
async function begin(store, queue) {
  queue.held.clear();
  for (const op of await store.blocked()) hold(queue, op);
  queue.at = await store.firstQueued() ?? Infinity;
}

/** From now on later ops of its record stay behind. @param {Queue} queue @param {OutboxOp} op */
export function hold({ held }, op) {
  held.set(recordOf(op), Math.min(op.n, held.get(recordOf(op)) ?? Infinity));
}

/** @param {OutboxOp} op */
const recordOf = ({ space, id }) => `${space} ${id}`;

/** @param {OutboxOp} op @param {number} now @param {import('./types.js').Kinds | null} kinds */
function mustWait(op, now, kinds) {
  // A server says which kinds it takes, so that one it does not need not be tried again and again.
  if (op.code === 'unknown_kind' && kinds) return !takes(kinds, op);
  return waiting(op.not_before, now);
}

/** @param {OutboxOp} op @returns {number} bytes on the wire; 0 when it cannot be written down */
function sizeOf(op) {
  if (![op.op, op.space, op.id, op.t].every((one) => typeof one === 'string')) return 0;
  try {
    return new TextEncoder().encode(JSON.stringify(wire(op))).length + 1;
  } catch {
    return 0;
  }
}

/** An op as it travels. @param {OutboxOp} op */
export function wire({ n, op, space, id, kind, sv, t, was, set, base, ops, made_at, made_tz }) {
  const common = { n, op, space, id, kind, sv, t, made_at, made_tz };
  if (t === 'erase') return common;
  const said = base ? { ...common, base } : common;
  if (t === 'put') return { ...said, ...known(was), set };
  return t === 'resolve' ? { ...said, ops, ...known(was), set } : said;
}

/** What was seen, as the wire names it: of a field that was empty nothing is said. @param {any} was */
function known(was) {
  const said = Object.entries(was ?? {}).filter(([, op]) => op);
  return said.length > 0 ? { was: Object.fromEntries(said) } : {};
}

/**
 * Inside a transaction: take in the answer to a push.
 * @param {Store} store
 * @param {{batch: OutboxOp[], marks: Record<string, string[]>, own: string}} request
 * @param {any} answer - checked
 * @param {{now: number, random: () => number}} chance
 * @returns {Promise<{moved: boolean, stay: OutboxOp[]}>} moved: at least one op got an answer; stay: ops that did not get through
 */
export async function takePush(store, { batch, marks, own }, answer, chance) {
  const results = new Map(answer.results.map((/** @type {any} */ one) => [one.op, one]));
  const answered = batch.filter(({ op }) => results.has(op));
  const here = new Set([own, ...(await store.spaces()).map(({ space }) => space)]);
  const ack = (await store.recall('acks') ?? 0) + 1;
  /** @type {{acked: OutboxOp[], stay: OutboxOp[], gone: OutboxOp[], held: OutboxOp[]}} */
  const sorted = { acked: [], stay: [], gone: [], held: [] };
  // One that is no longer there was erased, or let go, or another page was faster.
  for (const op of await store.still(answered)) {
    const { s, code, details } = results.get(op.op);
    const { tries: _tries, not_before: _before, code: _code, resent, ...clean } = op;
    if (op.state === 'acked') continue;
    else if (s === 'later') sorted.stay.push(later(op, code, chance));
    // Of a diary that is no longer shared, what was taken once and is not wanted again need not trouble anybody.
    else if (s === 'rejected' && resent && !here.has(op.space)) sorted.gone.push(op);
    else if (s === 'rejected') sorted.stay.push({ ...op, state: 'blocked', code: code ?? 'rejected', ...(details ? { details } : {}) });
    else sorted.acked.push({ ...clean, ...(resent ? { resent } : {}), state: 'acked', ack });
    if (s === 'held') sorted.held.push(op);
  }
  await store.remember('acks', ack);
  await store.putOps([...sorted.acked, ...sorted.stay]);
  await store.keepSent(sorted.acked, chance.now);
  await store.dropOps(sorted.gone);
  if (sorted.held.length > 0) await noteHeld(store, sorted.held);
  await settleMarks(store, marks, answer);
  return { moved: answered.length > 0 || answer.lost.length > 0, stay: sorted.stay };
}

/** Put off with a growing delay. @param {OutboxOp} op @param {string} code @param {{now: number, random: () => number}} chance @returns {OutboxOp} */
export function later(op, code, { now, random }) {
  const tries = (op.tries ?? 0) + 1;
  return { ...op, code, tries, not_before: now + 1000 + pause(tries, random) };
}

/** Counts the notes that wait for somebody's approval, by whose diary they are in. @param {Store} store @param {OutboxOp[]} ops */
async function noteHeld(store, ops) {
  const names = new Map((await store.spaces()).map(({ space, name }) => [space, name]));
  const notice = new Map((await store.recall('held_notice') ?? []).map((/** @type {any} */ one) => [one.space, one]));
  for (const space of new Set(ops.map((op) => op.space))) {
    const records = new Set(ops.filter((op) => op.space === space).map(({ id }) => id));
    const before = notice.get(space);
    notice.set(space, { space, name: names.get(space) ?? before?.name ?? '', count: (before?.count ?? 0) + records.size });
  }
  await store.remember('held_notice', [...notice.values()]);
}
