/** The acts of logging: store, say so, and give the way back. */
import { hasPlace } from '../../domain/symptom.js';
import { announce } from '../../ui/announce.js';
import { go } from '../../router.js';
import { durable, hardDay, logSymptom, remove, sameAsUsual } from '../../state/diary.js';
import { say } from '../../state/toast.js';
import { capital, strength } from '../diary/words.js';
import { onward } from '../safety/after.js';

/**
 * Stores a number at once, then asks where, or goes on to detail for what has no place. None at all ends there.
 * @param {number} severity_nrs - 0 (none) to 10 (worst imaginable)
 * @param {{at?: string, on?: string, tz?: string, until_on?: string, symptom?: string}} [more] - pain, and now, unless given
 * @returns {Promise<boolean>} whether it is stored
 */
export async function logNumber(severity_nrs, more = {}) {
  const id = await stored(() => logSymptom({ severity_nrs, ...more }));
  if (!id) return false;
  const text = capital(strength({ severity_nrs, ...more }));
  if (severity_nrs === 0) {
    await done(`Saved on this phone. ${text}${more.at ? '' : ' now'}.`, id);
    return true;
  }
  announce(`Saved on this phone. ${text}.`);
  go(hasPlace(more.symptom) ? '/log/where' : '/log/detail', { state: { id } });
  return true;
}

/** @param {string} text - what it stores, such as "right hip, 5, aching" */
export async function logUsual(text) {
  const id = await stored(sameAsUsual);
  if (id) await done(`Saved on this phone. Same as usual: ${text}.`, id);
}

export async function logHardDay() {
  const id = await stored(hardDay);
  if (id) await done('Saved on this phone. Hard day.', id);
}

/**
 * The end of logging: says what is kept, gives the way back, and goes on.
 * @param {string} text
 * @param {string} id
 */
export function done(text, id) {
  say(text, () => remove(id));
  return onward(id);
}

/**
 * @param {() => Promise<string>} act
 * @returns {Promise<string | null>} null when this phone could not keep it
 */
export async function stored(act) {
  try {
    return await act();
  } catch (reason) {
    const { code, most } = /** @type {{code?: string, most?: number}} */ (reason ?? {});
    // A full phone has its own standing message; anything else is said here.
    if (code === 'too_many') say(`${most} are kept here. Take one away to add another.`);
    else if (code === 'phone_newer') say('Not saved. A newer Limber is in use here: load this page again first.');
    else if (durable.value) say('Not saved yet. Tap once more.');
    return null;
  }
}
