/** Who uses this phone: beginning a diary, making an account, signing in, and what a start of the app takes up again. */
import { computed, effect, untracked } from '@preact/signals';

import { ApiError, call, onRemoved } from '../data/api.js';
import { randomId } from '../data/chance.js';
import * as device from '../data/device.js';
import { zoneNow } from '../domain/time.js';
import { loadContent } from './content.js';
import { afterEviction } from './emptied.js';
import { diaryIsEmpty, forgetDiary, isLeaving, leaveRemoved, notSignedIn, payDues, takeOff, unsentHere } from './leaving.js';
import { finishMove, move } from './moving.js';
import { opened, readAgain } from './opened.js';
import { storageTrouble, troubleOf, withRoom } from './storage.js';
import { letGo, onSignedOut, syncNow, syncNowAndThen, syncState } from './sync.js';
import { followTheDate, lookAtTheDate } from './today.js';
import { listen } from './triggers.js';
import { startUpdates } from './update.js';
import { enter, kept, keptBeside, noteMove, onOtherPage, remember, removedFrom, session, stepOut, tellPages } from './who.js';

export { deleteAccount, signOut } from './leaving.js';
export { kept, removedFrom, session } from './who.js';

/** @typedef {import('./who.js').Session} Session */

onSignedOut(() => { markSignedOut(); });
onRemoved.tell = () => { leaveRemoved().catch(() => {}); };
// Somebody else's session answers for this diary: its own person has to sign in again before anything is sent.
const mismatch = computed(() => syncState.value.reason === 'account_mismatch');
effect(() => { if (mismatch.value) untracked(() => { markSignedOut(); }); });

/** Opens the diary this phone had last, and begins to follow time and network. */
export async function start() {
  // Without its storage the app does not begin: an empty first screen would look like a diary that is gone.
  await withRoom(begin).catch((error) => { storageTrouble.value = troubleOf(error); });
  followTheDate();
  // Both are extras of an app that already works: words instead of ids, and newer versions.
  loadContent().catch(() => {});
  startUpdates().catch(() => {});
  listen((why) => { inTouch(why === 'timer' ? syncNowAndThen : syncNow); }, () => comeBack().catch(() => {}));
  onOtherPage(() => { comeBack().catch(() => {}); });
  globalThis.addEventListener?.('pagehide', letGo);
  inTouch();
}

/** Ends what an earlier run of the app had begun, then shows the diary that is this phone's now. */
export async function begin() {
  const held = await device.known();
  kept.value = held.kept;
  removedFrom.value = held.removed;
  if (held.moved) noteMove(held.moved.from, held.moved.to);
  if (held.leaving) await takeOff(held.leaving, held.current?.account?.display_name ?? '');
  // Whoever signed in and did not say what becomes of the diary here has not signed in.
  if (held.asking) await notSignedIn();
  // With no room for it now, it is tried at the next start; until then nothing has moved.
  if (held.moving) await finishMove(held.moving).catch(() => {});
  await followDevice();
}

/** What the server is to be told comes before anything else. */
async function inTouch(sync = syncNow) {
  // A sign-out that is only told now must not end what somebody has just begun.
  if (!choosing && !entering) await payDues();
  await sync();
}

/** Shows the diary this phone names as its own; another page may have changed that. */
async function followDevice() {
  const last = await device.current() ?? (entering ? null : await afterEviction());
  storageTrouble.value = null;
  const { mode, space } = session.value;
  if (mode !== 'loading' && (last?.mode ?? 'none') === mode && (last?.space ?? null) === space) return;
  if (last) await enter(last);
  else stepOut();
}

/** The page is in front again, or another page has changed whose diary it is. */
export async function comeBack() {
  lookAtTheDate();
  if (choosing) return;
  kept.value = (await device.known()).kept;
  await followDevice();
  await readAgain();
}

/** Begins a diary that lives on this phone only. */
export async function startLocal() {
  await enter({ space: randomId(), mode: 'local', account: null });
  await remember({ removed: null });
  tellPages();
}

/** Opens again a diary without an account that was put aside. @param {string} space */
export async function openKept(space) {
  if (session.value.mode !== 'none') return;
  await enter({ space, mode: 'local', account: null });
  await remember({ kept: await keptBeside(space) });
  tellPages();
}

/**
 * Makes an account; a diary already on this phone moves into it whole.
 * @param {{email: string, password: string, display_name: string, invitation?: string}} form - `invitation`: a code or token
 */
