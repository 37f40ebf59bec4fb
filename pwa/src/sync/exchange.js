/**
 * The sync core: sends what waits, takes what is new, until both are done or something stands in the way.
 * Storage, network, clock and chance come in, so that every fault can be played through.
 */
import { pullAnswer, pushAnswer } from './answers.js';
import { waiting } from './backoff.js';
import { takes } from './kinds.js';
import { marksBySpace } from './marks.js';
import { afterPage, dropCovered, DROPPED_AT_ONCE, pullBody, takePull, unread } from './pull.js';
import { hold, nextBatch, OPS_MOST, queueOf, takePush, wire } from './push.js';
import { learn } from './trouble.js';

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
 * @property {import('./types.js').Kinds} kinds - those this build knows
 *
 * @typedef {object} Pace - what earlier answers have taught
 * @property {number} most - ops that go at once
 * @property {number} cap - more than this never went through
 * @property {number} failures - of batches, in a row
 * @property {number} lone - single ops the server broke on, in a row
 * @property {boolean} newDevice
 * @property {boolean} begun
 * @property {Map<string, number> | null} kinds - those the server takes
 * @property {number | null} skew
 *
 * @typedef {{asked: import('./pull.js').Asked, began: Date, coming: Promise<any>}} Reading
 *
 * @typedef {Parts & {pace: Pace, queue: import('./push.js').Queue, next: Reading | null}} Run
 */

// More rounds than any honest exchange needs without a step forward; a server that never ends one is left alone for a while.
const ROUNDS_MOST = 400;
const SKEW_STEP_MS = 5_000;

/**
 * @param {Parts} parts
 * @returns {{run: () => Promise<Outcome>}} run one at a time
 */
export function createSync(parts) {
  /** @type {Pace} */
  const pace = { most: OPS_MOST, cap: OPS_MOST, failures: 0, lone: 0, newDevice: false, begun: false, kinds: null, skew: null };
  return { run: () => run({ ...parts, pace, queue: queueOf(), next: null }) };
}

/** @param {Run} here @returns {Promise<Outcome>} */
async function run(here) {
  const { store, clock, pace, queue } = here;
  if (!pace.begun) await store.unpark((row) => takes(here.kinds, row));
  pace.begun = true;
  const until = await store.recall('not_before');
  if (waiting(until, clock().getTime())) return { ok: false, trouble: 'busy', retryAfterMs: until - clock().getTime() };
  /** @type {Outcome} what stands when a single op had to be put off */
  let end = { ok: true, trouble: null, retryAfterMs: null };
  for (let round = 0; round < ROUNDS_MOST; round += 1) {
    const { batch, broken, rest } = await nextBatch(store, queue, { now: clock().getTime(), most: pace.most, kinds: pace.kinds });
    if (broken.length > 0) await store.putOps(broken.map((op) => ({ ...op, state: 'blocked', code: 'malformed' })));
    try {
      const again = await exchange(here, batch, rest);
      if (!again) return end;
      // Sending went on, and no server took back what it had said before.
      if (batch.length > 0 && queue.at >= 0) round = 0;
    } catch (error) {
      const answer = await learn(here, batch, error, () => exchange(here, [], false));
      if (answer === 'put_off') end = { ok: false, trouble: 'server', retryAfterMs: null };
      else if (answer !== 'again') return answer;
    }
  }
  return { ok: false, trouble: 'server', retryAfterMs: null };
}

/**
 * One request and what follows from its answer.
 * @param {Run} here
 * @param {OutboxOp[]} batch
 * @param {boolean} rest - more ops wait behind the batch
 * @returns {Promise<boolean>} true when there is more to do
 */
async function exchange(here, batch, rest) {
  const { store, transport, clock, random, who, pace, next } = here;
  here.next = null;
  if (batch.length === 0) return read(here, next ?? reading(here, await look(here)));
  const asked = await look(here);
  const began = clock();
  // A single op that may be what the server breaks on goes without anything else to break on.
  const alone = rest || pace.most === 1;
  const request = { ...greeting(here, asked, began), marks: asked.marks, ops: batch.map(wire), ...(alone ? {} : { pull: pullBody(asked) }) };
  const answer = pushAnswer(await transport.push(request), !alone);
  await hear(here, answer, began);
  const { moved, stay } = await store.atomically(() => (
    takePush(store, { batch, marks: asked.marks, own: who.space }, answer, { now: clock().getTime(), random })));
  goOn(here, batch, stay, answer);
  if (!moved) throw Object.assign(new Error('no op was answered'), { code: 'unanswered', status: 500 });
  if (alone || answer.pull === undefined || answer.lost.length > 0) return true;
  return receive(here, { ...asked, batch: new Set(batch.map(({ op }) => op)) }, answer.pull);
}

