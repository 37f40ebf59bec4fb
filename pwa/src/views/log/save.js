/** The acts of logging: store, say so, and give the way back. */
import { announce } from '../../ui/announce.js';
import { go } from '../../router.js';
import { durable, hardDay, logSymptom, remove, sameAsUsual } from '../../state/diary.js';
import { say } from '../../state/toast.js';

/**
 * Stores a number at once, then asks where. No pain has no place, so that ends there.
 * @param {number} severity_nrs - 0 (none) to 10 (worst imaginable)
 * @param {{at?: string, on?: string, tz?: string}} [when] - now unless given
 */
export async function logNumber(severity_nrs, when = {}) {
  const id = await stored(() => logSymptom({ severity_nrs, ...when }));
  if (!id) return;
  if (severity_nrs === 0) {
    done('Saved on this phone. No pain now.', id);
    return;
  }
  announce(`Saved on this phone. Pain ${severity_nrs}.`);
  go('/log/where', { state: { id } });
}

/** @param {string} text - what it stores, such as "right hip, 5, aching" */
export async function logUsual(text) {
  const id = await stored(sameAsUsual);
  if (id) done(`Saved on this phone. Same as usual: ${text}.`, id);
}

export async function logHardDay() {
  const id = await stored(hardDay);
  if (id) done('Saved on this phone. Hard day.', id);
}

/**
 * @param {string} text
 * @param {string} id
 */
function done(text, id) {
  say(text, () => remove(id));
  go('/', { replace: location.pathname === '/' });
}

/**
 * @param {() => Promise<string>} act
 * @returns {Promise<string | null>} null when this phone could not keep it
 */
export async function stored(act) {
  try {
    return await act();
  } catch {
    // A full phone has its own standing message; anything else is said here.
    if (durable.value) say('Not saved yet. Tap once more.');
    return null;
  }
}
