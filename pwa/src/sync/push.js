/** Sending: which ops go now, and what an answer does to them. An op leaves only on its own answer. */
import { pause } from './backoff.js';
import { settleMarks } from './marks.js';

/** @typedef {import('./types.js').OutboxOp} OutboxOp */

export const OPS_MOST = 500;
const BYTES_MOST = 512_000;
// The envelope, the marks and the embedded pull share the limit with the ops.
const ENVELOPE_BYTES = 16_000;

/**
 * The next ops to send, in order. One that was refused, or has to wait, holds back only later ones on the
 * same record.
 * @param {readonly OutboxOp[]} ops - in order
 * @param {number} now - milliseconds
 * @param {number} [most]
 * @returns {{batch: OutboxOp[], rest: boolean}}
 */
export function nextBatch(ops, now, most = OPS_MOST) {
  const held = new Set();
  /** @type {OutboxOp[]} */
  const batch = [];
  let bytes = ENVELOPE_BYTES;
  for (const op of ops) {
    if (op.state === 'acked') continue;
    const record = `${op.space} ${op.id}`;
    if (op.state === 'blocked' || (op.not_before ?? 0) > now) held.add(record);
    if (held.has(record)) continue;
    bytes += new TextEncoder().encode(JSON.stringify(wire(op))).length + 1;
    if (batch.length >= most || (batch.length > 0 && bytes > BYTES_MOST)) return { batch, rest: true };
    batch.push(op);
  }
  return { batch, rest: false };
}

/** An op as it travels. @param {OutboxOp} op */
export function wire({ n, op, space, id, kind, sv, t, was, set, base, made_at, made_tz }) {
  const common = { n, op, space, id, kind, sv, t, made_at, made_tz };
  return t === 'put' ? { ...common, was, set } : { ...common, base };
}

/**
 * Inside a transaction: take in the answer to a push.
 * @param {import('./types.js').Store} store
 * @param {{batch: OutboxOp[], marks: Record<string, string[]>}} request
 * @param {any} answer - checked
 * @param {{now: number, random: () => number}} chance
 * @returns {Promise<boolean>} true when at least one op got an answer
 */
export async function takePush(store, { batch, marks }, answer, chance) {
  const asked = new Set(batch.map(({ op }) => op));
  const out = new Map((await store.ops()).map((op) => [op.op, op]));
  let moved = answer.lost.length > 0;
  for (const result of answer.results) {
    const op = asked.has(result.op) ? out.get(result.op) : undefined;
    if (!op) continue;
    moved = true;
    if (op.state !== 'acked') await takeResult(store, op, result, chance);
  }
  await settleMarks(store, marks, answer);
  return moved;
}

/**
 * @param {import('./types.js').Store} store
 * @param {OutboxOp} op
 * @param {{s: string, code?: string}} result
 * @param {{now: number, random: () => number}} chance
 */
async function takeResult(store, op, { s, code }, chance) {
  if (s === 'rejected') return store.putOp({ ...op, state: 'blocked', code: code ?? 'rejected' });
  if (s === 'later') return postpone(store, op, chance);
  const { tries: _tries, not_before: _before, code: _code, ...clean } = op;
  await store.putOp({ ...clean, state: 'acked' });
  return store.keepSent({ ...clean, state: 'acked' }, chance.now);
}

/**
 * @param {import('./types.js').Store} store
 * @param {OutboxOp} op
 * @param {{now: number, random: () => number}} chance
 */
export async function postpone(store, op, { now, random }) {
  const tries = (op.tries ?? 0) + 1;
  await store.putOp({ ...op, tries, not_before: now + 1000 + pause(tries, random) });
}