/** @param {Run} here @param {import('./pull.js').Asked} asked @param {Date} at */
const greeting = ({ who }, { device }, at) => ({ proto: 1, account: who.account, device, sent_at: at.toISOString() });

/** @param {Run} here @param {import('./pull.js').Asked} asked @returns {Reading} */
function reading(here, asked) {
  const began = here.clock();
  const coming = here.transport.pull({ ...greeting(here, asked, began), ...pullBody(asked) });
  // It may never be waited for.
  coming.catch(() => {});
  return { asked, began, coming };
}

/** @param {Run} here @param {Reading} reading @returns {Promise<boolean>} */
async function read(here, { asked, began, coming }) {
  const answer = pullAnswer(await coming);
  await hear(here, answer, began);
  const then = afterPage(asked, answer);
  // The next page is on its way while this one is stored.
  if (then) here.next = reading(here, then);
  return receive(here, asked, answer);
}

/** What got through makes way for what is behind it. @param {Run} here @param {OutboxOp[]} batch @param {OutboxOp[]} stay @param {any} answer */
function goOn({ pace, queue }, batch, stay, answer) {
  pace.most = Math.min(pace.cap, pace.most * 2);
  pace.lone = 0;
  if (pace.most === pace.cap) pace.failures = 0;
  for (const op of stay) hold(queue, op);
  queue.at = answer.lost.length > 0 ? -1 : batch[batch.length - 1].n + 1;
}

/** What the phone holds as it asks. @param {Run} here @returns {Promise<import('./pull.js').Asked>} */
async function look({ store, who }) {
  const states = new Map((await store.spaces()).map((state) => [state.space, state]));
  if (!states.has(who.space)) states.set(who.space, unread(who.space));
  const turn = await store.turn();
  const acks = await store.recall('acks') ?? 0;
  return { turn, states, marks: marksBySpace(await store.marks()), acks, batch: new Set(), device: await store.device() };
}

/** @param {Run} here @param {import('./pull.js').Asked} asked @param {any} answer */
async function receive(here, asked, answer) {
  const { store, who, kinds, clock, queue } = here;
  const context = { own: who.space, kinds, at: clock().toISOString() };
  const { again, changes, covered } = await store.atomically(() => takePull(store, asked, answer, context));
  while (covered.length > 0) await store.atomically(() => dropCovered(store, covered.splice(0, DROPPED_AT_ONCE)));
  for (const space of changes) store.changed(space);
  // What waited for a newer server may go now; what a server has forgotten waits again, in its old place.
  const more = learnKinds(here, answer);
  if (more || answer.lost.length > 0) queue.at = -1;
  return again || more;
}

/**
 * What an answer says beside its rows: what time it is, and that this phone's storage had been emptied.
 * @param {Run} here @param {any} answer @param {Date} began
 */
async function hear({ store, clock, pace }, answer, began) {
  const ended = clock();
  const skew = Math.round(Date.parse(answer.server_time) - (began.getTime() + ended.getTime()) / 2);
  if (Number.isFinite(skew) && (pace.skew === null || Math.abs(skew - pace.skew) > SKEW_STEP_MS)) {
    await store.remember('skew', skew);
    pace.skew = skew;
  }
  const previous = answer.previous ?? answer.pull?.previous;
  if (previous) await store.remember('evicted', { last_received_at: previous.last_received_at ?? null, at: ended.toISOString() });
}

/** @param {Run} here @param {any} answer @returns {boolean} true when the server takes something it did not before */
function learnKinds({ pace }, { kinds }) {
  if (kinds === null || typeof kinds !== 'object') return false;
  const before = pace.kinds;
  pace.kinds = new Map(Object.entries(kinds));
  return before !== null && [...pace.kinds].some(([kind, sv]) => !takes(before, { kind, sv }));
}
