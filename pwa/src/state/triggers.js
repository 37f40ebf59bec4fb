/** When to sync: soon after a save, when the phone comes back, and now and then in front. */

const AFTER_SAVE_MS = 1000;
const IN_FRONT_MS = 90_000;

/** @type {{run: (why: 'save' | 'back' | 'timer') => void, wake: () => unknown}} */
const work = { run: () => {}, wake: () => {} };

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

/** A save came in; several in a row make one sync. */
export function afterSave() {
  clearTimeout(soon);
  soon = setTimeout(() => work.run('save'), AFTER_SAVE_MS);
  /** @type {any} */ (soon).unref?.();
}

/**
 * @param {(why: 'save' | 'back' | 'timer') => void} run - start a sync
 * @param {() => unknown} wake - the page is in front again: read what may be old; a sync waits until that is done
 */
export function listen(run, wake) {
  Object.assign(work, { run, wake });
  const back = async () => {
    if (document.visibilityState === 'hidden') return;
    try {
      await work.wake();
    } finally {
      work.run('back');
    }
  };
  addEventListener('online', back);
  addEventListener('pageshow', back);
  document.addEventListener('visibilitychange', back);
  setInterval(() => { if (document.visibilityState !== 'hidden') work.run('timer'); }, IN_FRONT_MS);
}
