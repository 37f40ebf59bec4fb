/**
 * The sync core: sends what waits, takes what is new, until both are done or something stands in the way.
 * Storage, network, clock and chance come in, so that every fault can be played through.
 */
import { pullAnswer, pushAnswer } from './answers.js';
import { marksBySpace } from './marks.js';
import { pullBody, takePull, unread } from './pull.js';
import { nextBatch, OPS_MOST, postpone, takePush, wire } from './push.js';

/**
 * @typedef {import('./types.js').Outcome} Outcome
 * @typedef {import('./types.js').OutboxOp} OutboxOp
 *
 * @typedef {object} Parts
 * @property {import('./types.js').Store} store
 * @property {import('./types.js').Transport} transport
 * @property {() => Date} clock
 * @property {() => number} random - 0 to 1
 * @property {{account: string, space: string}} who
 * @property {ReadonlySet<string>} kinds - those this build knows
 */

// More rounds than any honest exchange needs; a server that never ends one is left alone for a while.
const ROUNDS_MOST = 400;
const FAILURES_BEFORE_SINGLES = 3;

/**
 * @param {Parts} parts
 * @returns {{run: () => Promise<Outcome>}} run one at a time
 */
export function createSync(parts) {
  /** What earlier refusals have taught: how many ops go at once. */
  const pace = { most: OPS_MOST, failures: 0, newDevice: false };
  return { run: () => run(parts, pace) };
}

/** @typedef {{most: number, failures: number, newDevice: boolean}} Pace */

/** @param {Parts} parts @param {Pace} pace @returns {Promise<Outcome>} */
async function run(parts, pace) {
  /** @type {Outcome} what stands when a single op had to be put off */
  let end = { ok: true, trouble: null, retryAfterMs: null };
  for (let round = 0; round < ROUNDS_MOST; round += 1) {
    const now = parts.clock().getTime();
    const ops = await parts.store.ops();
    const { batch, rest } = nextBatch(ops, now, pace.most);
    try {
      const again = await exchange(parts, ops, batch, rest);
      if (batch.length > 0) Object.assign(pace, { failures: 0, most: grown(pace.most) });
      if (!again) return end;
    } catch (error) {
      const answer = await learn(parts, pace, batch, error);
      if (answer !== 'again') return answer;
      if (pace.most === 1 && batch.length === 1) end = { ok: false, trouble: 'server', retryAfterMs: null };
    }
  }
  return { ok: false, trouble: 'server', retryAfterMs: null };
}

/** @param {number} most */
function grown(most) {
  return Math.min(OPS_MOST, most * 2);
}

/**
 * One request and what follows from its answer.
 * @param {Parts} parts
 * @param {OutboxOp[]} ops
 * @param {OutboxOp[]} batch
 * @param {boolean} rest - more ops wait behind the batch
 * @returns {Promise<boolean>} true when there is more to do
 */
async function exchange(parts, ops, batch, rest) {
  const { store, transport, clock, random, who } = parts;
  const asked = await look(parts, ops);
  const envelope = { proto: 1, account: who.account, device: await store.device(), sent_at: clock().toISOString() };
  if (batch.length === 0) {
    const answer = pullAnswer(await transport.pull({ ...envelope, ...pullBody(asked) }));
    return receive(parts, asked, answer);
  }
  const pull = rest ? {} : { pull: pullBody(asked) };
  const request = { ...envelope, marks: asked.marks, ops: batch.map(wire), ...pull };
  const answer = pushAnswer(await transport.push(request), !rest);
  const moved = await store.atomically(() => (
    takePush(store, { batch, marks: asked.marks }, answer, { now: clock().getTime(), random })));
  for (const space of new Set(batch.map((op) => op.space))) store.changed(space, []);
  if (!moved) throw Object.assign(new Error('no op was answered'), { code: 'unanswered', status: 500 });
  if (rest || answer.pull === undefined || answer.lost.length > 0) return true;
  return receive(parts, await withAnswered(parts, asked, batch), answer.pull);
}

/** What the phone holds as it asks. @param {Parts} parts @param {OutboxOp[]} ops */
async function look({ store, who }, ops) {
  const states = new Map((await store.spaces()).map((state) => [state.space, state]));
  if (!states.has(who.space)) states.set(who.space, unread(who.space));
  const turn = await store.turn();
  const acked = bySpace(ops.filter((op) => op.state === 'acked'));
  return { turn, states, marks: marksBySpace(await store.marks()), acked };
}

/**
 * The pull inside a push's answer was read after the push was committed, so it covers the push's own ops.
 * @param {Parts} parts @param {import('./pull.js').Asked} asked @param {OutboxOp[]} batch
 */
async function withAnswered({ store }, asked, batch) {
  const sent = new Set(batch.map(({ op }) => op));
  const covered = new Set([...asked.acked.values()].flat());
  const acked = (await store.ops()).filter((op) => op.state === 'acked' && (sent.has(op.op) || covered.has(op.n)));
  return { ...asked, acked: bySpace(acked) };
}

/** @param {OutboxOp[]} ops @returns {Map<string, number[]>} */
function bySpace(ops) {
  const by = new Map();
  for (const { space, n } of ops) {
    const there = by.get(space);
    if (there) there.push(n);
    else by.set(space, [n]);
  }
  return by;
}

/** @param {Parts} parts @param {import('./pull.js').Asked} asked @param {any} answer */
async function receive({ store, who, kinds, clock }, asked, answer) {
  const context = { own: who.space, kinds, at: clock().toISOString() };
  const { again, changes } = await store.atomically(() => takePull(store, asked, answer, context));
  for (const [space, ids] of changes) store.changed(space, ids);
  return again;
}

/** @type {Record<number, string>} */
const BY_STATUS = { 401: 'signed_out', 426: 'update_needed', 429: 'busy', 503: 'busy' };

/**
 * What a refused request means. Nothing is ever dropped here.
 * @param {Parts} parts @param {Pace} pace @param {OutboxOp[]} batch @param {any} error
 * @returns {Promise<Outcome | 'again'>}
 */
async function learn({ store, clock, random }, pace, batch, error) {
  const { code, status = 0, retryAfterMs = null } = error ?? {};
  const stop = (/** @type {string} */ trouble) => ({ ok: false, trouble, retryAfterMs });
  if (code === 'offline') return stop('offline');
  if (code === 'account_mismatch') return stop('account_mismatch');
  if (code === 'device_of_other_account' && !pace.newDevice) {
    pace.newDevice = true;
    await store.newDevice();
    return 'again';
  }
  if (BY_STATUS[status]) return stop(BY_STATUS[status]);
  if (!status) throw error;
  if (batch.length === 0) return stop('server');
  if (status === 413) return smaller(store, pace, batch);
  pace.failures += 1;
  if (batch.length === 1 && (pace.failures >= FAILURES_BEFORE_SINGLES || pace.most === 1)) {
    await postpone(store, batch[0], { now: clock().getTime(), random });
    pace.most = 1;
    return 'again';
  }
  if (pace.failures >= FAILURES_BEFORE_SINGLES) pace.most = 1;
  return stop('server');
}

/** @param {import('./types.js').Store} store @param {Pace} pace @param {OutboxOp[]} batch @returns {Promise<'again'>} */
async function smaller(store, pace, batch) {
  if (batch.length > 1) pace.most = Math.max(1, Math.floor(batch.length / 2));
  else await store.putOp({ ...batch[0], state: 'blocked', code: 'too_large' });
  return 'again';
}
