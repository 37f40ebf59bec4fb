/** Sending and receiving, when it is time, and the one line that says how it stands. */
import { computed, signal } from '@preact/signals';

import { causeName } from '../data/database.js';
import { lived, zoneNow } from '../domain/time.js';
import { obeyed, pause, waiting } from '../sync/backoff.js';
import { opened, unsent } from './opened.js';
import { withRoom } from './storage.js';
import { lookAtFacts } from './sync-facts.js';
import { syncWords } from './sync-words.js';

export { dismissEvicted, dismissHeld, syncFacts } from './sync-facts.js';

/** @typedef {import('./sync-words.js').SyncState} SyncState */

const busy = signal(false);
const trouble = signal(/** @type {string | null} */ (null));
const sentAt = signal(/** @type {string | null} */ (null));
const who = signal(/** @type {{account: string, space: string} | null} */ (null));

/** @type {import('@preact/signals').ReadonlySignal<SyncState>} */
export const syncState = computed(() => {
  return syncWords({
    account: who.value !== null, ...unsent.value,
    busy: busy.value, trouble: trouble.value, sentAt: sentAt.value,
  }, (at) => lived(new Date(at), zoneNow()).at.slice(11, 16));
});

/** Whether a sync is under way. */
export const syncing = computed(() => busy.value);

/** When all had last been sent: a screen that shows what only the server knows asks again then. */
export const lastSent = computed(() => sentAt.value);

const plan = { failures: 0, notBefore: 0, told: () => {} };

/** @type {{run: () => Promise<import('../sync/types.js').Outcome>} | null} */
let engine = null;
/** @type {Promise<typeof import('./engine.js')> | null} */
let machinery = null;
/** Set while the next try is only a matter of time. @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {Promise<void> | null} */
let running = null;
let wanted = false;

/** @param {() => void} tell - the server no longer knows this phone's session */
export function onSignedOut(tell) {
  plan.told = tell;
}

/**
 * From now on syncs run for this diary, or for none when it belongs to no account.
 * @param {{space: string, mode: string, account: {id: string} | null}} current
 */
export function syncRuns({ space, mode, account }) {
  const here = opened.value;
  who.value = account && here ? { account: account.id, space } : null;
  trouble.value = mode === 'signed_out' ? 'signed_out' : null;
  sentAt.value = null;
  plan.failures = plan.notBefore = 0;
  hush();
  engine = mode !== 'account' || !account || !here ? null : started(here.db, { account: account.id, space });
  here?.db.meta.get('sent_at').then((kept) => { if (opened.value === here) sentAt.value ??= kept?.v ?? null; }).catch(() => {});
}

/**
 * The engine of a diary, read when it first runs.
 * @param {import('../data/database.js').Diary} db
 * @param {{account: string, space: string}} whose
 */
function started(db, whose) {
  /** @type {ReturnType<typeof import('./engine.js').engineOf> | null} */
  let made = null;
  return { run: async () => {
    const { engineOf } = await parts();
    made ??= engineOf(db, whose);
    return made.run();
  } };
}

function parts() {
  machinery ??= import('./engine.js').catch((error) => {
    machinery = null;
    throw error;
  });
  return machinery;
}

/**
 * Sends and receives now, and counts failures from the start; a wait the server asked for is kept.
 * @returns {Promise<void>} when it has ended, well or not
 */
export function syncNow() {
  plan.failures = 0;
  return exchange();
}

/** A look now and then, which leaves growing pauses alone. */
export function syncNowAndThen() {
  return timer === undefined ? exchange() : Promise.resolve();
}

/** @returns {Promise<void>} */
function exchange() {
  if (running) {
    wanted = true;
    return running;
  }
  if (!engine || !opened.value || waiting(plan.notBefore, Date.now())) return Promise.resolve();
  running = runOnce().finally(() => {
    running = null;
    if (!wanted) return;
    wanted = false;
    if (trouble.value === null) exchange();
  });
  return running;
}

/** The page goes: another one, or this one loaded again, may sync at once. */
export function letGo() {
  const here = opened.value;
  // Without an engine there never was a lease.
  if (here) machinery?.then(({ giveLease }) => giveLease(here.db)).catch(() => {});
}

async function runOnce() {
  const [here, now] = [opened.value, engine];
  if (!here || !now) return;
  hush();
  try {
    const { takeLease } = await parts();
    if (!await takeLease(here.db, Date.now())) return again(2_000);
    busy.value = true;
    const outcome = await withRoom(() => now.run());
    if (engine === now) await settle(here.db, outcome);
  } catch (error) {
    if (engine === now) fallBack({ trouble: causeName(error) === 'QuotaExceededError' ? 'phone_full' : 'server', retryAfterMs: null });
  } finally {
    busy.value = false;
    // A diary that was closed meanwhile has no lease to give; an old one ends by itself.
    await machinery?.then(({ giveLease }) => giveLease(here.db)).catch(() => {});
    await lookAtFacts().catch(() => {});
  }
  return undefined;
}

/** @param {import('../data/database.js').Diary} db @param {import('../sync/types.js').Outcome} outcome */
async function settle(db, outcome) {
  if (!outcome.ok) return fallBack(outcome);
  trouble.value = null;
  plan.failures = 0;
  const { endAgain, tidySent } = await parts();
  if (who.value && (await endAgain(db, who.value.space)).length > 0) wanted = true;
  const left = await db.ops.where('state').notEqual('acked').count();
  if (left === 0) {
    sentAt.value = new Date().toISOString();
    await db.meta.put({ k: 'sent_at', v: sentAt.value });
    await tidySent(db, Date.now());
  }
  return undefined;
}

/** @param {{trouble: string | null, retryAfterMs: number | null}} outcome */
function fallBack({ trouble: why, retryAfterMs }) {
  trouble.value = why;
  if (why === 'signed_out' || why === 'device_removed') {
    engine = null;
    if (why === 'signed_out') plan.told();
    return;
  }
  plan.failures += 1;
  if (retryAfterMs !== null) plan.notBefore = Date.now() + obeyed(retryAfterMs);
  if (why !== 'account_mismatch' && why !== 'update_needed') again(Math.max(pause(plan.failures, Math.random), obeyed(retryAfterMs ?? 0)));
}

/** @param {number} ms */
function again(ms) {
  hush();
  timer = setTimeout(() => { exchange(); }, ms);
  /** @type {any} */ (timer).unref?.();
}

function hush() {
  clearTimeout(timer);
  timer = undefined;
}
