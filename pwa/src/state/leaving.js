/** Taking a diary off this phone: what goes, what must not, and what the server is told of it. */
import { ApiError, call } from '../data/api.js';
import { diaryDatabase } from '../data/database.js';
import * as device from '../data/device.js';
import { packedCount } from '../data/packs.js';
import { rebuild } from '../data/projection.js';
import { forgetSignedIn } from '../data/signed-in.js';
import { opened } from './opened.js';
import { shownByTherapist } from './preferences.js';
import { syncNow } from './sync.js';
import { keptBeside, remember, session, stepOut, tellPages } from './who.js';

/** @typedef {import('../data/database.js').Diary} Diary */

const LAST_TRY_MS = 10_000;

/** True when no entry would be lost with the open diary: none is there, or the server has all of them. */
export async function diaryIsEmpty() {
  const here = opened.value;
  if (!here) return true;
  const unsent = await here.db.ops.where('state').notEqual('acked').count();
  if (unsent > 0) return false;
  const [waiting, rows, packed] = await Promise.all([
    here.db.ops.count(), here.db.rec.where('[space+id]').between([here.space, ''], [here.space, '\uffff']).count(),
    packedCount(here.db, here.space)]);
  return waiting === 0 || rows + packed > 0;
}

/** How the app looks and what was answered to a check is no entry to the one who wrote it. */
const NO_ENTRY = new Set(['preference', 'safety']);

/** How many entries of the open diary no server has; of an account's as many as its line of sync says. @returns {Promise<number>} */
export async function unsentHere() {
  const all = session.value.account !== null;
  const found = await opened.value?.db.shown.where('wait').above(0).filter(({ kind, rec }) => all || (!NO_ENTRY.has(kind) && !rec.deleted)).count();
  return found ?? 0;
}

/**
 * Removes everything that the server has. What was not sent stays.
 * @param {Diary} db
 * @returns {Promise<number>} how many entries stay
 */
export function wipeToUnsent(db) {
  return db.transaction('rw', db.tables, async () => {
    await Promise.all([db.rec, db.packed, db.packs, db.sent, db.marks, db.spaces, db.parked, db.losers, db.drafts].map((table) => table.clear()));
    await db.ops.where('state').equals('acked').delete();
    await db.meta.bulkDelete(['sent_at', 'evicted', 'held_notice']);
    // An answer still on its way to another page belongs to what is gone now.
    const turn = await db.meta.get('turn');
    await db.meta.put({ k: 'turn', v: (turn?.v ?? 0) + 1 });
    await rebuild(db);
    const left = await db.ops.toArray();
    return new Set(left.map((op) => `${op.space} ${op.id}`)).size;
  });
}

/**
 * Deletes a diary's database. Does nothing while it still holds an unsent op.
 * @param {Diary} db
 */
export async function forgetDiary(db) {
  if (!db.isOpen()) await db.open();
  const unsent = await db.ops.where('state').notEqual('acked').count();
  if (unsent === 0) await db.delete();
  else db.close();
}

/**
 * Takes the open diary off this phone. What was not sent stays, unseen, until its owner signs in again.
 * @param {{erase?: boolean}} [how] - erase: that goes too; its caller has had the word typed
 */
export async function signOut({ erase = false } = {}) {
  // What a therapist showed one person is not shown to the next on the same phone.
  shownByTherapist.value = false;
  if (session.value.mode === 'account' && !erase) await Promise.race([syncNow(), wait(LAST_TRY_MS)]);
  await leave({ pending_logout: true }, erase);
  await payDues();
}

/** @type {Promise<void> | null} */
let going = null;

/** The server has taken this phone off its account: what it has goes from here, and it is told so. */
export function leaveRemoved() {
  if (going) return going;
  const name = session.value.account?.display_name;
  // A diary without an account was never on any server, and of an account that has left there is nothing here.
  const emptied = name === undefined ? remember({ pending_wiped: true }) : leave({ pending_wiped: true, removed: name }, false);
  going = emptied.then(payDues).finally(() => { going = null; });
  return going;
}

/** Deletes the account on the server, and then all of it here. Its caller has had the word typed. */
export async function deleteAccount() {
  await call('DELETE', 'me');
  await leave({}, true);
}

let leaving = false;

/** True while a diary is being taken off this phone: what the server says of its session no longer matters. */
export const isLeaving = () => leaving;

/** @param {Partial<device.Device>} dues - what the server is still to be told @param {boolean} erase */
async function leave(dues, erase) {
  const space = session.value.space;
  if (!space) return;
  leaving = true;
  try {
    forgetSignedIn();
    // Written down first: killed anywhere, it is taken up at the next start, before anything is shown.
    await remember({ ...dues, leaving: { space, erase } });
    await takeOff({ space, erase }, session.value.account?.display_name ?? '');
  } finally {
    leaving = false;
  }
}

/**
 * @param {{space: string, erase: boolean}} leaving
 * @param {string} name - of whose diary it is
 */
export async function takeOff({ space, erase }, name) {
  const db = opened.value?.space === space ? opened.value.db : diaryDatabase(space);
  const entries = erase ? 0 : await wipeToUnsent(db);
  if (erase) await db.delete();
  await remember({ current: null, leaving: null, kept: await keptBeside(space, entries > 0 ? [{ space, name, entries }] : []) });
  stepOut();
  tellPages();
  if (erase || entries > 0) db.close();
  else await forgetDiary(db);
}

/** Whoever has signed in did not go on: to be told to the server, and nobody's diary opens by itself. */
export function notSignedIn() {
  forgetSignedIn();
  return remember({ asking: false, pending_logout: true });
}

/** @type {Promise<void>} */
let paying = Promise.resolve();

/**
 * Tells the server what it does not know yet: that this phone signed out, or that it is empty.
 * @returns {Promise<void>} when it was told, or could not be
 */
export function payDues() {
  paying = paying.then(async () => {
    const { pending_logout, pending_wiped } = await device.known();
    if (pending_wiped && await told('auth/wiped')) await remember({ pending_wiped: false });
    if (pending_logout && await told('auth/logout')) await remember({ pending_logout: false });
  }).catch(() => {});
  return paying;
}

/** @param {string} path @returns {Promise<boolean>} */
async function told(path) {
  try {
    await call('POST', path);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Without a network the server learns of it later; a session it does not know is as good as told.
    return error.status === 401;
  }
  return true;
}

/** @param {number} ms */
function wait(ms) {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}
