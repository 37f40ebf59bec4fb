/** A diary that was begun without an account becomes part of an account's: once begun, it is brought to its end. */
import { causeName, diaryDatabase, PhoneFull } from '../data/database.js';
import { known } from '../data/device.js';
import { moveOps } from '../data/rehome.js';
import { close } from './opened.js';
import { keepStorage } from './storage.js';
import { enter, keptBeside, noteMove, remember, tellPages } from './who.js';

/** @typedef {import('../data/device.js').Move} Move */

/**
 * Moves the open diary into the account that has just signed in, and opens that one.
 * @param {string} from
 * @param {{account: Move['account'], space: string}} answer
 * @throws {PhoneFull} when there is no room for the copy; then all is as before
 */
export async function move(from, { account, space: to }) {
  const begun = { from, to, account, copied: false };
  // Killed from here on, the next start of the app goes on with it.
  await remember({ moving: begun, asking: false, pending_logout: false });
  try {
    await finishMove(begun);
  } catch (error) {
    // All of it is there: what is left of the old diary goes at the next start.
    if ((await known()).moving?.copied) return arrive(to, account);
    await remember({ moving: null, asking: true });
    if (causeName(error) === 'QuotaExceededError') throw new PhoneFull();
    throw error;
  }
  return arrive(to, account);
}

/** @param {string} space @param {Move['account']} account */
async function arrive(space, account) {
  await enter({ space, mode: 'account', account });
  tellPages();
  keepStorage();
}

/** Every step can be done again. @param {Move} begun */
export async function finishMove(begun) {
  const { from, to, account, copied } = begun;
  const [source, target] = [diaryDatabase(from), diaryDatabase(to)];
  try {
    if (!copied) {
      await moveOps(source, target, { from, to });
      await remember({
        current: { space: to, mode: 'account', account }, moving: { ...begun, copied: true }, removed: null,
        moved: { from, to }, kept: (await keptBeside(from)).filter(({ space }) => space !== to),
      });
    }
    noteMove(from, to);
    close();
    await source.delete();
  } finally {
    source.close();
    target.close();
  }
  await remember({ moving: null });
}
