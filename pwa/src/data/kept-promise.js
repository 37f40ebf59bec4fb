/** The browser's answer when it was asked to keep what is stored. It goes whenever the rest goes. */

const KEY = 'limber-kept';

/** @typedef {{kept: boolean, place: 'tab' | 'home'}} StoragePromise - the answer, and where it was asked */

/** @returns {StoragePromise | null} null: it was never asked */
export function storagePromise() {
  try {
    const { kept, place } = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return { kept: kept === true, place: place === 'home' ? 'home' : 'tab' };
  } catch {
    return null;
  }
}

/** @param {StoragePromise} value */
export function setStoragePromise(value) {
  try {
    localStorage.setItem(KEY, JSON.stringify(value));
  } catch {
    // Without it the browser is asked once more at the next start.
  }
}