export function register(form) {
  return alone(async () => {
    await payDues();
    await become(await registered(form));
  });
}

/** @param {{email: string, password: string, display_name: string, invitation?: string}} form @returns {Promise<Answer>} */
async function registered(form) {
  const space = opened.value?.space;
  const asked = { ...form, time_zone: zoneNow(), ...(space ? { space } : {}) };
  try {
    return await call('POST', 'auth/register', asked);
  } catch (error) {
    return ownAfterAll(error, form, space);
  }
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
 * @typedef {object} Meeting - somebody has signed in while another diary with unsent entries is on this phone
 * @property {string} name - who has signed in
 * @property {string | null} whose - whose diary is here; null: it belongs to no account
 * @property {number} entries - of it that no server has
 */

/** @typedef {{account: NonNullable<Session['account']>, space: string}} Answer */

/** Who has signed in and has still to say what becomes of the diary here. @type {Answer | null} */
let choosing = null;
let entering = false;

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function alone(work) {
  entering = true;
  try {
    return await work();
  } finally {
    entering = false;
  }
}

/**
 * Signs in on an empty phone, or again to the diary that is open here.
 * @param {Record<string, string>} form - `email` and `password`, or what another way in asks for
 * @param {string} [way] - the route that opens the account
 * @returns {Promise<Meeting | null>} null: signed in; else nothing has changed yet, and `settle` says how it goes on
 */
export function signIn(form, way = 'auth/login') {
  return alone(() => signedIn(form, way));
}

/** @param {Record<string, string>} form @param {string} way @returns {Promise<Meeting | null>} */
async function signedIn(form, way) {
  await payDues();
  const inTheWay = !await diaryIsEmpty();
  if (inTheWay) await remember({ asking: true });
  /** @type {Answer} */
  let answer;
  try {
    answer = await call('POST', way, form);
  } catch (error) {
    if (inTheWay && error instanceof ApiError && error.status) await remember({ asking: false });
    throw error;
  }
  if (inTheWay && answer.space !== session.value.space) {
    choosing = answer;
    return { name: answer.account.display_name, whose: session.value.account?.display_name ?? null, entries: await unsentHere() };
  }
  await become(answer);
  return null;
}

/**
 * What becomes of the diary that was in the way.
 * @param {'add' | 'keep' | 'apart'} how - add: it moves into the account; keep: it stays on the phone, unseen; apart: nobody signs in
 * @throws {ApiError} `no_answer`, when nobody has signed in meanwhile; PhoneFull, when there is no room to move: then all is as before
 */
export async function settle(how) {
  const [answer, here] = [choosing, opened.value];
  if (!answer || !here) throw new ApiError({ code: 'no_answer' });
  choosing = null;
  try {
    await alone(() => settled(how, answer, here));
  } catch (error) {
    choosing = answer;
    throw error;
  }
  const told = inTouch();
  if (how === 'apart') await told;
}

/** @param {'add' | 'keep' | 'apart'} how @param {Answer} answer @param {{db: import('../data/database.js').Diary, space: string}} here */
async function settled(how, answer, here) {
  if (how === 'add' && !session.value.account) await move(here.space, answer);
  else if (how === 'keep') {
    await putAside(here);
    await become(answer);
  } else await notSignedIn();
}

/** @param {{db: import('../data/database.js').Diary, space: string}} here */
async function putAside({ space }) {
  const { account } = session.value;
  if (account) return takeOff({ space, erase: false }, account.display_name);
  const local = { space, name: '', entries: await unsentHere(), local: true };
  await remember({ current: null, kept: await keptBeside(space, [local]) });
  return stepOut();
}

/** @param {string} password */
export async function confirmPassword(password) {
  await call('POST', 'auth/confirm', { password });
}

/** @param {Answer} answer */
async function become({ account, space }) {
  const before = opened.value;
  // Only an emptied or wholly sent diary ever gives way to another one.
  if (before && before.space !== space) await forgetDiary(before.db);
  await enter({ space, mode: 'account', account });
  await remember({ kept: await keptBeside(space), asking: false, pending_logout: false, removed: null });
  tellPages();
  syncNow();
}

async function markSignedOut() {
  const { space, account, mode } = session.value;
  if (mode !== 'account' || !space || isLeaving()) return;
  await device.setCurrent({ space, account, mode: 'signed_out' });
  if (session.value.space === space) session.value = { mode: 'signed_out', space, account };
}
