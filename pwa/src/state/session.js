/** Whose diary is open on this phone, and whether the server knows them. */
import { signal } from '@preact/signals';

import { ApiError, call } from '../data/api.js';
import { randomId } from '../data/chance.js';
import * as device from '../data/device.js';
import { zoneNow } from '../domain/time.js';
import { diaryIsEmpty, forgetDiary, wipeToUnsent } from './leaving.js';
import { loadContent } from './content.js';
import { close, open, opened, readAgain } from './opened.js';
import { shownByTherapist } from './preferences.js';
import { keepStorage } from './storage.js';
import { letGo, onSignedOut, syncNow, syncRuns } from './sync.js';
import { followTheDate, lookAtTheDate } from './today.js';
import { listen } from './triggers.js';
import { startUpdates } from './update.js';

/**
 * @typedef {object} Session
 * @property {'loading' | 'none' | 'local' | 'account' | 'signed_out'} mode
 * @property {string | null} space
 * @property {{id: string, email: string, display_name: string} | null} account
 */

/** @type {import('@preact/signals').Signal<Session>} */
export const session = signal({ mode: 'loading', space: null, account: null });

/** Diaries of people who signed out with something unsent. @type {import('@preact/signals').Signal<device.Kept[]>} */
export const kept = signal([]);

onSignedOut(() => { markSignedOut(); });

/** Opens the diary this phone had last, and begins to follow time and network. */
export async function start() {
  await followDevice().catch(() => {
    // Without storage nothing can be kept; the first screen still shows, and a save will say so.
    session.value = { mode: 'none', space: null, account: null };
  });
  device.keptDiaries().then((found) => { kept.value = found; }).catch(() => {});
  followTheDate();
  // Both are extras of an app that already works: words instead of ids, and newer versions.
  loadContent().catch(() => {});
  startUpdates().catch(() => {});
  listen(() => { syncNow(); }, () => { comeBack().catch(() => {}); });
  globalThis.addEventListener?.('pagehide', letGo);
  if (await device.pendingLogout().catch(() => false)) finishLogout();
  syncNow();
}

/** Shows the diary this phone names as its own; another page may have changed that. */
async function followDevice() {
  const last = await device.current();
  const { mode, space } = session.value;
  if (mode !== 'loading' && (last?.mode ?? 'none') === mode && (last?.space ?? null) === space) return;
  if (last) await enter(last);
  else {
    close();
    session.value = { mode: 'none', space: null, account: null };
    syncRuns({ space: '', mode: 'none', account: null });
  }
}

async function comeBack() {
  lookAtTheDate();
  await followDevice();
  await readAgain();
}

/** Begins a diary that lives on this phone only. */
export async function startLocal() {
  await enter({ space: randomId(), mode: 'local', account: null });
  keepStorage();
}

/**
 * Makes an account; a diary already on this phone moves into it whole.
 * @param {{email: string, password: string, display_name: string, invitation?: string}} form - `invitation`: a code or token
 */
export async function register(form) {
  const space = opened.value?.space;
  const asked = { ...form, time_zone: zoneNow(), ...(space ? { space } : {}) };
  let answer;
  try {
    answer = await call('POST', 'auth/register', asked);
  } catch (error) {
    answer = await ownAfterAll(error, form, space);
  }
  await become(answer);
}

/**
 * An answer may have been lost on its way after the account was made. The same email and password, and the
 * same diary, show that it was ours.
 * @param {unknown} error
 * @param {{email: string, password: string}} form
 * @param {string | undefined} space
 */
async function ownAfterAll(error, { email, password }, space) {
  if (!space || !(error instanceof ApiError) || !['email_taken', 'space_taken'].includes(error.code)) throw error;
  const answer = await call('POST', 'auth/login', { email, password }).catch(() => null);
  if (answer?.space === space) return answer;
  if (answer) await call('POST', 'auth/logout').catch(() => {});
  throw error;
}

/**
 * Signs in on an empty phone, or again to the diary that is open here.
 * @param {{email: string, password: string}} form
 */
export async function signIn({ email, password }) {
  const here = session.value;
  const empty = here.mode === 'none' || await diaryIsEmpty();
  if (here.mode === 'local' && !empty) throw taken();
  const answer = await call('POST', 'auth/login', { email, password });
  await device.setPendingLogout(false);
  if (opened.value && answer.space !== here.space && !empty) {
    await call('POST', 'auth/logout').catch(() => {});
    throw taken();
  }
  await become(answer);
}

/** @param {string} password */
export async function confirmPassword(password) {
  await call('POST', 'auth/confirm', { password });
}

const LAST_TRY_MS = 10_000;

/** Takes the diary off this phone. What was not sent stays, unseen, until its owner signs in again. */
export async function signOut() {
  // What a therapist showed one person is not shown to the next on the same phone.
  shownByTherapist.value = false;
  if (session.value.mode === 'account') await Promise.race([syncNow(), wait(LAST_TRY_MS)]);
  await device.setPendingLogout(true);
  await leave();
  await finishLogout();
}

async function leave() {
  const here = opened.value;
  if (here) {
    const unsent = await wipeToUnsent(here.db);
    const others = (await device.keptDiaries()).filter(({ space }) => space !== here.space);
    const mine = { space: here.space, name: session.value.account?.display_name ?? '', entries: unsent };
    await keepNamed(unsent ? [...others, mine] : others);
    await device.setCurrent(null);
    close();
    if (!unsent) await forgetDiary(here.db);
  }
  session.value = { mode: 'none', space: null, account: null };
  syncRuns({ space: '', mode: 'none', account: null });
}

/** @param {device.Kept[]} diaries */
async function keepNamed(diaries) {
  await device.setKeptDiaries(diaries);
  kept.value = diaries;
}

async function finishLogout() {
  try {
    await call('POST', 'auth/logout');
  } catch (error) {
    // Without a network the server learns of it at the next start; signed out already is as good.
    if (!(error instanceof ApiError) || error.status !== 401) return;
  }
  await device.setPendingLogout(false);
}

/** @param {{account: Session['account'], space: string}} answer */
async function become({ account, space }) {
  const before = opened.value;
  // Only an emptied or wholly sent diary ever gives way to another one.
  if (before && before.space !== space) await forgetDiary(before.db);
  await keepNamed((await device.keptDiaries()).filter((one) => one.space !== space));
  await enter({ space, mode: 'account', account });
  keepStorage();
  syncNow();
}

/** @param {device.Current} current */
async function enter(current) {
  if (opened.value?.space !== current.space) await open(current.space);
  await device.setCurrent(current);
  session.value = { mode: current.mode, space: current.space, account: current.account };
  syncRuns(current);
}

async function markSignedOut() {
  const { space, account, mode } = session.value;
  if (mode !== 'account' || !space) return;
  await device.setCurrent({ space, account, mode: 'signed_out' });
  session.value = { mode: 'signed_out', space, account };
}

function taken() {
  return new ApiError({ code: 'diary_on_this_phone', message: 'this phone has a diary already' });
}

/** @param {number} ms */
function wait(ms) {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}
